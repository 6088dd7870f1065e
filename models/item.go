package models

import (
	"cmp"
	"errors"
	"slices"
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

// itemsWeighed is among how many times as many as are asked for those asked for most are looked for: few enough to count within a frame.
const itemsWeighed = 8

// FindItems gives at most limit items whose name, or another name of theirs, has every word of text in it, in the singular or the
// plural, those that start with it first, and of those the ones asked for most. A word that is in no name at all stands for those
// spelled most like it.
func (s *Store) FindItems(text string, limit int) ([]ItemRow, error) {
	key := Fold(text)
	if key == "" || limit <= 0 {
		return nil, nil
	}
	if err := s.readThings(); err != nil {
		return nil, explain(err)
	}
	words := s.things.forms(key)
	best := s.things.best(itemsWeighed*limit, func(t *thing) (place, bool) {
		if !hasEveryWord(t.key, words) {
			return place{}, false
		}
		return place{later: !strings.HasPrefix(t.key, key)}, true
	})
	rows, err := s.mostAsked(best, key)
	return rows[:min(limit, len(rows))], err
}

// mostAsked gives the rows of things that were found by a folded text: what is called so first, then what begins so, and of each the ones
// asked for most.
func (s *Store) mostAsked(best []found, key string) ([]ItemRow, error) {
	rows := make([]ItemRow, len(best))
	rank := map[ItemID]int{}
	for i, t := range best {
		rows[i].ID = t.id
		err := s.db.Raw("SELECT name, (SELECT count(*) FROM request r WHERE r.item_id = i.id) FROM item i WHERE i.id = ?", t.id).Row().Scan(&rows[i].Name, &rows[i].AskedN)
		if err != nil {
			return nil, explain(err)
		}
		switch {
		case t.key == key:
			rank[t.id] = 2 // it is what was typed
		case !t.later:
			rank[t.id] = 1
		}
	}
	slices.SortStableFunc(rows, func(a, b ItemRow) int {
		return cmp.Or(cmp.Compare(rank[b.ID], rank[a.ID]), cmp.Compare(b.AskedN, a.AskedN))
	})
	return rows, nil
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
