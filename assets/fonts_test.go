package assets

import (
	"bytes"
	"testing"
)

// Only the rules for Cyrillic in the table that replaces letters are renamed; another table keeps its own.
func TestOnlyTheRulesThatReplaceLettersAreRenamed(t *testing.T) {
	font := []byte("\x00\x01\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00" +
		"GPOS\x00\x00\x00\x00\x00\x00\x00\x2c\x00\x00\x00\x08" + "GSUB\x00\x00\x00\x00\x00\x00\x00\x34\x00\x00\x00\x08" + "1cyrlabc2cyrldef")
	before := bytes.Clone(font)
	if dotted := Dotted(font); !bytes.HasSuffix(dotted, []byte("1cyrlabc2cyrxdef")) || len(dotted) != len(font) {
		t.Errorf("the tables are %q", dotted[44:])
	}
	if !bytes.Equal(font, before) {
		t.Error("the font that was given is changed")
	}
	for _, other := range [][]byte{nil, []byte("no font"), font[:30], font[:50]} {
		if !bytes.Equal(Dotted(other), other) {
			t.Errorf("%q is changed", other)
		}
	}
}
