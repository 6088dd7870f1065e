package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// moreItems are what can be done with a visit in the log beside changing it.
func (s *visitScreen) moreItems() []kit.MenuItem {
	v := s.base.Entry.Visit
	slips := kit.MenuItem{Label: kit.T("visit.slips"), OnTap: s.onSlips}
	history := kit.MenuItem{Label: kit.T("visit.history"), OnTap: func() { showVisitHistory(s.w, v.ID) }}
	if v.State == models.VisitCancelled {
		return []kit.MenuItem{slips, history, {Label: kit.T("visit.countAgain"), OnTap: func() { countAgain(s.w, v.ID, s.leaveSettled) }}}
	}
	return []kit.MenuItem{slips, history, {Label: kit.T("visit.cancelIt"), OnTap: func() { askCancelVisit(s.w, v.ID, s.leaveSettled) }}}
}

// leaveSettled gives the form up once the visit was cancelled, or counts again.
func (s *visitScreen) leaveSettled() {
	s.close()
	s.goBack()
}

// askCancelVisit says what goes with a visit that is cancelled, and cancels it; done is called before that is told.
func askCancelVisit(w *Window, id models.VisitID, done func()) {
	made, err := w.store().MadeBy(id)
	if err != nil {
		w.Trouble(err)
		return
	}
	lines := []fyne.CanvasObject{kit.Body(kit.T("visit.cancel.why"))}
	for _, line := range madeWords(made) {
		lines = append(lines, kit.Body(line))
	}
	var sheet *kit.Sheet
	opts := kit.SheetOptions{Help: "visits", Save: kit.T("visit.cancel.do"), Cancel: kit.T("visit.cancel.not"), Danger: true, Width: 520}
	opts.OnSave = func() { sheet.Close(); cancelVisit(w, id, done) }
	sheet = kit.ShowSheet(w.canvas(), kit.T("visit.cancel.title"), kit.VStack(8, lines...), opts)
}

// madeWords says what is taken back with a visit, a sentence each.
func madeWords(made models.VisitMade) (words []string) {
	for _, part := range []struct {
		key string
		n   int
	}{{"visit.cancel.wants", made.Wants}, {"visit.cancel.followUps", made.FollowUps}, {"visit.cancel.sent", made.Sent}} {
		if part.n > 0 {
			words = append(words, kit.TN(part.key, part.n))
		}
	}
	if made.Thanks {
		words = append(words, kit.T("visit.cancel.thanks"))
	}
	return words
}

func cancelVisit(w *Window, id models.VisitID, done func()) {
	if err := w.store().CancelVisit(id); err != nil {
		w.Trouble(err)
		return
	}
	done()
	w.Did(kit.T("visit.cancel.did"))
}

// countAgain makes a cancelled visit count again.
func countAgain(w *Window, id models.VisitID, done func()) {
	if err := w.store().CountVisitAgain(id); err != nil {
		w.Trouble(err)
		return
	}
	done()
	w.Did(kit.T("visit.countAgain.did"))
}

// historyShown is how many changes of a visit are told.
const historyShown = 50

// showVisitHistory tells what was changed about a visit, when, and from what to what, also while it was somebody else's.
func showVisitHistory(w *Window, id models.VisitID) {
	changes, err := w.store().VisitHistory(id, historyShown)
	if err != nil {
		w.Trouble(err)
		return
	}
	words := changeWords{w: w}
	if words.shop, err = w.store().Shop(); err != nil {
		w.Trouble(err)
		return
	}
	body := kit.VStack(12)
	for i, c := range changes {
		if i > 0 {
			body.Add(kit.Hairline())
		}
		body.Add(words.historyLine(c))
	}
	if len(changes) == 0 {
		body.Add(kit.Quiet(kit.T("visit.history.none")))
	}
	kit.ShowSheet(w.canvas(), kit.T("visit.history.title"), body, kit.SheetOptions{Help: "visits", Width: 620})
}

// historyLine is one change: what it was and when, and beneath it each field from what to what.
func (s changeWords) historyLine(c models.ActivityRow) fyne.CanvasObject {
	head := kit.HStack(8, kit.Strong(kit.T("changes.event."+string(c.Event))), kit.Quiet(s.momentWhole(c.At)))
	if c.Via != models.ByOwner {
		head.Add(kit.NewBadge(kit.T("changes.via."+string(c.Via)), kit.TonePlain))
	}
	line := kit.VStack(2, head)
	for _, f := range c.Fields {
		line.Add(kit.Body(s.fieldText(f)))
	}
	return line
}
