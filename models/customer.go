package models

import (
	"errors"
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// CustomerState says whether a customer is in the book.
type CustomerState string

// The states of a customer.
const (
	CustomerActive   CustomerState = "active"
	CustomerArchived CustomerState = "archived"
	CustomerMerged   CustomerState = "merged"
	CustomerErased   CustomerState = "erased"
)

// Customer is one person of the customer book, with the ways to reach them and what to remember.
type Customer struct {
	ID            CustomerID
	Name          string
	NameKey       string `json:"-"`
	PreferredName string
	Address       string
	Birthday      string // 'YYYY-MM-DD', or '--MM-DD' where the year is not known, or ""
	SourceID      SourceID
	NoPost        bool
	NoPhone       bool
	NoEmail       bool
	State         CustomerState
	CreatedAt     Moment
	UpdatedAt     Moment
	DeletedAt     Moment

	Contacts []Contact  `gorm:"foreignKey:CustomerID"`
	Remember []Remember `gorm:"foreignKey:CustomerID"`

	// Kept by the file from the visits and referrals; see Recount.
	VisitN    int    `gorm:"->" json:"-"` // completed visits
	VisitDayN int    `gorm:"->" json:"-"` // days with one
	FirstAt   Moment `gorm:"->" json:"-"`
	LastAt    Moment `gorm:"->" json:"-"`
	Spent     Money  `gorm:"->" json:"-"`
	AskedN    int    `gorm:"->" json:"-"` // visits in which they asked for a member of staff by name
	BroughtN  int    `gorm:"->" json:"-"` // people they sent who became customers
}

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

// CalledName is how to name the customer on the screen: the name, or failing that how to reach them.
func (c *Customer) CalledName() string {
	for _, name := range []string{c.Name, c.Phone(), c.Email()} {
		if name != "" {
			return name
		}
	}
	return fmt.Sprintf("#%d", c.ID)
}

// maxName keeps a pasted letter out of a name; the longest personal name on record fits.
const maxName = 1000

// Validate tidies blanks and gives the Problem of the first field that cannot be kept.
func (c *Customer) Validate() error {
	c.Name = strings.Join(strings.Fields(strings.ToValidUTF8(c.Name, "")), " ")
	c.PreferredName = strings.TrimSpace(c.PreferredName)
	c.Address = strings.TrimSpace(c.Address)
	c.Birthday = strings.TrimSpace(c.Birthday)
	if c.State == "" {
		c.State = CustomerActive
	}
	switch {
	case c.Name == "" && c.Phone() == "":
		return problem("name", "customer.nameOrPhone")
	case len(c.Name) > maxName:
		return problem("name", "tooLong")
	case c.Phone() != "" && len(Digits(c.Phone())) < 3:
		return problem("phone", "customer.phone")
	case c.Email() != "" && !looksLikeEmail(c.Email()):
		return problem("email", "customer.email")
	case !validBirthday(c.Birthday):
		return problem("birthday", "date")
	}
	return nil
}

func looksLikeEmail(text string) bool {
	at := strings.LastIndexByte(text, '@')
	return at > 0 && at < len(text)-1 && !strings.ContainsAny(text, " \t\n")
}

func validBirthday(text string) bool {
	if rest, noYear := strings.CutPrefix(text, "--"); noYear {
		return Day("2000-"+rest).Valid() && rest != ""
	}
	return Day(text).Valid()
}

// Customer gives one customer with contacts and remember-notes, or ErrNotFound.
func (s *Store) Customer(id CustomerID) (*Customer, error) {
	var c Customer
	byPosition := func(db *gorm.DB) *gorm.DB { return db.Order("position, id") }
	err := s.db.Preload("Contacts", byPosition).Preload("Remember", byPosition).
		Where("id = ? AND deleted_at = 0", id).First(&c).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, ErrNotFound
	}
	return &c, explain(err)
}

// SaveCustomer adds a customer, or stores the changed one whole, and sets its ID.
func (s *Store) SaveCustomer(c *Customer) error {
	return s.change(KindCustomer, func(tx *gorm.DB) error { return s.saveCustomer(tx, c) })
}

func (s *Store) saveCustomer(tx *gorm.DB, c *Customer) error {
	if err := c.Validate(); err != nil {
		return err
	}
	now := MomentOf(s.now())
	c.UpdatedAt, c.NameKey = now, sortKey(c)
	if c.CreatedAt == 0 {
		c.CreatedAt = now
	}
	if err := tx.Omit("Contacts", "Remember").Save(c).Error; err != nil {
		return err
	}
	if err := saveParts(tx, c); err != nil {
		return err
	}
	return indexCustomer(tx, c)
}

// sortKey is where the customer stands in the book: by name, those known by a number alone after all names.
func sortKey(c *Customer) string {
	if c.Name == "" {
		return "\U0010FFFD" + Digits(c.Phone())
	}
	return Fold(c.Name)
}

// saveParts stores contacts and remember-notes, keeping the rows that stay and dropping those taken away.
func saveParts(tx *gorm.DB, c *Customer) error {
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

// DeleteCustomer takes a customer out of the book. Their visits stay in the log; Undo brings all back.
func (s *Store) DeleteCustomer(id CustomerID) error {
	return s.change(KindCustomer|KindFollowUp|KindThankYou|KindReferral|KindWant, func(tx *gorm.DB) error {
		now := MomentOf(s.now())
		res := tx.Model(&Customer{}).Where("id = ? AND deleted_at = 0", id).UpdateColumn("deleted_at", now)
		if res.Error != nil {
			return res.Error
		}
		if res.RowsAffected == 0 {
			return ErrNotFound
		}
		return closeOpenEnds(tx, id, now)
	})
}

// closeOpenEnds ends what would otherwise still ask for a person who is no longer in the book (invariant 10).
func closeOpenEnds(tx *gorm.DB, id CustomerID, now Moment) error {
	for _, statement := range []string{
		"UPDATE follow_up SET state = 'skipped', done_at = @now WHERE customer_id = @id AND state = 'open'",
		"UPDATE want SET state = 'cancelled', changed_at = @now WHERE customer_id = @id AND state IN ('requested', 'ordered', 'ready', 'notified')",
		"UPDATE thank_you SET state = 'waived', waived_reason = 'left the book' WHERE customer_id = @id AND state IN ('owed', 'printed')",
		"UPDATE referral_in SET deleted_at = @now WHERE (referee_id = @id OR referrer_customer_id = @id) AND state <> 'approved' AND deleted_at = 0",
		"DELETE FROM customer_search WHERE id = @id",
	} {
		if err := tx.Exec(statement, map[string]any{"id": id, "now": now}).Error; err != nil {
			return err
		}
	}
	return nil
}
