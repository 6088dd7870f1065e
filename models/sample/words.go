package sample

import "goodturn/models"

// Words say what the story says in English in the language of whoever looks around. The story itself, and what people are called
// within it, stay as they are; every text passes here on its way into the file.
type Words func(english string) string

// InEnglish says everything as it is told.
func InEnglish(english string) string { return english }

// some says a text, where there is one.
func (say Words) some(english string) string {
	if english == "" {
		return ""
	}
	return say(english)
}

// requests says what somebody asked for and was offered. What is told several times stays as it was for the next time.
func (say Words) requests(told []models.Request) []models.Request {
	said := make([]models.Request, len(told))
	for i, r := range told {
		r.Item, r.TheirWords, r.Understood = say(r.Item), say.some(r.TheirWords), say.some(r.Understood)
		alternatives := make([]models.Alternative, len(r.Alternatives))
		for j, a := range r.Alternatives {
			a.Description, a.DeclineReason = say.some(a.Description), say.some(a.DeclineReason)
			alternatives[j] = a
		}
		r.Alternatives = alternatives
		said[i] = r
	}
	return said
}

// customer says who somebody is.
func (say Words) customer(c models.Customer) models.Customer {
	c.Name, c.PreferredName, c.Address = say(c.Name), say.some(c.PreferredName), say.some(c.Address)
	contacts := make([]models.Contact, len(c.Contacts))
	for i, contact := range c.Contacts {
		if contact.Kind == models.ContactEmail {
			contact.Value = say(contact.Value)
		}
		contacts[i] = contact
	}
	notes := make([]models.Remember, len(c.Remember))
	for i, note := range c.Remember {
		note.Text = say(note.Text)
		notes[i] = note
	}
	c.Contacts, c.Remember = contacts, notes
	return c
}

// specialist says who a specialist is.
func (say Words) specialist(p models.Specialist) models.Specialist {
	p.Name, p.Trades, p.Address, p.Email, p.Note = say(p.Name), say(p.Trades), say.some(p.Address), say.some(p.Email), say.some(p.Note)
	return p
}

// praise says what somebody said.
func (say Words) praise(p models.Praise) models.Praise {
	p.Text, p.SaidBy = say(p.Text), say.some(p.SaidBy)
	return p
}
