package exchange_test

import (
	"strings"
	"testing"
)

// Tags come in as other programs write them, and as we do.
func TestTagsOfACell(t *testing.T) {
	for cell, want := range map[string]string{
		"club, rides":                           "club|rides",
		"club;rides; ;club":                     "club|rides",
		"Friends, old ::: * myContacts ::: VIP": "Friends, old|VIP",
		"* myContacts":                          "",
		`"winter, early" , rides,"say ""hi"""`:  `winter, early|rides|say "hi"`,
		`"Bob" Smith, x`:                        `"Bob" Smith|x`,
		`"never closed, x`:                      `"never closed|x`,
		`"a ::: b", "c"`:                        "a ::: b|c",
		"-":                                     "",
		"one\ntwo":                              "one|two",
		strings.Repeat(`"",`, 20) + "x":         "x",
		strings.Repeat("long", 60) + ";" + "short": strings.Repeat("long", 15) + "|short",
	} {
		path := file(t, "Name\tPhone\tLabels\nAnn\t0171 555 0110\t\""+strings.ReplaceAll(cell, `"`, `""`)+"\"\n")
		got := strings.TrimSpace(told(t, path))
		expect := "Ann phone=0171 555 0110"
		if want != "" {
			expect += " tags=" + want
		}
		if got != expect {
			t.Errorf("%q tells %q, want %q", cell, got, expect)
		}
	}
}

// The names of columns that hold tags, and those of numbers with labels, which do not.
func TestColumnsOfTags(t *testing.T) {
	path := file(t, "Name,Label,Group Membership,Categories,Étiquettes,Phone 1 - Label,Phone 1 - Value\nAnn,a,* myContacts ::: b,c,d,home,0171 555 0110\n")
	if got := strings.TrimSpace(told(t, path)); got != "Ann phone.home=0171 555 0110 tags=a|b|c|d" {
		t.Errorf("tells %q", got)
	}
	card := file(t, "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nCATEGORIES:myContacts,a\\, b,c;d\nCATEGORIES:e\nEND:VCARD\n")
	if got := strings.TrimSpace(told(t, card)); got != "Ann tags=a, b|c;d|e" {
		t.Errorf("the card tells %q", got)
	}
}

// A cell that is nothing but the signs between tags takes no longer than any other.
func TestTagsOfAHugeCell(t *testing.T) {
	for _, part := range []string{"a,", `"a,`, `"",`, " ::: ", "tag0"} {
		path := file(t, "Name\tTags\nAnn\t"+strings.Repeat(part, 900_000/len(part))+"\n")
		if got := told(t, path); !strings.HasPrefix(got, "Ann") {
			t.Errorf("%q tells %q", part, got[:min(len(got), 40)])
		}
	}
}
