package views

import (
	"log/slog"

	"goodturn/models"
	"goodturn/views/kit"
)

// visitDraft is the name the visit being typed is kept under.
const visitDraft = "visit"

// changed keeps the draft soon. A visit in the log has none: it is still there as it was.
func (s *visitScreen) changed() {
	// A field that is left writes its words anew, after the form was saved too: that is no new visit.
	if s.filling || !s.started || s.base.Entry.Visit.ID != 0 {
		return
	}
	s.offerSlip()
	s.keeping.changed()
}

// keepNow keeps the draft without waiting, where there is a change to keep.
func (s *visitScreen) keepNow() {
	s.keeping.stop()
	if s.started && s.base.Entry.Visit.ID == 0 {
		s.keep()
	}
}

func (s *visitScreen) keep() {
	if s.w.screens[PlaceVisit] != Screen(s) {
		return // another shop file was opened meanwhile
	}
	t := s.typed()
	if !t.touched() {
		s.dropDraft()
		return
	}
	body, err := t.body()
	if err == nil && s.w.store().IsReadOnly() {
		s.w.unkept.keep(s.w.store().Path(), visitDraft, body)
	} else if err == nil {
		err = s.w.store().SaveDraft(visitDraft, body)
	}
	if err != nil {
		// Not a word to the owner, who is in the middle of a sentence: what is typed stands in the form.
		slog.Error("keeping the draft", "error", err)
	}
}

func (s *visitScreen) dropDraft() {
	s.keeping.stop()
	s.w.unkept.drop(visitDraft)
	if err := s.w.store().DropDraft(visitDraft); err != nil {
		slog.Error("dropping the draft", "error", err)
	}
}

// start opens the form of a new visit. One that was begun goes on; when start is about somebody else, the owner is asked.
func (s *visitScreen) start(start VisitStart) {
	begun, ok := s.begun()
	if s.w.offered != nil {
		s.w.offered()
	}
	switch {
	case !ok:
		s.begin(start)
	case begun.sameCustomer(start):
		s.goOn(begun)
	default:
		s.goOn(begun)
		s.askWhich(begun, start)
	}
}

// begun gives the visit that was begun and not saved: in the form, or else in the draft of an earlier day.
func (s *visitScreen) begun() (visitTyped, bool) {
	if s.started && s.base.Entry.Visit.ID == 0 {
		t := s.typed()
		return t, t.touched()
	}
	body, _, err := s.w.store().Draft(visitDraft)
	if err != nil {
		s.w.Trouble(err)
	}
	if body == "" {
		return visitTyped{}, false
	}
	t, err := typedFromBody(body)
	if err != nil {
		s.w.Trouble(err)
		return visitTyped{}, false
	}
	return t, t.touched()
}

// begin shows an empty form, with what start knows.
func (s *visitScreen) begin(start VisitStart) {
	s.putAside()
	s.fill(newVisitTyped(models.MomentOf(s.w.app.Now()), s.usualStaff(), start))
	s.beginHere()
	s.FocusFirst()
}

// goOn shows what was begun.
func (s *visitScreen) goOn(t visitTyped) {
	s.putAside()
	s.fill(t)
	s.FocusFirst()
}

// putAside makes room in the form for another visit. A change to one of the log, which no draft keeps, can be brought back.
func (s *visitScreen) putAside() {
	t := s.typed()
	if s.started && t.Entry.Visit.ID != 0 && t.touched() {
		s.w.Offer(kit.T("visit.kept"), kit.T("draft.goOn"), func() { s.bringBack(t) })
	}
}

// usualStaff is who served last, while they work here, or the only one who does.
func (s *visitScreen) usualStaff() models.StaffID {
	staff, err := s.w.store().Staff(false)
	if err != nil {
		s.w.Trouble(err)
		return 0
	}
	if len(staff) == 1 {
		return staff[0].ID
	}
	last := models.StaffID(s.w.app.Prefs.ServedBy(s.shopUID()))
	for _, m := range staff {
		if m.ID == last {
			return last
		}
	}
	return 0
}

func (s *visitScreen) shopUID() string {
	shop, err := s.w.store().Shop()
	if err != nil {
		s.w.Trouble(err)
	}
	return shop.UID
}

// askWhich asks whether to go on with what was begun or to begin anew.
func (s *visitScreen) askWhich(begun visitTyped, start VisitStart) {
	var sheet *kit.Sheet
	opts := kit.SheetOptions{Help: "visits", Save: kit.T("visit.begun.new"), Cancel: kit.T("visit.begun.goOn"), Width: 460}
	opts.OnSave = func() { sheet.Close(); s.beginInstead(begun, start) }
	sheet = kit.ShowSheet(s.w.canvas(), kit.T("visit.begun.title"), kit.Body(s.begunSentence(begun)), opts)
}

func (s *visitScreen) begunSentence(begun visitTyped) string {
	if who, _ := s.who.person.person(); who.CustomerID != 0 {
		return kit.T("visit.begun.of", "Name", s.who.person.find.Text())
	}
	return kit.T("visit.begun")
}

// beginInstead puts what was begun aside, and offers to bring it back.
func (s *visitScreen) beginInstead(begun visitTyped, start VisitStart) {
	s.begin(start)
	s.dropDraft()
	s.w.Offer(kit.T("visit.begun.aside"), kit.T("undo"), func() { s.bringBack(begun) })
}

// edit opens the form of a visit in the log.
func (s *visitScreen) edit(e *models.VisitEntry) {
	s.keepNow()
	s.goOn(typedFrom(e))
	s.beginHere()
}

// onMissed begins with a thing we did not have, for somebody passing by.
func (s *visitScreen) onMissed() { s.start(VisitStart{Stranger: true, Unavailable: true}) }
