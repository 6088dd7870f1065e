package paper

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// What a shop is called may look like any part of a file, and is not taken for one; the pages are compressed.
func TestPackedKeepsWhatTheFileSaysOfItself(t *testing.T) {
	in := listOf(newSetter(t), A4, people(30)...)
	in.Words.Title = "\u0a2f\u4c65\u6e67\u7468\u2034\u3e3e\u0a73\u7472\u6561\u6d0a\u6162\u6364 /Length 4>>\nstream\nabcd\nendstream"
	pdf := printed(t, in)
	if bytes.Contains(pdf, []byte(" Td (")) || len(pdf) > 60_000 {
		t.Errorf("%d bytes for thirty people", len(pdf))
	}
	if info := infoOf(t, pdf); !strings.Contains(info, "/Length 4>> stream abcd endstream") {
		t.Errorf("the title is %s", info)
	}
}

func TestPackedFailsOnWhatIsNoFile(t *testing.T) {
	for _, pdf := range []string{"", "startxref\n", "startxref\nx\n", "xref\n0 2\nstartxref\n0\n", "xref\n0 2\n0000000000 65535 f \n000000000x 00000 n \nstartxref\n0\n", "xref\n0 1\n0000000000 65535 f \nstartxref\n0\n"} {
		if _, err := packed([]byte(pdf), nil, nil); !errors.Is(err, errNoTable) {
			t.Errorf("%q: %v", pdf, err)
		}
	}
}
