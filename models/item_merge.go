package models

import (
	"errors"

	"gorm.io/gorm"
)

// RenameItem calls a thing by another name everywhere. A name that another thing has is a Problem: those are merged instead.
func (s *Store) RenameItem(id ItemID, name string) error {
	name = oneLine(name)
	switch {
	case Fold(name) == "":
		return problem("name", "item.name")
	case len(name) > maxName:
		return problem("name", "tooLong")
	}
	return s.change(KindItem|KindVisit|KindWant, func(tx *gorm.DB) error {
		var other Item
		err := tx.Where("name_key = ? AND deleted_at = 0 AND id <> ?", Fold(name), id).First(&other).Error
		if err == nil {
			return problem("name", "item.taken", "Name", other.Name)
		}
		if !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		err = updateOne(tx.Model(&Item{}).Where("id = ? AND merged_into IS NULL", id).Where(notDeleted), map[string]any{"name": name, "name_key": Fold(name)})
		if err != nil {
			return err
		}
		return tx.Exec("UPDATE alternative SET description = ? WHERE kind = 'item' AND item_id = ? AND named_item_id IS NULL", name, id).Error
	})
}

// namesUnder gives all names that a thing has: its own and, at any remove, those merged into it.
const namesUnder = "WITH RECURSIVE same (id) AS (SELECT @gone UNION SELECT i.id FROM same JOIN item i ON i.merged_into = same.id)"

// MergeItems makes gone another name of keep: what was asked for as gone was asked for as keep, and who types its name finds
// keep. Both have to be things of their own. SplitItem parts them again.
func (s *Store) MergeItems(keep, gone ItemID) error {
	if keep == gone {
		return problem("item", "item.same")
	}
	return s.change(KindItem|KindVisit|KindWant, func(tx *gorm.DB) error {
		var own int64
		err := tx.Model(&Item{}).Where("id IN ? AND merged_into IS NULL AND deleted_at = 0", []ItemID{keep, gone}).Count(&own).Error
		if err != nil || own != 2 {
			return errors.Join(err, ErrNotFound)
		}
		return runEach(tx, map[string]any{"keep": keep, "gone": gone},
			"UPDATE request SET named_item_id = ifnull(named_item_id, @gone), item_id = @keep WHERE item_id = @gone",
			"UPDATE alternative SET named_item_id = ifnull(named_item_id, @gone), item_id = @keep WHERE item_id = @gone",
			"UPDATE want SET named_item_id = ifnull(named_item_id, @gone), item_id = @keep WHERE item_id = @gone",
			"UPDATE item SET merged_into = @keep WHERE id = @gone")
	})
}

// SplitItem makes another name of a thing a thing of its own again, with all that was ever asked for and offered by that name,
// before the two were merged and since.
func (s *Store) SplitItem(gone ItemID) error {
	return s.change(KindItem|KindVisit|KindWant, func(tx *gorm.DB) error {
		err := updateOne(tx.Model(&Item{}).Where("id = ? AND merged_into IS NOT NULL", gone), map[string]any{"merged_into": nil})
		if err != nil {
			return err
		}
		return runEach(tx, map[string]any{"gone": gone},
			"UPDATE request SET named_item_id = nullif(named_item_id, @gone), item_id = @gone WHERE named_item_id IN ("+namesUnder+" SELECT id FROM same)",
			"UPDATE alternative SET named_item_id = nullif(named_item_id, @gone), item_id = @gone WHERE named_item_id IN ("+namesUnder+" SELECT id FROM same)",
			"UPDATE want SET named_item_id = nullif(named_item_id, @gone), item_id = @gone WHERE named_item_id IN ("+namesUnder+" SELECT id FROM same)")
	})
}

// runEach runs the statements one after the other, up to the first error.
func runEach(tx *gorm.DB, args map[string]any, statements ...string) error {
	for _, statement := range statements {
		if err := tx.Exec(statement, args).Error; err != nil {
			return err
		}
	}
	return nil
}

// asTyped finds the thing that a name stands for, or makes it. named is the thing of that very name where it was merged into
// another. table and id are the row that is to name it: where that was asked for by another name of the same thing, it keeps it.
func (s *Store) asTyped(tx *gorm.DB, name, table string, id int64) (item, named ItemID, err error) {
	typed, err := s.itemNamed(tx, name)
	if err != nil {
		return 0, 0, err
	}
	if typed.MergedInto != 0 {
		item, err = trueItem(tx, typed.MergedInto)
		return item, typed.ID, err
	}
	if id != 0 {
		err = tx.Raw("SELECT ifnull((SELECT named_item_id FROM "+table+" WHERE id = ? AND item_id = ?), 0)", id, typed.ID).Row().Scan(&named)
	}
	return typed.ID, named, err
}

// trueItem follows a thing that was merged to the one it is now; 0 where there is none.
func trueItem(tx *gorm.DB, id ItemID) (ItemID, error) {
	var own ItemID
	err := tx.Raw(`WITH RECURSIVE up (id) AS (SELECT ? UNION SELECT i.merged_into FROM up JOIN item i ON i.id = up.id WHERE i.merged_into IS NOT NULL)
		SELECT ifnull((SELECT i.id FROM up JOIN item i ON i.id = up.id WHERE i.merged_into IS NULL), 0)`, int64(id)).Row().Scan(&own)
	return own, err
}

// OtherNames gives the things that were merged into one, by name.
func (s *Store) OtherNames(id ItemID) (names []Item, err error) {
	err = s.db.Where("merged_into = ? AND deleted_at = 0", id).Order("name_key").Find(&names).Error
	return names, explain(err)
}
