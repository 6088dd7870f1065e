package models_test

import (
	"goodturn/models"

	"pgregory.net/rapid"
)

// pick draws the id of some row of the table, mostly one that is there, sometimes none (0) or a stranger's.
func pick[T any](m *machine, t *rapid.T, table string) models.ID[T] {
	ids := append(m.ids(t, "SELECT id FROM "+table), 0, 4711)
	return models.ID[T](rapid.SampledFrom(ids).Draw(t, table))
}

var (
	names  = []string{"Ann Hughes", "Müller", "José Ibáñez", "Łukasz", "Νίκος", "Ольга", "王小明", "김철수", "さくら", "עמית", "محمد", "O’Brien", "Smith-Jones", "a|b", "'; --", "x\x00y", "@ann"}
	phones = []string{"", "0171 555 0110", "+44 171 555 0199", "(030) 12-34-56", "٠١٢٣٤٥", "12"}
	words  = []string{"", "Brooks saddle", "inner tube", "a note, with 'quotes' and \"more\"", "zwei\r\nZeilen", "@name ? $1", "\x00"}
	days   = []models.Day{"", "2026-11-30", "2026-12-24", "2026-02-30", "soon"}
)

func word(t *rapid.T, what string) string { return rapid.SampledFrom(words).Draw(t, what) }
func day(t *rapid.T) models.Day           { return rapid.SampledFrom(days).Draw(t, "day") }

func (m *machine) person(t *rapid.T) *models.Customer {
	c := &models.Customer{Name: rapid.SampledFrom(append(names, "")).Draw(t, "name"), Address: word(t, "address"),
		SourceID: pick[models.Source](m, t, "source"), NoPost: rapid.Bool().Draw(t, "no post")}
	if tag := rapid.SampledFrom([]string{"", "", "regular", "Régular", "club"}).Draw(t, "tag"); tag != "" {
		c.Tags = []string{tag}
	}
	c.Earlier = rapid.SampledFrom([]models.Earlier{{}, {}, {VisitN: 12, Spent: 34_50, FirstOn: "2020-01-02", LastOn: "2024-05-06"}, {VisitN: 1, LastOn: "2019-01-01"}}).Draw(t, "earlier")
	c.SetContact(models.ContactPhone, rapid.SampledFrom(phones).Draw(t, "phone"))
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
		Kind:         rapid.SampledFrom(models.AlternativeKinds).Draw(t, "kind"),
		SpecialistID: pick[models.Specialist](m, t, "specialist"),
		Description:  word(t, "description"),
		DueOn:        rapid.SampledFrom(days[:3]).Draw(t, "due"),
		State: rapid.SampledFrom([]models.Answer{models.AlternativeOffered, models.AlternativeAccepted, models.AlternativeAccepted,
			models.AlternativeDeclined, models.AlternativeThinking}).Draw(t, "answer"),
		Consent: rapid.Bool().Draw(t, "consent"),
	}
}

func (m *machine) request(t *rapid.T) models.Request {
	r := models.Request{Item: rapid.SampledFrom(words[1:]).Draw(t, "item"), TheirWords: word(t, "their words")}
	if rapid.IntRange(0, 3).Draw(t, "available") == 0 {
		return r
	}
	r.Reason = rapid.SampledFrom(models.Reasons).Draw(t, "reason")
	r.NothingSuitable = rapid.Bool().Draw(t, "nothing suitable")
	r.Worth = models.Money(10 * rapid.IntRange(0, 3).Draw(t, "worth"))
	for range rapid.IntRange(0, 2).Draw(t, "alternatives") {
		r.Alternatives = append(r.Alternatives, m.alternative(t))
	}
	return r
}

func (m *machine) logVisit(t *rapid.T) error {
	e := &models.VisitEntry{}
	e.Visit.CustomerID = pick[models.Customer](m, t, "customer")
	if rapid.IntRange(0, 3).Draw(t, "new customer") == 0 {
		e.NewCustomer = m.person(t)
	}
	if rapid.Bool().Draw(t, "sent") {
		e.BroughtBy = m.referrer(t)
	}
	m.fill(t, e)
	for range rapid.IntRange(0, 2).Draw(t, "requests") {
		e.Visit.Requests = append(e.Visit.Requests, m.request(t))
	}
	return m.store.SaveVisit(e)
}

// fill draws the plain fields of a visit.
func (m *machine) fill(t *rapid.T, e *models.VisitEntry) {
	v := &e.Visit
	v.At = models.MomentOf(m.clock.Now()) - models.Moment(rapid.IntRange(0, 5).Draw(t, "days ago")*86400)
	v.State = rapid.SampledFrom([]models.VisitState{models.VisitCompleted, models.VisitCompleted, models.VisitOpen, models.VisitCancelled}).Draw(t, "state")
	v.Amount = models.Money(rapid.IntRange(-1, 5000).Draw(t, "amount"))
	v.AskedFor, v.ServedBy = pick[models.Staff](m, t, "staff"), pick[models.Staff](m, t, "staff")
	v.Note = word(t, "note")
	if rapid.Bool().Draw(t, "follow up") {
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
	if rapid.IntRange(0, 3).Draw(t, "other customer") == 0 {
		e.Visit.CustomerID = pick[models.Customer](m, t, "customer")
	}
	if n := len(e.Visit.Requests); n > 0 && rapid.Bool().Draw(t, "other requests") {
		m.editRequest(t, e, rapid.IntRange(0, n-1).Draw(t, "which"))
	}
	return m.store.SaveVisit(e)
}

func (m *machine) editRequest(t *rapid.T, e *models.VisitEntry, i int) {
	r := &e.Visit.Requests[i]
	switch rapid.IntRange(0, 4).Draw(t, "edit") {
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
		rapid.SampledFrom([]models.Answer{models.AlternativeAccepted, models.AlternativeDeclined, models.AlternativeThinking, models.AlternativeWithdrawn, "perhaps"}).Draw(t, "answer"), word(t, "why"))
}

func (m *machine) referrer(t *rapid.T) models.Referrer {
	switch rapid.IntRange(0, 4).Draw(t, "referrer") {
	case 0:
		return models.Referrer{New: m.person(t)}
	case 1:
		return models.Referrer{SpecialistID: pick[models.Specialist](m, t, "specialist")}
	}
	return models.Referrer{CustomerID: pick[models.Customer](m, t, "customer")}
}
