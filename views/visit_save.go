package views

import (
	"errors"

	"goodturn/models"
	"goodturn/views/kit"
)

// onSave stores the visit. What is wrong is said beside its field, and everything typed stays.
func (s *visitScreen) onSave() {
	t := s.typed()
	e := t.entry()
	err := errors.Join(s.problem(t), s.w.store().CheckVisit(e))
	isNew := e.Visit.ID == 0
	if isNew {
		e.Draft = visitDraft
	}
	if err == nil {
		err = s.w.store().SaveVisit(e)
	}
	if err != nil {
		s.showProblem(t, err)
		return
	}
	change := s.w.store().LastChange()
	s.close()
	s.showStored(*e)
	if !isNew {
		s.w.Did(kit.T("visit.changed"))
		return
	}
	s.w.app.Prefs.SetServedBy(s.shopUID(), int64(e.Visit.ServedBy))
	sentence := kit.T("visit.saved")
	if e.Visit.CustomerID == 0 {
		sentence = kit.T("visit.saved.stranger")
	}
	s.w.didPage(sentence, func() { s.unsave(change, t) })
}

// unsave takes the visit back out of the log and into the form: what was typed is worth keeping.
func (s *visitScreen) unsave(change models.ChangeID, t visitTyped) {
	if err := s.w.store().Undo(change); err != nil {
		s.w.Trouble(err)
		return
	}
	s.bringBack(t)
	s.w.Say(kit.T("visit.unsaved"))
}

// problem is all in the form that cannot be read.
func (s *visitScreen) problem(t visitTyped) error {
	problems := []error{s.who.problem()}
	for stored, i := range t.kept() {
		problems = append(problems, s.requests[i].problem(stored))
	}
	return errors.Join(append(problems, s.after.problem())...)
}

// showProblem says beside each field what is wrong with it, and puts the cursor into the first. Fields are named anew: requests come and go.
func (s *visitScreen) showProblem(t visitTyped, err error) {
	s.form.Clear()
	s.form = kit.NewForm()
	s.who.nameFields(s.form)
	for stored, i := range t.kept() {
		s.requests[i].nameFields(s.form, stored)
		s.requests[i].openFor(err, stored)
	}
	s.after.nameFields(s.form)
	rest := s.form.Show(err)
	for _, p := range models.Problems(err) {
		if field := s.form.Field(p.Field); field != nil && field.Problem() == "" {
			field.SetProblem(kit.Sentence(p))
		}
	}
	s.body.Refresh()
	s.scroll.Refresh()
	if p, ok := models.IsProblem(err); ok && rest == nil {
		// Once more, where the sentence has made room for itself.
		s.w.focusIn(s.form.Field(p.Field))
		return
	}
	s.w.Trouble(rest)
}

// close gives the form up.
func (s *visitScreen) close() {
	s.keeping.stop()
	s.started = false
}

// goBack leaves the form for where it was opened from.
func (s *visitScreen) goBack() {
	if s.from == "" {
		s.from = PlaceToday
	}
	s.w.Show(s.from)
}

// showStored leaves the form for where the visit can be seen: the customer's card, or the log.
func (s *visitScreen) showStored(e models.VisitEntry) {
	if e.Visit.CustomerID != 0 && s.hasCard(e.Visit.CustomerID) {
		s.w.OpenCustomer(e.Visit.CustomerID)
		return
	}
	s.w.Show(PlaceLog)
}

// hasCard tells whether a customer is in the book: the visits of one who left it stay in the log.
func (s *visitScreen) hasCard(id models.CustomerID) bool {
	_, err := s.w.store().Customer(id)
	return !errors.Is(err, models.ErrNotFound)
}

// onCancel leaves without saving; what was typed can be brought back.
func (s *visitScreen) onCancel() {
	t := s.typed()
	lost := t.touched()
	if t.Entry.Visit.ID == 0 {
		s.dropDraft()
	}
	s.close()
	s.goBack()
	if lost {
		s.w.Offer(kit.T("visit.cancelled"), kit.T("undo"), func() { s.bringBack(t) })
	}
}

// onDelete takes a visit out of the log.
func (s *visitScreen) onDelete() {
	e := s.base.Entry
	if err := s.w.store().DeleteVisit(e.Visit.ID); err != nil {
		s.w.Trouble(err)
		return
	}
	s.close()
	s.goBack()
	s.w.Did(kit.T("visit.deleted"))
}
