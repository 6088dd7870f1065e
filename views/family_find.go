package views

import (
	"goodturn/views/kit"
)

// familyFind finds somebody in the tree: typing goes to the first, Enter to the next, Down into the tree.
type familyFind struct {
	s     *familyScreen
	entry *kit.FilterEntry
	count *kit.RichLine
	hits  []int
	at    int
}

func newFamilyFind(s *familyScreen) *familyFind {
	f := &familyFind{s: s, entry: kit.NewFilterEntry(kit.T("family.find")), count: kit.Quiet("")}
	f.entry.OnTyped = f.onTyped
	f.entry.OnList = f.onList
	f.entry.OnSubmitted = func(string) { f.next() }
	f.count.Hide()
	return f
}

// again finds in a tree that was read anew, without moving it.
func (f *familyFind) again() {
	f.hits, f.at = f.s.family.Find(f.entry.Text), 0
	f.tell()
}

func (f *familyFind) onTyped(text string) {
	if f.s.family == nil {
		return
	}
	f.hits, f.at = f.s.family.Find(text), 0
	f.show()
}

// onList goes on to the next who fits: at Enter the field stays, so that the one after that is an Enter away.
func (f *familyFind) onList() {
	if len(f.hits) > 1 {
		f.next()
		return
	}
	f.s.w.canvas().Focus(f.s.tree)
}

func (f *familyFind) next() {
	if len(f.hits) > 0 {
		f.at = (f.at + 1) % len(f.hits)
		f.show()
	}
}

// show chooses the hit in the tree.
func (f *familyFind) show() {
	if len(f.hits) > 0 {
		f.s.tree.Select(f.hits[f.at])
		f.s.onSelected(f.hits[f.at])
	}
	f.tell()
}

// tell says which of how many is shown.
func (f *familyFind) tell() {
	f.count.Hidden = f.entry.Text == ""
	switch {
	case len(f.hits) == 0:
		f.count.SetText(kit.T("family.find.none"))
	default:
		f.count.SetText(kit.T("family.find.count", "At", kit.Count(f.at+1), "Count", kit.Count(len(f.hits))))
	}
	f.s.content.Refresh()
}
