package models

import (
	"errors"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"
)

// Tag is a word of the owner's own that customers are sorted by.
type Tag struct {
	ID      TagID
	Name    string
	NameKey string
}

// TagRow is a tag as a list shows it, with how many customers in the book have it.
type TagRow struct {
	ID   TagID
	Name string
	N    int
}

// maxTag keeps a sentence out of a tag: it has to fit a chip.
const maxTag = 60

// Tags gives every tag by name.
func (s *Store) Tags() ([]TagRow, error) {
	if s.facts.load.stage == loadedAll {
		return s.tagsCounted()
	}
	var rows []TagRow
	err := s.db.Raw(`SELECT t.id, t.name, (SELECT count(*) FROM customer_tag k JOIN customer c ON c.id = k.customer_id
		WHERE k.tag_id = t.id AND c.deleted_at = 0 AND c.state = 'active') AS n FROM tag t ORDER BY t.name_key`).Scan(&rows).Error
	return rows, explain(err)
}

// tagsCounted is Tags where the facts are there: a tag that everybody in a large shop has is counted within a frame.
func (s *Store) tagsCounted() ([]TagRow, error) {
	m, err := s.readyFacts()
	if err != nil {
		return nil, err
	}
	have := map[TagID]int{}
	for _, f := range m.shelves[0][0] {
		for _, tag := range f.tags {
			have[tag]++
		}
	}
	var rows []TagRow
	err = s.db.Raw("SELECT t.id, t.name FROM tag t ORDER BY t.name_key").Scan(&rows).Error
	for i := range rows {
		rows[i].N = have[rows[i].ID]
	}
	return rows, explain(err)
}

// TagsAmong gives the tags that some of ids have, by name, with how many of them do.
func (s *Store) TagsAmong(ids []CustomerID) ([]TagRow, error) {
	var rows []TagRow
	err := s.db.Raw(`SELECT t.id, t.name, count(*) AS n FROM customer_tag k JOIN tag t ON t.id = k.tag_id
		WHERE k.customer_id IN (SELECT value FROM json_each(?)) GROUP BY t.id ORDER BY t.name_key`, jsonIDs(ids)).Scan(&rows).Error
	return rows, explain(err)
}

// RenameTag changes a tag's name; the name of another is a Problem.
func (s *Store) RenameTag(id TagID, name string) error {
	name = oneLine(name)
	if Fold(name) == "" {
		return problem("name", "tag.name")
	}
	if len(name) > maxTag {
		return problem("name", "tooLong")
	}
	return s.change(KindCustomer, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&Tag{}).Where("id = ?", id), map[string]any{"name": name, "name_key": Fold(name)})
	})
}

// DroppingTag takes a tag away from everybody who has it.
func (s *Store) DroppingTag(id TagID) (Deed, error) {
	var ids []CustomerID
	if err := s.db.Raw("SELECT customer_id FROM customer_tag WHERE tag_id = ?", id).Scan(&ids).Error; err != nil {
		return Deed{}, explain(err)
	}
	deed := s.Untagging(ids, id)
	deed.after = func(tx *gorm.DB) error { return oneRow(tx.Exec("DELETE FROM tag WHERE id = ?", id)) }
	return deed, nil
}

// DeleteTag does at once what DroppingTag tells of.
func (s *Store) DeleteTag(id TagID) error {
	deed, err := s.DroppingTag(id)
	if err != nil {
		return err
	}
	return s.Do(deed)
}

// Tagging gives those of ids who are in the book the tag of that name; a name not known yet makes the tag. A name that is none
// is a Problem.
func (s *Store) Tagging(ids []CustomerID, name string) (Deed, error) {
	names := tidyTags([]string{name})
	if len(names) == 0 {
		return Deed{}, problem("tag", "tag.name")
	}
	return Deed{ids: ids, kinds: KindCustomer, do: func(tx *gorm.DB, ids []CustomerID) (int, error) {
		there, err := amongThese(tx, ids, CustomerActive)
		if err != nil || len(there) == 0 {
			return 0, err
		}
		tag, err := tagNamed(tx, names[0])
		if err != nil {
			return 0, err
		}
		return len(there), tx.Exec("INSERT INTO customer_tag (customer_id, tag_id) SELECT value, ? FROM json_each(?) WHERE true ON CONFLICT DO NOTHING", tag, jsonIDs(there)).Error
	}}, nil
}

