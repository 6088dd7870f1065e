package models

import "gorm.io/gorm"

// SheetUsed is what a print used of the last sheet of labels it was printed on.
type SheetUsed struct {
	Left LabelLeft // as it goes back into the drawer: the one that was begun with, or a new one
	Full bool      // no label is left: it is in no drawer any more
}

// CameOut notes, as one change, what came out of a printer: the owed ones among ids are printed, as for MarkPrinted, and the last sheet of
// labels goes into the drawer or, used up, out of it. used is nil for what is printed on no labels. A Problem is about the name of
// the sheet; used is then as it was.
func (s *Store) CameOut(ids []ThankYouID, used *SheetUsed) error {
	if used == nil {
		return s.MarkPrinted(ids)
	}
	work := *used
	if !work.Full {
		if err := work.Left.tidy(); err != nil {
			return err
		}
	}
	kinds := KindLabels
	if len(ids) > 0 {
		kinds |= KindThankYou
	}
	return keep(used, &work, s.change(kinds, func(tx *gorm.DB) error {
		if len(ids) > 0 {
			if err := s.setPrinted(tx, ids); err != nil {
				return err
			}
		}
		return work.note(tx)
	}))
}

// note puts the sheet into the drawer, or takes it out where it is full and was in it.
func (u *SheetUsed) note(tx *gorm.DB) error {
	switch {
	case !u.Full:
		return putRow(tx, &u.Left, u.Left.ID)
	case u.Left.ID != 0:
		return takeOutOfDrawer(tx, u.Left.ID)
	}
	return nil
}
