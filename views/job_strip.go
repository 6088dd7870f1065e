package views

import (
	"fyne.io/fyne/v2"

	"goodturn/views/kit"
)

// jobStrip stands above every page while work goes on beside the owner's: what it is, how far it has come, and Cancel.
type jobStrip struct {
	object *fyne.Container
	around fyne.CanvasObject // gives way to it; nil while no shop is shown
}

func newJobStrip() *jobStrip { return &jobStrip{object: kit.VStack(0)} }

// jobLine is one piece of work in the strip.
type jobLine struct {
	strip  *jobStrip
	object fyne.CanvasObject
	bar    *kit.Bar
	count  *kit.RichLine
	stop   *kit.Button
}

// add shows work under its title; its button calls cancel.
func (s *jobStrip) add(title string, cancel func()) *jobLine {
	l := &jobLine{strip: s, bar: kit.NewBar("", 0, 1, ""), count: kit.Quiet("").Ellipsis()}
	l.stop = kit.NewButton(kit.T("kit.cancel"), func() { l.stopping(); cancel() }).Small()
	line := kit.HFill(12, kit.Strong(title).Ellipsis(), kit.Grow(l.bar), kit.Fixed(150, l.count), l.stop)
	l.object = kit.Over(kit.Ground(kit.ColorCard, 0), kit.Inset(22, 6, 22, 6, line))
	s.object.Add(l.object)
	s.makeRoom()
	return l
}

// makeRoom has the page move down for the lines there are, or up again.
func (s *jobStrip) makeRoom() {
	if s.around != nil {
		s.around.Refresh()
	}
}

// stopping says at once that the owner was heard: what is cancelled may take a moment to clear up.
func (l *jobLine) stopping() {
	l.stop.Disable()
	l.count.SetText(kit.T("job.stopping"))
}

// SetProgress shows that done of total is done; a total of 0 is not known yet. Of work that is stopping it tells nothing more.
func (l *jobLine) SetProgress(done, total int) {
	if l.stop.Disabled() {
		return
	}
	l.bar.Set("", float64(done), float64(max(total, 1)), "")
	if total > 0 {
		l.count.SetText(kit.T("kit.progress", "Done", kit.Count(done), "Total", kit.Count(total)))
	}
}

// Close takes the line away.
func (l *jobLine) Close() {
	l.strip.object.Remove(l.object)
	l.strip.makeRoom()
}
