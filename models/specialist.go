package models

import (
	"errors"

	"gorm.io/gorm"
)

// SpecialistState says whether we send people to them.
type SpecialistState string

// The states of a specialist.
const (
	SpecialistActive SpecialistState = "active"
	SpecialistPaused SpecialistState = "paused"
)

// Specialist is somebody we send customers to for what is not our trade.
type Specialist struct {
	ID            SpecialistID
	Name          string
	NameKey       string `json:"-"`
	Trades        string // as the owner writes them, commas between
	Phone         string
	Email         string
	Address       string
	Note          string
	LastConfirmed Day // when we last checked that this is still right
	DoNotUse      bool
	State         SpecialistState
	CreatedAt     Moment
	DeletedAt     Moment
}

// SpecialistRow is a specialist as a list shows them.
type SpecialistRow struct {
	Specialist
	SentN         int // customers we sent
	SatisfiedN    int // who went there and said it went well
	NotSatisfiedN int // who went there and said it did not
	BroughtN      int // customers they sent us
	LastSent      Day
}

// tooOften is how many customers a specialist may disappoint before the form warns of sending another.
const tooOften = 2

// WentN is how many of those we sent went there and said how it was: what SatisfiedN is of. Who did not go says nothing of
// the specialist.
func (p SpecialistRow) WentN() int { return p.SatisfiedN + p.NotSatisfiedN }

// Disappointed tells whether so many customers were not satisfied that the next should be sent only after a second thought.
func (p SpecialistRow) Disappointed() bool { return p.NotSatisfiedN >= tooOften }

// Usable tells whether they are offered to customers just now.
func (p SpecialistRow) Usable() bool { return p.State == SpecialistActive && !p.DoNotUse }

// Validate tidies the fields and gives the Problems of those that cannot be kept, joined.
func (p *Specialist) Validate() error {
	p.Name, p.Phone, p.Email, p.Trades = oneLine(p.Name), oneLine(p.Phone), oneLine(p.Email), oneLine(p.Trades)
	p.Address, p.Note = someLines(p.Address), someLines(p.Note)
	if p.State == "" {
		p.State = SpecialistActive
	}
	var wrong []error
	add := func(is bool, field, key string) {
		if is {
			wrong = append(wrong, problem(field, key))
		}
	}
	add(Fold(p.Name) == "", "name", "specialist.name")
	add(len(p.Name) > maxName, "name", "tooLong")
	add(p.Phone != "" && len(Digits(p.Phone)) < 3, "phone", "customer.phone")
	add(p.Email != "" && !looksLikeEmail(p.Email), "email", "customer.email")
	add(!p.LastConfirmed.Valid(), "lastConfirmed", "date")
	add(p.State != SpecialistActive && p.State != SpecialistPaused, "state", "choice")
	return errors.Join(wrong...)
}

// SaveSpecialist adds a specialist, or stores the changed one whole, and sets the ID. On any error p is as it was.
func (s *Store) SaveSpecialist(p *Specialist) error {
	work := *p
	if err := work.Validate(); err != nil { // before anything is begun
		return err
	}
	return keep(p, &work, s.change(KindSpecialist, func(tx *gorm.DB) error { return s.putSpecialist(tx, &work) }))
}

// putSpecialist stores the specialist as a part of a change.
func (s *Store) putSpecialist(tx *gorm.DB, p *Specialist) error {
	if err := p.Validate(); err != nil {
		return err
	}
	p.NameKey = nameKey(Fold(p.Name + " " + p.Trades))
	if p.CreatedAt == 0 {
		p.CreatedAt = MomentOf(s.now())
	}
	return putRow(tx, p, p.ID, notDeleted)
}

// Specialist gives one specialist, or ErrNotFound.
func (s *Store) Specialist(id SpecialistID) (*Specialist, error) {
	var p Specialist
	err := s.db.Where("id = ? AND deleted_at = 0", id).First(&p).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, ErrNotFound
	}
	return &p, explain(err)
}

// FindSpecialists gives the specialists a picker offers: those whose name or trades hold every word of text, by name, at
// most limit; those paused or not to be used come last.
func (s *Store) FindSpecialists(text string, limit int) ([]Specialist, error) {
	where, args := specialistsNamed(text)
	var found []Specialist
	err := s.db.Raw("SELECT * FROM specialist p WHERE "+where+usableFirst+number(limit), args...).Scan(&found).Error
	return found, explain(err)
}

// specialistsNamed is the condition that the specialist p is in the book and called so, and its arguments.
func specialistsNamed(text string) (string, []any) {
	named, args := containsAll("p.name_key", nameKey(Fold(text)))
	if named == "" {
		return notDeleted, nil
	}
	return notDeleted + " AND " + named, args
}

const usableFirst = " ORDER BY p.do_not_use, p.state = 'paused', p.name_key LIMIT "

// Specialists gives those whose name or trades hold every word of text, by name; those paused or not to be
// used come last. Text "" gives all.
func (s *Store) Specialists(text string) ([]SpecialistRow, error) {
	where, args := specialistsNamed(text)
	rows, err := s.specialistRows(where+usableFirst+"500", args)
	return rows, explain(err)
}

// specialistRows gives the specialists p for which where holds; where may go on with an order.
func (s *Store) specialistRows(where string, args []any) (rows []SpecialistRow, err error) {
	const sent = "(SELECT ifnull(sum(o.n), 0) FROM sent_count o WHERE o.specialist_id = p.id AND "
	err = s.db.Raw(`SELECT p.*, `+sent+`o.state IN ('sent', 'heard_back')) AS sent_n, `+sent+`o.outcome = 'satisfied') AS satisfied_n,
		  `+sent+`o.outcome = 'not_satisfied') AS not_satisfied_n,
		  ifnull((SELECT o.sent_on FROM referral_out o WHERE o.specialist_id = p.id AND o.state IN ('sent', 'heard_back') ORDER BY o.sent_on DESC LIMIT 1), '') AS last_sent,
		  (SELECT count(*) FROM referral_in r WHERE r.referrer_specialist_id = p.id AND r.state <> 'denied' AND r.deleted_at = 0) AS brought_n
		FROM specialist p WHERE `+where, args...).Scan(&rows).Error
	return rows, err
}

// DeleteSpecialist takes a specialist out of the book; what was sent stays in the log, and nobody is to be
// thanked who is not there.
func (s *Store) DeleteSpecialist(id SpecialistID) error {
	return s.change(KindSpecialist|KindThankYou|KindReferral, func(tx *gorm.DB) error {
		err := updateOne(tx.Model(&Specialist{}).Where("id = ? AND deleted_at = 0", id), map[string]any{"deleted_at": MomentOf(s.now())})
		if err != nil {
			return err
		}
		for _, statement := range []string{
			"UPDATE thank_you SET state = 'waived', waived_reason = 'left the book' WHERE specialist_id = @id AND state IN ('owed', 'printed')",
			"UPDATE referral_in SET deleted_at = @now WHERE referrer_specialist_id = @id AND state <> 'approved' AND deleted_at = 0",
		} {
			if err := tx.Exec(statement, map[string]any{"id": id, "now": MomentOf(s.now())}).Error; err != nil {
				return err
			}
		}
		return nil
	})
}
