package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// referPart is what is said of the specialist who was chosen: how it went with earlier customers, a warning where it went badly more
// than once, whether their number may be passed on, and the slip to take along.
type referPart struct {
	offer           *offerPart
	record, warning *kit.RichLine
	consent         *kit.Tick
	slip            *kit.Button
	asked           *fyne.Container // the question about their number, for somebody who has one
	object          *fyne.Container
}

func newReferPart(offer *offerPart, a models.Alternative) *referPart {
	r := &referPart{offer: offer, record: kit.Quiet(""), warning: kit.Rich("")}
	label := kit.T("visit.consent")
	if a.Consent && a.ConsentOn != "" {
		label = kit.T("visit.consent.on", "Day", offer.screen().w.dayText(a.ConsentOn))
	}
	r.consent = kit.NewTick(label, a.Consent, func(bool) { offer.screen().changed() })
	r.slip = kit.NewButton(kit.T("visit.slip"), r.onSlip).Link().Small()
	r.asked = kit.HStack(10, kit.Quiet(kit.T("visit.consent.ask")), r.consent, kit.Spacer())
	r.object = kit.VStack(4, kit.HStack(8, r.record, r.slip, kit.Spacer()), r.warning, r.asked)
	return r
}

// show reads of the chosen specialist how it went.
func (r *referPart) show() {
	id := r.offer.read().Offer.SpecialistID
	r.record.Hidden, r.warning.Hidden, r.slip.Hidden = true, true, true
	r.showAsked()
	if id == 0 {
		return
	}
	p, err := r.offer.screen().w.store().SpecialistRow(id)
	if errors.Is(err, models.ErrNotFound) {
		return // they left the book since
	}
	if err != nil {
		r.offer.screen().w.Trouble(err)
		return
	}
	r.record.SetText(recordText(p))
	r.record.Hidden, r.slip.Hidden = false, false
	warning, err := r.offer.screen().w.specialistWarning(p)
	if err != nil {
		r.offer.screen().w.Trouble(err)
	}
	r.warning.SetMarkup(warning)
	r.warning.Hidden = warning == ""
}

// showAsked asks for the number of nobody passing by.
func (r *referPart) showAsked() {
	r.asked.Hidden = !r.offer.screen().who.someone() && !r.consent.On()
}

func (r *referPart) onSlip() {
	t := r.offer.read()
	r.offer.screen().showSlips(kit.T("slip.to", "Name", t.Offer.Specialist))
}

// eachRefer does something with what is said of every specialist in the form.
func (s *visitScreen) eachRefer(do func(*referPart)) {
	for _, r := range s.requests {
		for _, o := range r.offers.rows {
			if o.refer != nil {
				do(o.refer)
			}
		}
	}
}

// recordText is how it went with those we sent there.
func recordText(p models.SpecialistRow) string {
	switch {
	case p.WentN() > 0 && p.SatisfiedN == 0:
		return kit.TN("specialists.record.notWell", p.WentN())
	case p.WentN() > 0 && p.SatisfiedN == p.WentN():
		return kit.TN("specialists.record.allWell", p.WentN())
	case p.WentN() > 0:
		return kit.T("specialists.record", "Well", kit.Count(p.SatisfiedN), "Of", kit.Count(p.WentN()))
	case p.SentN > 0:
		return kit.TN("specialists.record.unheard", p.SentN)
	}
	return kit.T("specialists.record.none")
}
