package models

import (
	"errors"
	"strings"

	"gorm.io/gorm"
)

// Item is the shop's word for a thing or a job people ask for. Typing one makes it.
type Item struct {
	ID        ItemID
	Name      string
	NameKey   string
	CreatedAt Moment
	DeletedAt Moment
}

// itemNamed finds the item of that name, whatever its case and accents, or makes it.
func (s *Store) itemNamed(tx *gorm.DB, name string) (ItemID, error) {
	name = strings.Join(strings.Fields(name), " ")
	var item Item
	err := tx.Where("name_key = ? AND deleted_at = 0", Fold(name)).First(&item).Error
	if err == nil {
		return item.ID, nil
	}
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return 0, err
	}
	item = Item{Name: name, NameKey: Fold(name), CreatedAt: MomentOf(s.now())}
	err = tx.Create(&item).Error
	return item.ID, err
}

// ItemRow is an item as a list shows it.
type ItemRow struct {
	ID     ItemID
	Name   string
	AskedN int // how often it was asked for
}

// FindItems gives at most limit items whose name has every word of text in it, those that start with it first.
func (s *Store) FindItems(text string, limit int) ([]ItemRow, error) {
	key := Fold(text)
	if key == "" {
		return nil, nil
	}
	where, args := containsAll("i.name_key", key)
	var rows []ItemRow
	err := s.db.Raw(`SELECT i.id, i.name, (SELECT count(*) FROM request r WHERE r.item_id = i.id) AS asked_n
		FROM (SELECT * FROM item i WHERE i.deleted_at = 0 AND `+where+`
			ORDER BY substr(i.name_key, 1, length(?)) <> ?, length(i.name_key), i.name_key LIMIT `+number(limit)+`) i`,
		append(args, key, key)...).Scan(&rows).Error
	return rows, explain(err)
}

// containsAll gives the condition that column holds every word of key, and its arguments.
func containsAll(column, key string) (string, []any) {
	words := firstWords(key)
	conditions := make([]string, len(words))
	args := make([]any, len(words))
	for i, w := range words {
		conditions[i] = "instr(" + column + ", ?) > 0"
		args[i] = w
	}
	return strings.Join(conditions, " AND "), args
}