// Untagging takes the tag from those of ids who have it.
func (s *Store) Untagging(ids []CustomerID, tag TagID) Deed {
	return Deed{ids: ids, kinds: KindCustomer, do: func(tx *gorm.DB, ids []CustomerID) (int, error) {
		return len(ids), tx.Exec("DELETE FROM customer_tag WHERE tag_id = ? AND customer_id IN (SELECT value FROM json_each(?))", tag, jsonIDs(ids)).Error
	}}
}

// TagCustomers does at once what Tagging tells of. ErrNotFound where none of ids is in the book.
func (s *Store) TagCustomers(ids []CustomerID, name string) error {
	deed, err := s.Tagging(ids, name)
	if err != nil {
		return err
	}
	return s.Do(deed)
}

// UntagCustomers does at once what Untagging tells of.
func (s *Store) UntagCustomers(ids []CustomerID, tag TagID) error {
	if len(ids) == 0 {
		return nil
	}
	return s.Do(s.Untagging(ids, tag))
}

// tidyTags drops blank names and those said twice, whatever their case and accents, and cuts one that is a sentence.
func tidyTags(names []string) []string {
	var tidy []string
	said := map[string]bool{"": true}
	for _, name := range names {
		name = cutToTag(oneLine(name))
		if key := Fold(name); !said[key] {
			said[key] = true
			tidy = append(tidy, name)
		}
	}
	return tidy
}

// cutToTag cuts a name between letters, where it is longer than a tag may be.
func cutToTag(name string) string {
	if len(name) <= maxTag {
		return name
	}
	cut := maxTag
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	return strings.TrimSpace(name[:cut])
}

// tagsOf gives the names of the customer's tags.
func tagsOf(db *gorm.DB, id CustomerID) (names []string, err error) {
	err = db.Raw("SELECT t.name FROM customer_tag k JOIN tag t ON t.id = k.tag_id WHERE k.customer_id = ? ORDER BY t.name_key", id).Scan(&names).Error
	return names, err
}

// saveTags makes the customer's tags those of c.Tags, and gives those the names they are kept by.
func saveTags(tx *gorm.DB, c *Customer) error {
	tags := []TagID{-1}
	for _, name := range c.Tags {
		tag, err := tagNamed(tx, name)
		if err != nil {
			return err
		}
		if err := tx.Exec("INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING", c.ID, tag).Error; err != nil {
			return err
		}
		tags = append(tags, tag)
	}
	err := tx.Exec("DELETE FROM customer_tag WHERE customer_id = ? AND tag_id NOT IN ?", c.ID, tags).Error
	if err == nil && len(c.Tags) > 0 {
		c.Tags, err = tagsOf(tx, c.ID)
	}
	return err
}

// tagNamed finds the tag of that name, whatever its case and accents, or makes it.
func tagNamed(tx *gorm.DB, name string) (TagID, error) {
	var tag Tag
	err := tx.Where("name_key = ?", Fold(name)).Take(&tag).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		tag = Tag{Name: name, NameKey: Fold(name)}
		err = tx.Create(&tag).Error
	}
	return tag.ID, err
}

// amongThese gives those of ids who are in the book in that state, each once.
func amongThese(tx *gorm.DB, ids []CustomerID, state CustomerState) (there []CustomerID, err error) {
	err = tx.Raw("SELECT id FROM customer WHERE deleted_at = 0 AND state = ? AND id IN (SELECT value FROM json_each(?)) ORDER BY id", state, jsonIDs(ids)).Scan(&there).Error
	return there, err
}
