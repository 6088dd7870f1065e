package models

import (
	"slices"
	"strings"
	"unicode"
)

// keep tells what a row says otherwise than the card it fills in. The card stands: it may be newer than the file, and
// nobody is asked field by field. Numbers, e-mails, addresses and notes are not told of, for a card has room for several.
func (im *importer) keep(row *ImportRow, known *Customer) {
	c := &row.Customer
	differs := func(field, have, say string) {
		if have != "" && say != "" && Fold(have) != Fold(say) {
			im.kept(row, problem(field, "import.kept."+field, "Card", have, "File", say))
		}
	}
	if !isPartOf(c.Name, known.Name) {
		differs("name", known.Name, c.Name)
	}
	differs("preferredName", known.PreferredName, c.PreferredName)
	differs("birthday", known.Birthday, c.Birthday)
	differs("reachBy", string(known.ReachBy), string(c.ReachBy))
	differs("invitedOn", string(known.InvitedOn), string(c.InvitedOn))
	differs("source", im.sourceNames[known.SourceID], row.Source)
	if e := c.Earlier; e.Known() && known.Earlier.Known() {
		if e.ID = known.ID; e != known.Earlier {
			im.kept(row, problem("earlier", "import.kept.earlier"))
		}
	}
	if known.State == CustomerActive && c.State == CustomerArchived {
		im.kept(row, problem("state", "import.kept.archive"))
	}
}

// isPartOf tells whether every word of the name is one of the other's too: "Ann Lee" says nothing that "Ann Lee-Hughes" does not.
func isPartOf(name, other string) bool {
	split := func(name string) []string {
		return strings.FieldsFunc(Fold(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	words := split(other)
	return !slices.ContainsFunc(split(name), func(word string) bool { return !slices.Contains(words, word) })
}

func (im *importer) kept(row *ImportRow, problem error) {
	im.result.Kept = append(im.result.Kept, ImportIssue{Line: row.Line, Name: row.called(), Stored: true, Problem: problem})
}

// settleArchive fills in what a file that puts somebody into the archive does not say about it.
func (c *Customer) settleArchive(today Day) {
	if c.State != CustomerArchived {
		c.ArchivedOn, c.ArchivedWhy = "", ""
		return
	}
	if c.ArchivedOn == "" || !c.ArchivedOn.Valid() {
		c.ArchivedOn = today
	}
	if !c.ArchivedWhy.Valid() {
		c.ArchivedWhy = ArchivedOther
	}
}
