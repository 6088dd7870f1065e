package paper

import (
	"bytes"
	"strings"
	"testing"
)

// TestFormsCarryNoFonts: with them poppler takes a second for a page.
func TestFormsCarryNoFonts(t *testing.T) {
	pdf := printed(t, listOf(newSetter(t), A4, ThankYouRow{Name: "王小明 محمد", Why: "प्रिया 👍"}))
	forms := strings.Split(string(pdf), "/Subtype /Form\n")[1:]
	if len(forms) < 5 {
		t.Fatalf("only %d forms", len(forms))
	}
	for _, form := range forms {
		dictionary, _, _ := strings.Cut(form, "stream\n")
		if strings.Contains(dictionary, "/Font") || !strings.Contains(dictionary, "/BBox") {
			t.Fatalf("a form says %s", dictionary)
		}
	}
}

func TestEachGlyphIsWrittenOnce(t *testing.T) {
	setter := newSetter(t)
	once := printed(t, listOf(setter, A4, ThankYouRow{Name: "王", Why: "王"}))
	often := printed(t, listOf(setter, A4, ThankYouRow{Name: strings.Repeat("王", 15), Why: strings.Repeat("王", 15)}))
	count := func(pdf []byte) int { return bytes.Count(pdf, []byte("/Subtype /Form\n")) }
	if count(once) != 3 || count(often) != 3 {
		t.Errorf("%d and %d forms for one character, regular and bold, and the one that names both", count(once), count(often))
	}
}

func TestPropertiesSayWhatTheDocumentIs(t *testing.T) {
	in := listOf(newSetter(t), A4, person(1))
	in.Words.Title, in.Shop, in.Language = "Danke (王) 👍", "Fahrräder \\ Söhne", "de_CH) /Evil"
	info := infoOf(t, printed(t, in))
	for _, want := range []string{"Danke (王) 👍", "Fahrräder \\ Söhne", "Sat Nov 21", "A4"} {
		if !strings.Contains(info, want) {
			t.Errorf("%q is missing from\n%s", want, info)
		}
	}
	document, err := ThankYouList(in)
	if err != nil {
		t.Fatal(err)
	}
	var pdf bytes.Buffer
	if err := document.WritePDF(&pdf); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(pdf.String(), "/Lang (de-CHEvil)") {
		t.Error("the language is not written as a tag")
	}
}
