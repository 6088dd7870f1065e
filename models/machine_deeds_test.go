package models_test

import (
	"slices"

	"goodturn/models"

	"pgregory.net/rapid"
)

var (
	names  = []string{"Ann Hughes", "Müller", "José Ibáñez", "Łukasz", "Νίκος", "Ольга", "王小明", "김철수", "さくら", "עמית", "محمد", "O’Brien", "Smith-Jones", "a|b", "'; --", "x\x00y", "@ann"}
	phones = []string{"", "0171 555 0110", "+44 171 555 0199", "(030) 12-34-56", "٠١٢٣٤٥", "12"}
	words  = []string{"", "Brooks saddle", "inner tube", "a note, with 'quotes' and \"more\"", "zwei\r\nZeilen", "@name ? $1", "\x00"}
	things = words[1:6]
	days   = []models.Day{"2026-11-30", "2026-12-24"}
)

func word(t *rapid.T, what string) string { return evenly(t, what, words...) }
func day(t *rapid.T) models.Day {
	return mostly(t, "day", "2026-02-30", append(slices.Clone(days), "")...)
}
func dayNamed(t *rapid.T) models.Day { return mostly(t, "day", "soon", days...) }

// dayAround is a day about which somebody may have been here, or none.
func (m *machine) dayAround(t *rapid.T, what string) models.Day {
	return evenly(t, what, append(slices.Clone(days), "", "2024-05-06", m.store.Today().AddDays(within(t, "days", -9, 1)))...)
}

func (m *machine) person(t *rapid.T) *models.Customer {
	c := &models.Customer{Name: mostly(t, "name", "", names...), Address: word(t, "address"),
		SourceID: perhaps[models.Source](m, t, "source"), NoPost: rapid.Bool().Draw(t, "no post")}
	if tag := evenly(t, "tag", "", "", "regular", "Régular", "club"); tag != "" {
		c.Tags = []string{tag}
	}
	c.Earlier = evenly(t, "earlier", models.Earlier{}, models.Earlier{}, models.Earlier{VisitN: 12, Spent: 34_50, FirstOn: "2020-01-02", LastOn: "2024-05-06"}, models.Earlier{VisitN: 1, LastOn: "2019-01-01"})
	c.SetContact(models.ContactPhone, mostly(t, "phone", phones[0], phones[1:]...))
	c.Birthday = evenly(t, "birthday", "", "1972-11-22", "--11-24", "--02-29")
	c.ReachBy = mostly(t, "likes", "pigeon", models.ReachBys...)
	if note := word(t, "remember"); note != "" {
		c.Remember = append(c.Remember, models.Remember{Text: note})
	}
	return c
}

func (m *machine) addCustomer(t *rapid.T) error { return m.store.SaveCustomer(m.person(t)) }

func (m *machine) editCustomer(t *rapid.T) error {
	c, err := m.store.Customer(pick[models.Customer](m, t, "customer"))
	if err != nil {
		return err
	}
	other := m.person(t)
	c.Name, c.SourceID = other.Name, other.SourceID
	if rapid.Bool().Draw(t, "new contacts") {
		c.Contacts, c.Remember, c.Earlier = other.Contacts, other.Remember, other.Earlier
	}
	return m.store.SaveCustomer(c)
}

func (m *machine) deleteCustomer(t *rapid.T) error {
	return m.store.DeleteCustomer(pick[models.Customer](m, t, "customer"))
}

func (m *machine) alternative(t *rapid.T) models.Alternative {
	return models.Alternative{
		Kind:         evenly(t, "kind", models.AlternativeKinds...),
		SpecialistID: pick[models.Specialist](m, t, "specialist"),
		Description:  mostly(t, "description", "", things...),
		DueOn:        day(t),
		State: evenly(t, "answer", models.AlternativeOffered, models.AlternativeAccepted, models.AlternativeAccepted,
			models.AlternativeDeclined, models.AlternativeThinking),
		Consent: rapid.Bool().Draw(t, "consent"),
	}
}

func (m *machine) request(t *rapid.T) models.Request {
	r := models.Request{Item: mostly(t, "item", "\x00", things...), TheirWords: word(t, "their words")}
	if seldom(t, "available", 4) {
		return r
	}
	r.Reason = evenly(t, "reason", models.Reasons...)
	r.NothingSuitable = rapid.Bool().Draw(t, "nothing suitable")
	r.Worth = models.Money(10 * within(t, "worth", 0, 3))
	for range within(t, "alternatives", 0, 2) {
		r.Alternatives = append(r.Alternatives, m.alternative(t))
	}
	return r
}

