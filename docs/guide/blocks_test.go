package guide

import (
	"reflect"
	"testing"
)

func TestBlocks(t *testing.T) {
	got := Blocks("# Cards\n\nA card is *kept*.\nSo write.\n\n![A card](pictures/card.png)\n\n1. Open it\n   by hand.\n2. Print.\n- one\n  - two\n\n| Size | Fits |\n|---|---|\n| C6 | a card |\n\n## More\nIt ends.\n")
	want := []Block{
		{Kind: Heading, Level: 1, Text: "Cards"},
		{Text: "A card is *kept*. So write."},
		{Kind: Image, Text: "A card", Address: "pictures/card.png"},
		{Kind: Step, Mark: "1.", Text: "Open it by hand."},
		{Kind: Step, Mark: "2.", Text: "Print."},
		{Kind: Bullet, Text: "one"},
		{Kind: Bullet, Level: 1, Text: "two"},
		{Kind: Table, Rows: [][]string{{"Size", "Fits"}, {"C6", "a card"}}},
		{Kind: Heading, Level: 2, Text: "More"},
		{Text: "It ends."},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
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
