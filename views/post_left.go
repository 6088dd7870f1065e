package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// postLeft says who is not written to and why, a link for each reason, which shows who they are.
type postLeft struct {
	w       *Window
	leave   func() // closes what it stands in, before the card of one of them is shown
	links   [3]*kit.Button
	people  [3][]models.Addressee
	object  *fyne.Container
	reasons [3]string
}

func newPostLeft(w *Window, leave func()) *postLeft {
	l := &postLeft{w: w, leave: leave, reasons: [3]string{"noAddress", "noPost", "archived"}, object: kit.VStack(0)}
	for i := range l.links {
		l.links[i] = kit.NewButton("", func() { l.show(i) }).Link().Small()
		l.object.Add(kit.HStack(0, l.links[i]))
	}
	l.set(app.PostPeople{})
	return l
}

// set counts those who are left out.
func (l *postLeft) set(people app.PostPeople) {
	l.people = [3][]models.Addressee{people.NoAddress, people.NoPost, people.Archived}
	none := true
	for i, some := range l.people {
		l.links[i].SetText(kit.TN("post.left."+l.reasons[i], len(some), "Count", kit.Count(len(some))))
		l.object.Objects[i].(*fyne.Container).Hidden = len(some) == 0
		none = none && len(some) == 0
	}
	l.object.Hidden = none
	l.object.Refresh()
}

// show lists who is left out for a reason; Enter and a click open the card.
func (l *postLeft) show(i int) {
	people := l.people[i]
	var sheet *kit.Sheet
	list := kit.NewList(func() int { return len(people) }, newLineRow, func(at int, o fyne.CanvasObject) { bindAddressee(people[at], o) })
	list.OnActivated = func(at int) { l.open(sheet, people[at]) }
	title := kit.TN("post.left."+l.reasons[i], len(people), "Count", kit.Count(len(people)))
	height := min(460, float32(44*len(people)+8))
	sheet = kit.ShowSheet(l.w.canvas(), title, kit.VStack(8, kit.Quiet(kit.T("post.left.hint")), kit.Over(kit.VGap(height), list)), kit.SheetOptions{Width: 520})
}

func bindAddressee(p models.Addressee, o fyne.CanvasObject) {
	o.(*kit.Row).Set(kit.RowContent{Initials: kit.Initials(p.Heading), Title: "**" + kit.Escape(p.Heading) + "**"})
}

// open shows the card of one of them in the place of everything in front of it.
func (l *postLeft) open(sheet *kit.Sheet, p models.Addressee) {
	sheet.Close()
	l.leave()
	if p.SpecialistID != 0 {
		l.w.OpenSpecialist(p.SpecialistID)
		return
	}
	l.w.OpenCustomer(p.CustomerID)
}
