package models

import (
	"encoding/json"
	"slices"

	"gorm.io/gorm"
)

// LabelLeft is a sheet of labels in the drawer of which some are used already.
type LabelLeft struct {
	ID           LabelLeftID
	Name         string
	NameKey      string
	Kind         string // of a sheet that is sold everywhere
	LabelSheetID LabelSheetID
	Used         string // the places, counted from 1 row by row, as a JSON array
}

// Of tells whether it is a sheet of that cut.
func (l *LabelLeft) Of(sheet LabelSheet) bool {
	return l.Kind == sheet.Kind && l.LabelSheetID == sheet.ID
}

// Places are the places of the sheet that are used, counted from 0; those that a sheet has no more, since its owner measured it anew,
// are left out.
func (l *LabelLeft) Places(sheet LabelSheet) []int {
	var used []int
	if json.Unmarshal([]byte(l.Used), &used) != nil {
		return nil // of a newer program: the owner ticks them again
	}
	var places []int
	for _, n := range used {
		if n >= 1 && n <= sheet.Count() {
			places = append(places, n-1)
		}
	}
	return places
}

// Put notes which sheet it is and which of its places are used, counted from 0.
func (l *LabelLeft) Put(sheet LabelSheet, places []int) {
	numbers := make([]int, len(places))
	for i, place := range places {
		numbers[i] = place + 1
	}
	slices.Sort(numbers)
	text, err := json.Marshal(slices.Compact(numbers))
	if err != nil {
		panic(err) // of numbers
	}
	l.Kind, l.LabelSheetID, l.Used = sheet.Kind, sheet.ID, string(text)
}

// LabelsLeft gives the sheets in the drawer by name.
func (s *Store) LabelsLeft() ([]LabelLeft, error) {
	var left []LabelLeft
	return left, explain(s.db.Order("name_key").Find(&left).Error)
}

// SaveLabelLeft puts a sheet into the drawer, or notes what else of it is used; its name must be new. On any error left is as it was.
func (s *Store) SaveLabelLeft(left *LabelLeft) error {
	work := *left
	if err := work.tidy(); err != nil {
		return err
	}
	return keep(left, &work, s.change(KindLabels, func(tx *gorm.DB) error { return putRow(tx, &work, work.ID) }))
}

// tidy puts the name in order, or gives the Problem with it.
func (l *LabelLeft) tidy() error {
	l.Name = oneLine(l.Name)
	l.NameKey = Fold(l.Name)
	switch {
	case l.NameKey == "":
		return problem("name", "labelLeft.name")
	case len(l.Name) > maxName:
		return problem("name", "tooLong")
	}
	return nil
}

// DeleteLabelLeft takes a sheet out of the drawer: it is full, or lost.
func (s *Store) DeleteLabelLeft(id LabelLeftID) error {
	return s.change(KindLabels, func(tx *gorm.DB) error { return takeOutOfDrawer(tx, id) })
}

func takeOutOfDrawer(tx *gorm.DB, id LabelLeftID) error {
	return oneRow(tx.Exec("DELETE FROM label_left WHERE id = ?", id))
}
