package views

import (
	"errors"
	"strings"

	"goodturn/models"
)

// Print offers the slips of the visit as it stands in the form: with the customer still at the counter, before it is saved.
func (s *visitScreen) Print() { s.showSlips("") }

func (s *visitScreen) onSlips() { s.showSlips("") }

// offerSlip lets the slip be printed once it is said what they asked for.
func (s *visitScreen) offerSlip() {
	said := false
	for _, r := range s.requests {
		said = said || strings.TrimSpace(r.item.Text()) != ""
	}
	setEnabled(s.slip, said)
}

// showSlips offers the slips of the visit, the one with the label first where there is one.
func (s *visitScreen) showSlips(label string) {
	slips, err := s.slips()
	if err != nil {
		s.w.Trouble(err)
		return
	}
	for _, one := range slips {
		if one.label == label {
			slips = []slip{one}
			break
		}
	}
	showSlips(s.w, slips)
}

// slips are what was understood, and one for each specialist they did not say no to.
func (s *visitScreen) slips() (slips []slip, err error) {
	t := s.typed()
	v := &t.entry().Visit
	shop, err := s.w.store().Shop()
	if err != nil {
		return nil, err
	}
	who, err := s.slipPerson(t)
	if err != nil {
		return nil, err
	}
	said := false
	for i := range v.Requests {
		said = said || v.Requests[i].Item != ""
	}
	if !said {
		return nil, nil
	}
	slips = []slip{understoodSlip(s.w, who, v)}
	for i := range v.Requests {
		r := &v.Requests[i]
		for _, a := range r.Alternatives {
			if a.SpecialistID == 0 || a.State == models.AlternativeDeclined || a.State == models.AlternativeWithdrawn {
				continue
			}
			to, err := s.w.store().Specialist(a.SpecialistID)
			if err != nil {
				return nil, err
			}
			slips = append(slips, specialistSlip(shop, who, to, r, a.Consent))
		}
	}
	return slips, nil
}

// slipPerson is whom the form is about, nobody for someone passing by.
func (s *visitScreen) slipPerson(t visitTyped) (slipPerson, error) {
	switch {
	case t.Entry.NewCustomer != nil:
		return personOf(t.Entry.NewCustomer), nil
	case t.Entry.Visit.CustomerID == 0:
		return slipPerson{name: t.Who}, nil
	}
	c, err := s.w.store().Customer(t.Entry.Visit.CustomerID)
	if errors.Is(err, models.ErrNotFound) {
		return slipPerson{}, nil // they left the book since
	}
	if err != nil {
		return slipPerson{}, err
	}
	return personOf(c), nil
}
