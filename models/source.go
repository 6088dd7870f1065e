package models

import "gorm.io/gorm"

// SourceKind sorts the ways people find the shop.
type SourceKind string

// The kinds of source.
const (
	SourceWordOfMouth SourceKind = "word_of_mouth"
	SourceBought      SourceKind = "bought"
	SourceOther       SourceKind = "other"
)

// Valid tells whether k is one of the kinds.
func (k SourceKind) Valid() bool {
	return k == SourceWordOfMouth || k == SourceBought || k == SourceOther
}

// Source is a way new customers find the shop: a friend, an advert, walking past.
type Source struct {
	ID        SourceID
	Name      string
	Kind      SourceKind
	DeletedAt Moment
}

// Sources gives the sources on offer, in the order they were made.
func (s *Store) Sources() ([]Source, error) {
	var sources []Source
	return sources, explain(s.db.Where("deleted_at = 0").Order("id").Find(&sources).Error)
}

// SaveSource adds a source or changes one; its name must be new. On any error src is as it was.
func (s *Store) SaveSource(src *Source) error {
	work := *src
	work.Name = oneLine(work.Name)
	switch {
	case work.Name == "":
		return problem("name", "source.name")
	case len(work.Name) > maxName:
		return problem("name", "tooLong")
	case !work.Kind.Valid():
		return problem("kind", "choice")
	}
	return keep(src, &work, s.change(KindSource, func(tx *gorm.DB) error { return putRow(tx, &work, work.ID, notDeleted) }))
}

// DeleteSource takes a source off the list; customers who came through it keep it.
func (s *Store) DeleteSource(id SourceID) error {
	return s.change(KindSource, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&Source{}).Where("id = ? AND deleted_at = 0", id), map[string]any{"deleted_at": MomentOf(s.now())})
	})
}
