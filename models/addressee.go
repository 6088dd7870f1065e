package models

import (
	"context"

	"gorm.io/gorm"
)

// Addressee is somebody who may be written to by post: a customer or a specialist.
type Addressee struct {
	CustomerID   CustomerID
	SpecialistID SpecialistID
	Name         string // as an envelope has it; "" for somebody we only have a number or an address of
	Heading      string // as a list names them
	Address      string // its lines, in the order of its country
	Country      string // where it is not the shop's
	NoPost       bool   // they asked for no post
	Archived     bool   // they have died or moved away, or were put aside for another reason
}

// addresseesChunk is how many are read together, so that a large shop can be cancelled in between.
const addresseesChunk = 2000

// Addressees gives those of ids who are in the book or its archive, in their order. It reads through a connection of its own, so it
// may be called from another goroutine, and ends soon after ctx does; report may be nil.
func (s *Store) Addressees(ctx context.Context, ids []CustomerID, report func(done, total int)) (people []Addressee, err error) {
	err = s.patiently(ctx, func(ctx context.Context) error {
		people = make([]Addressee, 0, len(ids))
		return apart(ctx, s.path, "ro", s.now, func(db *gorm.DB) error {
			for from := 0; from < len(ids); from += addresseesChunk {
				if err := ctx.Err(); err != nil {
					return err
				}
				to := min(from+addresseesChunk, len(ids))
				var some []Addressee
				if err := db.Raw(addresseeRows, jsonIDs(ids[from:to])).Scan(&some).Error; err != nil {
					return err
				}
				people = append(people, some...)
				if report != nil {
					report(to, len(ids))
				}
			}
			return nil
		})
	})
	return people, explain(err)
}

var addresseeRows = `SELECT c.id AS customer_id, c.name, ` + nameOf("c") + ` AS heading, c.address, c.country, c.no_post, c.state = 'archived' AS archived
	FROM json_each(?) j JOIN customer c ON c.id = j.value
	WHERE c.deleted_at = 0 AND c.state IN ('active', 'archived') ORDER BY j.key`

// ThankedByPost gives the customers and the specialists who are to be thanked by card or letter, oldest first, each once for every
// thank-you.
func (s *Store) ThankedByPost() (ids []CustomerID, specialists []Addressee, err error) {
	const due = `FROM thank_you t WHERE t.state IN ('owed', 'printed') AND t.channel IN ('card', 'letter')`
	err = s.db.Raw("SELECT t.customer_id " + due + " AND t.customer_id IS NOT NULL ORDER BY t.since, t.id").Scan(&ids).Error
	if err == nil {
		err = s.db.Raw(`SELECT p.id AS specialist_id, p.name, p.name AS heading, p.address FROM specialist p
			WHERE p.id IN (SELECT t.specialist_id ` + due + ` AND t.specialist_id IS NOT NULL) ORDER BY p.name_key, p.id`).Scan(&specialists).Error
	}
	return ids, specialists, explain(err)
}
