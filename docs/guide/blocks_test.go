package guide

import (
	"reflect"
	"testing"
)

func TestBlocks(t *testing.T) {
	got := Blocks("# Cards\n\nA card is *kept*.\nSo **write**, see [*this*, and that](tree.md).\n\n![A card](pictures/card.png)\n\n" +
		"1. Open it\n   by hand.\n2. Print.\n\n- one\n  - two\n- three\n\n| Size | Fits |\n|---|---|\n| C6 | *a card* |\n\n## More\nIt ends.\n")
	plain := func(text string) Words { return Words{{Text: text}} }
	want := []Block{
		{Kind: Heading, Level: 1, Words: plain("Cards")},
		{Words: Words{{Text: "A card is "}, {Text: "kept", OnScreen: true}, {Text: ". So "}, {Text: "write", Strong: true}, {Text: ", see "},
			{Text: "this", OnScreen: true, Link: "tree.md"}, {Text: ", and that", Link: "tree.md"}, {Text: "."}}},
		{Kind: Image, Words: plain("A card"), Address: "pictures/card.png"},
		{Kind: Step, Mark: "1.", Words: plain("Open it by hand.")},
		{Kind: Step, Mark: "2.", Words: plain("Print.")},
		{Kind: Bullet, Words: plain("one")},
		{Kind: Bullet, Level: 1, Words: plain("two")},
		{Kind: Bullet, Words: plain("three")},
		{Kind: Table, Rows: [][]Words{{plain("Size"), plain("Fits")}, {plain("C6"), {{Text: "a card", OnScreen: true}}}}},
		{Kind: Heading, Level: 2, Words: plain("More")},
		{Words: plain("It ends.")},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestAnchors(t *testing.T) {
	for heading, want := range map[string]string{
		"Staff, side by side":     "staff-side-by-side",
		"L’équipe, côte à côte":   "léquipe-côte-à-côte",
		"Працівники *поруч* (12)": "працівники-поруч-12",
	} {
		if got := Blocks("## " + heading)[0].Anchor(); got != want {
			t.Errorf("%q is called %q", heading, got)
		}
	}
}

// A language nobody wrote a page in reads all of them in English, and each says so.
func TestPagesOfAnotherLanguage(t *testing.T) {
	english, other := Pages("en"), Pages("xx")
	if len(english) == 0 || len(other) != len(english) {
		t.Fatalf("%d pages in English, %d in a language without any", len(english), len(other))
	}
	for i, page := range other {
		if english[i].English || !page.English || page.Text != english[i].Text || page.Text == "" {
			t.Errorf("%s: in English %v, for others %v", page.Name, english[i].English, page.English)
		}
	}
}
