package views

import (
	"slices"

	"goodturn/models"
	"goodturn/views/kit"
)

// fill writes t into the form.
func (s *visitScreen) fill(t visitTyped) {
	s.filling = true
	s.base = t
	if err := s.reloadStaff(); err != nil {
		s.w.Trouble(err)
	}
	editing := t.Entry.Visit.ID != 0
	s.title.SetText(kit.T("visit.title"))
	if editing {
		s.title.SetText(kit.T("visit.title.change"))
	}
	cancelled := t.Entry.Visit.State == models.VisitCancelled
	s.subtitle.SetText(kit.T("visit.subtitle"))
	if cancelled {
		s.subtitle.SetText(kit.T("visit.isCancelled"))
	}
	s.subtitle.Hidden = editing && !cancelled
	s.missed.Hidden, s.slip.Hidden, s.remove.Hidden, s.more.Hidden = editing, editing, !editing, !editing
	s.form.Clear()
	s.who.show(t)
	s.after.show(t)
	s.requests, s.requestList.Objects = nil, nil
	for _, r := range t.Requests {
		s.addRequest(r)
	}
	if err := s.customerChanged(); err != nil {
		s.w.Trouble(err)
	}
	s.propose()
	s.offerSlip()
	s.started, s.filling = true, false
	s.scroll.ScrollToTop()
	s.content.Refresh()
}

// beginHere takes the form as it stands for its beginning: from here on a change is worth keeping.
func (s *visitScreen) beginHere() { s.base.Began = s.typed().substance() }

// typed is the form as it stands now.
func (s *visitScreen) typed() visitTyped {
	t := visitTyped{Entry: s.base.Entry, Began: s.base.Began}
	s.who.read(&t)
	for _, r := range s.requests {
		t.Requests = append(t.Requests, r.read())
	}
	s.after.read(&t)
	return t
}

// addRequest puts another request under those that are there.
func (s *visitScreen) addRequest(t requestTyped) *requestPart {
	part := newRequestPart(s)
	part.show(t)
	if len(s.requests) > 0 {
		s.requestList.Add(kit.Hairline())
	}
	s.requests = append(s.requests, part)
	s.requestList.Add(part.object)
	s.offerRemoval()
	return part
}

// offerRemoval lets a request be taken away where another one stays.
func (s *visitScreen) offerRemoval() {
	for _, r := range s.requests {
		r.remove.Hidden = len(s.requests) == 1
	}
}

func (s *visitScreen) onAlso() {
	part := s.addRequest(requestTyped{})
	s.rearranged()
	s.w.focusIn(part.itemField)
}

// removeRequest takes a request away, and offers to bring it back.
func (s *visitScreen) removeRequest(part *requestPart) {
	i := slices.Index(s.requests, part)
	t := s.typed()
	removed := t.Requests[i]
	t.Requests = slices.Delete(t.Requests, i, i+1)
	s.refill(t, max(i-1, 0))
	if !removed.empty() {
		s.w.Offer(kit.T("visit.removed"), kit.T("undo"), func() { s.insertRequest(i, removed) })
	}
}

// insertRequest brings a request back to the i-th place.
func (s *visitScreen) insertRequest(i int, removed requestTyped) {
	t := s.typed()
	i = min(i, len(t.Requests))
	t.Requests = slices.Insert(t.Requests, i, removed)
	s.refill(t, i)
}

// insertOffer brings an offer back to the j-th place among those of the i-th request.
func (s *visitScreen) insertOffer(i, j int, removed offerTyped) {
	if s.w.place != PlaceVisit {
		s.w.showVisit()
	}
	t := s.typed()
	r := &t.Requests[min(i, len(t.Requests)-1)]
	r.Offers = slices.Insert(r.Offers, min(j, len(r.Offers)), removed)
	s.fill(t)
	s.changed()
}

// refill shows the same visit with other requests, and puts the cursor into the i-th.
func (s *visitScreen) refill(t visitTyped, i int) {
	s.fill(t)
	s.changed()
	s.w.focusIn(s.requests[i].itemField)
}

// bringBack shows a visit that was put aside. One that is being typed now is put aside in its turn.
func (s *visitScreen) bringBack(t visitTyped) {
	if s.w.place != PlaceVisit {
		s.w.showVisit()
	}
	now := s.typed()
	lost := s.started && now.touched()
	s.fill(t)
	s.changed()
	s.FocusFirst()
	if lost {
		s.w.Offer(kit.T("visit.begun.aside"), kit.T("undo"), func() { s.bringBack(now) })
	}
}

// onCustomer goes on to what they asked for, once it is said who came.
func (s *visitScreen) onCustomer() { s.w.focusIn(s.requests[0].itemField) }

// onWho is told of every change in who came.
func (s *visitScreen) onWho() {
	if s.filling {
		return
	}
	if err := s.customerChanged(); err != nil {
		s.w.Trouble(err)
	}
	s.eachRefer((*referPart).showAsked)
	s.answered()
}

// customerChanged lets the question who sent them follow who came.
func (s *visitScreen) customerChanged() error {
	who, _ := s.who.person.person()
	return s.after.setCustomer(who.CustomerID, s.base.Entry.Visit.ID)
}

// answered lets what is proposed follow the answers to what was offered.
func (s *visitScreen) answered() {
	s.propose()
	s.rearranged()
}

func (s *visitScreen) propose() {
	ordered, thinking := false, false
	for _, r := range s.requests {
		if r.had.Value() != hadNot {
			continue
		}
		for _, o := range r.offers.rows {
			ordered = ordered || o.base.Kind == models.OrderIn && o.state() == models.AlternativeAccepted
			thinking = thinking || o.state() == models.AlternativeThinking
		}
	}
	s.after.back.propose(ordered, thinking && s.who.someone())
}

// rearranged lays the page out anew after something was shown or hidden, which is a change too.
func (s *visitScreen) rearranged() {
	if s.filling {
		return
	}
	s.body.Refresh()
	s.scroll.Refresh()
	s.changed()
}
