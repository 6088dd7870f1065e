package models

import (
	"errors"
	"strings"

	"gorm.io/gorm"
)

// Item is the shop's word for a thing or a job people ask for. Typing one makes it.
type Item struct {
	ID         ItemID
	Name       string
	NameKey    string
	CreatedAt  Moment
	DeletedAt  Moment
	MergedInto ItemID // the thing it is another name of; 0 for one of its own
}

// itemNamed finds the item of that name, whatever its case and accents, or makes it.
func (s *Store) itemNamed(tx *gorm.DB, name string) (Item, error) {
	name = strings.Join(strings.Fields(name), " ")
	var item Item
	err := tx.Where("name_key = ? AND deleted_at = 0", Fold(name)).First(&item).Error
	if err == nil {
		return item, nil
	}
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return Item{}, err
	}
	item = Item{Name: name, NameKey: Fold(name), CreatedAt: MomentOf(s.now())}
	err = tx.Create(&item).Error
	return item, err
}

// ItemRow is an item as a list shows it.
type ItemRow struct {
	ID     ItemID
	Name   string
	AskedN int // how often it was asked for
}

// FindItems gives at most limit items whose name, or another name of theirs, has every word of text in it, in the singular or the
// plural, those that start with it first.
func (s *Store) FindItems(text string, limit int) ([]ItemRow, error) {
	key := Fold(text)
	if key == "" {
		return nil, nil
	}
	where, args := namedLike("i.name_key", key)
	var rows []ItemRow
	err := s.db.Raw(`SELECT i.id, i.name, (SELECT count(*) FROM request r WHERE r.item_id = i.id) AS asked_n
		FROM (SELECT `+ownItem+` AS id, min((substr(i.name_key, 1, length(?)) <> ?) * 100000 + length(i.name_key)) AS place, i.name_key
			FROM item i WHERE i.deleted_at = 0 AND `+where+` GROUP BY 1 ORDER BY place, i.name_key LIMIT `+number(limit)+`) f
		CROSS JOIN item i ON i.id = f.id ORDER BY f.place, f.name_key`,
		append([]any{key, key}, args...)...).Scan(&rows).Error
	return rows, explain(err)
}

// ownItem is the thing that an item i is: itself, or, at any remove, the one it was merged into.
const ownItem = `iif(i.merged_into IS NULL, i.id, (WITH RECURSIVE up (id) AS (SELECT i.merged_into UNION SELECT o.merged_into FROM up JOIN item o ON o.id = up.id WHERE o.merged_into IS NOT NULL)
	SELECT o.id FROM up JOIN item o ON o.id = up.id WHERE o.merged_into IS NULL))`

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

// namedLike is containsAll for things: each word may stand there in the singular or the plural.
func namedLike(column, key string) (string, []any) {
	var conditions []string
	var args []any
	for _, w := range firstWords(key) {
		forms := inNumber(w)
		conditions = append(conditions, "("+strings.Repeat("instr("+column+", ?) > 0 OR ", len(forms)-1)+"instr("+column+", ?) > 0)")
		for _, form := range forms {
			args = append(args, form)
		}
	}
	return strings.Join(conditions, " AND "), args
}

// inNumber gives what to look for inside a name to find the folded word w in the singular and in the plural, by the endings of
// English: of tubes it is tube, which stands in both; of batteries it is battery as well, and of battery batteries.
func inNumber(w string) []string {
	cut := func(ending string) (string, bool) {
		stem, ends := strings.CutSuffix(w, ending)
		return stem, ends && len(stem) > 2
	}
	if stem, ends := cut("ies"); ends {
		return []string{w, stem + "y", stem + "ie"}
	}
	if stem, ends := cut("y"); ends {
		return []string{w, stem + "ies"}
	}
	for _, sound := range []string{"ch", "sh", "x", "ss"} {
		if stem, ends := strings.CutSuffix(w, "es"); ends && len(stem) > 2 && strings.HasSuffix(stem, sound) {
			return []string{stem}
		}
	}
	if stem, ends := cut("s"); ends && !strings.HasSuffix(stem, "s") {
		return []string{stem}
	}
	return []string{w}
}
