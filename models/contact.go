package models

import (
	"errors"
	"strconv"
	"strings"

	"gorm.io/gorm"
)

// ContactKind is a way to reach a person.
type ContactKind string

// The kinds of contact.
const (
	ContactPhone ContactKind = "phone"
	ContactEmail ContactKind = "email"
)

// Contact is one phone number or e-mail address, as typed.
type Contact struct {
	ID         ContactID
	CustomerID CustomerID `json:"-"`
	Kind       ContactKind
	Label      string
	Value      string
	Position   int
}

// Remember is one thing to remember about a customer, with the day it was noted.
type Remember struct {
	ID         RememberID
	CustomerID CustomerID `json:"-"`
	Text       string
	NotedOn    Day
	StillOn    Day // the day it was last confirmed as still true
	Position   int
}

// Phone gives the first phone number, or "".
func (c *Customer) Phone() string { return c.first(ContactPhone) }

// Email gives the first e-mail address, or "".
func (c *Customer) Email() string { return c.first(ContactEmail) }

func (c *Customer) first(kind ContactKind) string {
	for _, contact := range c.Contacts {
		if contact.Kind == kind {
			return contact.Value
		}
	}
	return ""
}

// SetContact makes value the first contact of its kind, or takes that one away where value is blank.
func (c *Customer) SetContact(kind ContactKind, value string) {
	value = strings.TrimSpace(value)
	for i := range c.Contacts {
		if c.Contacts[i].Kind != kind {
			continue
		}
		if value == "" {
			c.Contacts = append(c.Contacts[:i:i], c.Contacts[i+1:]...)
		} else {
			c.Contacts[i].Value = value
		}
		return
	}
	if value != "" {
		c.Contacts = append(c.Contacts, Contact{Kind: kind, Value: value})
	}
}

// maxLabel keeps a sentence out of the word beside a number.
const maxLabel = 60

// validateContacts gives the Problem of the first contact that cannot be kept, under the name of its kind: "phone" for
// the main number, "phone.1" for the next.
func (c *Customer) validateContacts() error {
	seen := map[ContactKind]int{}
	for _, contact := range c.Contacts {
		n := seen[contact.Kind]
		seen[contact.Kind]++
		if err := contact.validate(); err != nil {
			return contactProblem(err, n)
		}
	}
	return nil
}

// CheckAll gives, joined, what is wrong with the name and with every contact: Validate gives only the first, and a form
// shows all of them at once. It changes nothing.
func (c *Customer) CheckAll() error {
	work := c.clone()
	first := work.Validate()
	p, ok := IsProblem(first)
	if !ok || p.Field != "name" && p.Field != "preferredName" {
		first = nil
	}
	problems := []error{first}
	seen := map[ContactKind]int{}
	for _, contact := range work.Contacts {
		n := seen[contact.Kind]
		seen[contact.Kind]++
		if err := contact.validate(); err != nil {
			problems = append(problems, contactProblem(err, n))
		}
	}
	return errors.Join(problems...)
}

// contactProblem names the n-th of a kind in the Problem of a contact.
func contactProblem(err error, n int) error {
	p, ok := IsProblem(err)
	if !ok || n == 0 {
		return err
	}
	p.Field += "." + strconv.Itoa(n)
	return p
}

// validate gives the Problem of a contact that cannot be kept, under the name of its kind.
func (c Contact) validate() error {
	switch {
	case c.Kind == ContactPhone && len(Digits(c.Value)) < 3:
		return problem("phone", "customer.phone")
	case c.Kind == ContactEmail && !looksLikeEmail(c.Value):
		return problem("email", "customer.email")
	case c.Kind != ContactPhone && c.Kind != ContactEmail:
		return problem("contact", "choice")
	case len(c.Label) > maxLabel:
		return problem(string(c.Kind), "customer.label")
	}
	return nil
}

func looksLikeEmail(text string) bool {
	at := strings.LastIndexByte(text, '@')
	return at > 0 && at < len(text)-1 && !strings.ContainsAny(text, " \t\n")
}

// saveParts stores contacts and remember-notes, keeping the rows that stay and dropping those taken away.
func (s *Store) saveParts(tx *gorm.DB, c *Customer) error {
	contactIDs, rememberIDs := []ContactID{-1}, []RememberID{-1}
	for i := range c.Contacts {
		c.Contacts[i].CustomerID, c.Contacts[i].Position = c.ID, i
		if err := tx.Save(&c.Contacts[i]).Error; err != nil {
			return err
		}
		contactIDs = append(contactIDs, c.Contacts[i].ID)
	}
	for i := range c.Remember {
		c.Remember[i].CustomerID, c.Remember[i].Position = c.ID, i
		if c.Remember[i].NotedOn == "" {
			c.Remember[i].NotedOn = s.Today()
		}
		if err := tx.Save(&c.Remember[i]).Error; err != nil {
			return err
		}
		rememberIDs = append(rememberIDs, c.Remember[i].ID)
	}
	if err := tx.Where("customer_id = ? AND id NOT IN ?", c.ID, contactIDs).Delete(&Contact{}).Error; err != nil {
		return err
	}
	return tx.Where("customer_id = ? AND id NOT IN ?", c.ID, rememberIDs).Delete(&Remember{}).Error
}