func (m *machine) logVisit(t *rapid.T) error {
	e := &models.VisitEntry{}
	e.Visit.CustomerID = perhaps[models.Customer](m, t, "customer")
	if seldom(t, "new customer", 4) {
		e.NewCustomer = m.person(t)
	}
	if (e.NewCustomer != nil || seldom(t, "nobody", 8)) && rapid.Bool().Draw(t, "sent") {
		e.BroughtBy = m.referrer(t)
	}
	m.fill(t, e)
	for range within(t, "requests", 0, 2) {
		e.Visit.Requests = append(e.Visit.Requests, m.request(t))
	}
	return m.store.SaveVisit(e)
}

// fill draws the plain fields of a visit.
func (m *machine) fill(t *rapid.T, e *models.VisitEntry) {
	v := &e.Visit
	v.At = models.MomentOf(m.clock.Now()) - models.Moment(within(t, "days ago", 0, 5)*86400)
	v.State = evenly(t, "state", models.VisitCompleted, models.VisitCompleted, models.VisitOpen, models.VisitCancelled)
	v.Amount = mostly[models.Money](t, "amount", -1, 0, 10, 5000)
	v.AskedFor, v.ServedBy = perhaps[models.Staff](m, t, "staff"), perhaps[models.Staff](m, t, "staff")
	v.Note = word(t, "note")
	v.PromisedFor = 0
	if rapid.Bool().Draw(t, "promised") {
		v.PromisedFor = v.At + models.Moment(within(t, "promised in days", 0, 3)*86400)
	}
	if e.Visit.CustomerID != 0 && rapid.Bool().Draw(t, "follow up") {
		e.FollowUpOn, e.FollowUpWhy = day(t), word(t, "why")
	}
}

func (m *machine) editVisit(t *rapid.T) error {
	e, err := m.store.Visit(pick[models.Visit](m, t, "visit"))
	if err != nil {
		return err
	}
	if rapid.Bool().Draw(t, "other fields") {
		m.fill(t, e)
	}
	if seldom(t, "other customer", 4) {
		e.Visit.CustomerID = pick[models.Customer](m, t, "customer")
	}
	if n := len(e.Visit.Requests); n > 0 && rapid.Bool().Draw(t, "other requests") {
		m.editRequest(t, e, within(t, "which", 0, n-1))
	}
	return m.store.SaveVisit(e)
}

func (m *machine) editRequest(t *rapid.T, e *models.VisitEntry, i int) {
	r := &e.Visit.Requests[i]
	switch within(t, "edit", 0, 4) {
	case 0:
		e.Visit.Requests = append(e.Visit.Requests[:i], e.Visit.Requests[i+1:]...)
	case 1:
		r.Reason = models.ReasonNone
	case 2:
		r.Reason, r.Alternatives = models.ReasonOutOfStock, append(r.Alternatives, m.alternative(t))
	case 3:
		if len(r.Alternatives) > 0 {
			r.Alternatives = r.Alternatives[1:]
		}
	case 4:
		for j := range r.Alternatives {
			other := m.alternative(t)
			r.Alternatives[j].Kind, r.Alternatives[j].State, r.Alternatives[j].DueOn = other.Kind, other.State, other.DueOn
		}
	}
}

func (m *machine) deleteVisit(t *rapid.T) error {
	return m.store.DeleteVisit(pick[models.Visit](m, t, "visit"))
}

func (m *machine) answer(t *rapid.T) error {
	return m.store.AnswerAlternative(pick[models.Alternative](m, t, "alternative"),
		evenly(t, "answer", models.AlternativeAccepted, models.AlternativeDeclined, models.AlternativeThinking, models.AlternativeWithdrawn), word(t, "why"))
}

func (m *machine) referrer(t *rapid.T) models.Referrer {
	switch within(t, "referrer", 0, 4) {
	case 0:
		return models.Referrer{New: m.person(t)}
	case 1:
		return models.Referrer{SpecialistID: pick[models.Specialist](m, t, "specialist")}
	}
	return models.Referrer{CustomerID: pick[models.Customer](m, t, "customer")}
}
