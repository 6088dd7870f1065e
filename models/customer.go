package models

import (
	"errors"
	"fmt"
	"slices"
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

// Valid tells whether s is one of the states.
func (s CustomerState) Valid() bool {
	switch s {
	case CustomerActive, CustomerArchived, CustomerMerged, CustomerErased:
		return true
	}
	return false
}

// Customer is one person of the customer book, with the ways to reach them and what to remember.
type Customer struct {
	ID            CustomerID
	Name          string
	NameKey       string `json:"-"`
	PreferredName string
	Address       string // lines in the order of its own country
	Country       string // the last line on an envelope from abroad; "" for the shop's own
	Birthday      string // 'YYYY-MM-DD', or '--MM-DD' where the year is not known, or ""
	SourceID      SourceID
	NoPost        bool
	NoPhone       bool
	NoEmail       bool
	NoPostOn      Day // the day they asked for it; see allows
	NoPhoneOn     Day
	NoEmailOn     Day
	ReachBy       ReachBy
	State         CustomerState
	ArchivedOn    Day
	ArchivedWhy   ArchiveReason
	MergedInto    CustomerID // who they turned out to be, for CustomerMerged
	CreatedAt     Moment
	UpdatedAt     Moment
	DeletedAt     Moment

	Contacts []Contact  `gorm:"foreignKey:CustomerID"`
	Remember []Remember `gorm:"foreignKey:CustomerID"`
	Tags     []string   `gorm:"-"`          // the owner's own, by name; one not known yet is made by saving
	Earlier  Earlier    `gorm:"-"`          // what an old program counted before this book
	Draft    string     `gorm:"-" json:"-"` // the name of the draft they were typed in, dropped as they are stored; "" for none

	// Kept by the file from the visits and referrals; see Recount.
	VisitN    int    `gorm:"->" json:"-"` // completed visits
	VisitDayN int    `gorm:"->" json:"-"` // days with one
	FirstAt   Moment `gorm:"->" json:"-"`
	LastAt    Moment `gorm:"->" json:"-"`
	Spent     Money  `gorm:"->" json:"-"`
	AskedN    int    `gorm:"->" json:"-"` // visits in which they asked for a member of staff by name
	BroughtN  int    `gorm:"->" json:"-"` // people they sent who became customers
	PraiseN   int    `gorm:"->" json:"-"` // how often they praised us
	ReviewN   int    `gorm:"->" json:"-"` // how often of those for all to read

	InvitedOn Day `gorm:"->" json:"-"` // the day they were asked to recommend us; NoteInvited and an import write it

	// The same for filters; see the migration that made them. A day number counts from 1970-01-01, 0 for none.
	LastDayNo  int `gorm:"->" json:"-"`
	LoyalDayNo int `gorm:"->" json:"-"`
	GapTwice   int `gorm:"->" json:"-"`
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

// Validate tidies blanks, drops contacts and notes with nothing in them, and gives the Problem of the first field
// that cannot be kept.
func (c *Customer) Validate() error {
	c.tidy()
	switch {
	case Fold(c.Name) == "" && c.Phone() == "":
		return problem("name", "customer.nameOrPhone")
	case len(c.Name) > maxName:
		return problem("name", "tooLong")
	case len(c.PreferredName) > maxName:
		return problem("preferredName", "tooLong")
	case !validBirthday(c.Birthday):
		return problem("birthday", "date")
	case !c.State.Valid():
		return problem("state", "choice")
	case !c.ReachBy.Valid():
		return problem("reachBy", "choice")
	case !c.InvitedOn.Valid():
		return problem("invitedOn", "date")
	}
	if err := c.validatePermissions(); err != nil {
		return err
	}
	if err := c.Earlier.validate(); err != nil {
		return err
	}
	if err := c.validateContacts(); err != nil {
		return err
	}
	for _, note := range c.Remember {
		if !note.NotedOn.Valid() || !note.StillOn.Valid() {
			return problem("remember", "date")
		}
	}
	return nil
}

func (c *Customer) tidy() {
	c.Name, c.PreferredName = oneLine(c.Name), oneLine(c.PreferredName)
	c.Address, c.Country, c.Birthday = someLines(c.Address), oneLine(c.Country), oneLine(c.Birthday)
	if c.State == "" {
		c.State = CustomerActive
	}
	for i := range c.Contacts {
		c.Contacts[i].Label, c.Contacts[i].Value = oneLine(c.Contacts[i].Label), oneLine(c.Contacts[i].Value)
	}
	c.Contacts = slices.DeleteFunc(c.Contacts, func(contact Contact) bool { return contact.Value == "" })
	for i := range c.Remember {
		c.Remember[i].Text = someLines(c.Remember[i].Text)
	}
	c.Remember = slices.DeleteFunc(c.Remember, func(note Remember) bool { return note.Text == "" })
	c.Tags = tidyTags(c.Tags)
}

// clone copies the customer with contacts and notes, so that a save that fails leaves no trace in what was typed.
func (c *Customer) clone() *Customer {
	if c == nil {
		return nil
	}
	copied := *c
	copied.Contacts, copied.Remember, copied.Tags = slices.Clone(c.Contacts), slices.Clone(c.Remember), slices.Clone(c.Tags)
	return &copied
}

func validBirthday(text string) bool {
	if rest, noYear := strings.CutPrefix(text, "--"); noYear {
		return Day("2000-"+rest).Valid() && rest != ""
	}
	return Day(text).Valid()
}

// Customer gives one customer with contacts and remember-notes, or ErrNotFound.
func (s *Store) Customer(id CustomerID) (*Customer, error) {
	return s.customer("id = ? AND deleted_at = 0", id)
}

// FormerCustomer gives one who has left the book, whose visits stay in the log, or ErrNotFound.
func (s *Store) FormerCustomer(id CustomerID) (*Customer, error) {
	return s.customer("id = ? AND deleted_at <> 0", id)
}

func (s *Store) customer(where string, id CustomerID) (*Customer, error) {
	var c Customer
	byPosition := func(db *gorm.DB) *gorm.DB { return db.Order("position, id") }
	err := s.db.Preload("Contacts", byPosition).Preload("Remember", byPosition).
		Where(where, id).First(&c).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, ErrNotFound
	}
	if err == nil {
		err = c.loadAside(s.db)
	}
	return &c, explain(err)
}

// loadAside loads what stands in tables of its own and is no part of a list.
func (c *Customer) loadAside(db *gorm.DB) (err error) {
	if c.Tags, err = tagsOf(db, c.ID); err != nil {
		return err
	}
	c.Earlier, err = earlierOf(db, c.ID)
	return err
}

// SaveCustomer adds a customer, or stores the changed one whole, and sets its ID. On any error c is as it was.
func (s *Store) SaveCustomer(c *Customer) error {
	work := c.clone()
	return keep(c, work, s.change(KindCustomer, func(tx *gorm.DB) error { return s.saveCustomer(tx, work) }))
}

func (s *Store) saveCustomer(tx *gorm.DB, c *Customer) error {
	if err := c.Validate(); err != nil {
		return err
	}
	if err := c.takeState(tx); err != nil {
		return err
	}
	now := MomentOf(s.now())
	c.UpdatedAt, c.NameKey = now, sortKey(c)
	c.datePermissions(s.Today())
	if c.CreatedAt == 0 {
		c.CreatedAt = now
	}
	if err := putRow(tx, c, c.ID, notDeleted); err != nil {
		return err
	}
	if err := s.saveParts(tx, c); err != nil {
		return err
	}
	if err := saveTags(tx, c); err != nil {
		return err
	}
	if err := saveEarlier(tx, c); err != nil {
		return err
	}
	if err := s.forgetMilestones(tx, c.ID); err != nil {
		return err // an old program counted fewer visits than was thought
	}
	if err := indexCustomer(tx, c); err != nil || c.Draft == "" {
		return err
	}
	return dropDraft(tx, c.Draft) // a power cut after this would offer what is stored again
}

// sortKey is where the customer stands in the book: by name, those known by a number alone after all names.
func sortKey(c *Customer) string {
	if c.Name == "" {
		return "\U0010FFFD" + Digits(c.Phone())
	}
	return nameKey(Fold(c.Name))
}

// DeleteCustomer takes a customer out of the book. Their visits stay in the log; Undo brings all back.
func (s *Store) DeleteCustomer(id CustomerID) error {
	return s.change(KindCustomer|KindFollowUp|KindThankYou|KindReferral|KindWant, func(tx *gorm.DB) error {
		now := MomentOf(s.now())
		if err := oneRow(tx.Model(&Customer{}).Where("id = ? AND deleted_at = 0", id).UpdateColumn("deleted_at", now)); err != nil {
			return err
		}
		return closeOpenEnds(tx, id, now)
	})
}

// closeOpenEnds ends what would otherwise still ask for a person who is no longer in the book (invariant 10).
func closeOpenEnds(tx *gorm.DB, id CustomerID, now Moment) error {
	return runFor(tx, id, now, slices.Concat(closePromises, []string{
		"UPDATE referral_in SET deleted_at = @now WHERE (referee_id = @id OR referrer_customer_id = @id) AND state <> 'approved' AND deleted_at = 0",
		"DELETE FROM customer_search WHERE id = @id",
	}))
}

// closePromises end what we would still do for a person.
var closePromises = []string{
	"UPDATE follow_up SET state = 'skipped', done_at = @now WHERE customer_id = @id AND state = 'open'",
	"UPDATE want SET state = 'cancelled', changed_at = @now WHERE customer_id = @id AND state IN ('requested', 'ordered', 'ready', 'notified')",
	"UPDATE thank_you SET state = 'waived', waived_reason = 'left the book' WHERE customer_id = @id AND state IN ('owed', 'printed')",
	"UPDATE referral_out SET ask_on = '' WHERE customer_id = @id AND state = 'sent'",
}

// runFor runs the statements for one customer, @id, at the moment @now.
func runFor(tx *gorm.DB, id CustomerID, now Moment, statements []string) error {
	for _, statement := range statements {
		if err := tx.Exec(statement, map[string]any{"id": id, "now": now}).Error; err != nil {
			return err
		}
	}
	return nil
}
