package models

import (
	"slices"

	"gorm.io/gorm"
)

// saveRequests stores what was asked for in the visit, and takes away what no longer stands in it.
func (s *Store) saveRequests(tx *gorm.DB, v *Visit) error {
	var stored []RequestID
	if err := tx.Model(&Request{}).Where("visit_id = ?", v.ID).Pluck("id", &stored).Error; err != nil {
		return err
	}
	keep := make([]RequestID, 0, len(v.Requests))
	for i := range v.Requests {
		r := &v.Requests[i]
		if !slices.Contains(stored, r.ID) {
			r.ID = 0 // an Undo took it away since; what stands in the form counts
		}
		r.VisitID, r.Position = v.ID, i
		if err := s.saveRequest(tx, v, r); err != nil {
			return err
		}
		keep = append(keep, r.ID)
	}
	for _, id := range stored {
		if slices.Contains(keep, id) {
			continue
		}
		if err := dropRequest(tx, id); err != nil {
			return err
		}
	}
	return nil
}

func dropRequest(tx *gorm.DB, id RequestID) error {
	if err := unmakeEach(tx, "SELECT id FROM alternative WHERE request_id = ?", id); err != nil {
		return err
	}
	return tx.Delete(&Request{}, "id = ?", id).Error
}

// saveRequest stores the request still open, then its alternatives, and closes it last: the file refuses a
// request that closes without them.
func (s *Store) saveRequest(tx *gorm.DB, v *Visit, r *Request) (err error) {
	if r.ItemID, r.NamedItemID, err = s.asTyped(tx, r.Item, "request", int64(r.ID)); err != nil {
		return err
	}
	r.settle(v.State)
	closed, lost := r.State, r.LostReason
	if !r.Available() {
		r.State, r.LostReason = RequestUnavailable, LostNot
	}
	if err := putRow(tx, r, r.ID); err != nil {
		return err
	}
	if err := s.saveAlternatives(tx, v, r); err != nil {
		return err
	}
	// What was wanted, and is settled, was wanted of the thing as it is corrected too.
	const other = "UPDATE want SET item_id = @item, named_item_id = nullif(@named, 0) WHERE request_id = @id AND (item_id <> @item OR ifnull(named_item_id, 0) <> @named)"
	if err := tx.Exec(other, map[string]any{"id": r.ID, "item": int64(r.ItemID), "named": int64(r.NamedItemID)}).Error; err != nil {
		return err
	}
	r.State, r.LostReason = closed, lost
	return tx.Model(r).Select("State", "LostReason").Updates(r).Error
}

// saveAlternatives stores what was offered for the request, and takes away what no longer stands there. Two
// accepted ones may not stand side by side for a moment either: what is accepted comes last.
func (s *Store) saveAlternatives(tx *gorm.DB, v *Visit, r *Request) error {
	var stored []Alternative
	if err := tx.Where("request_id = ?", r.ID).Find(&stored).Error; err != nil {
		return err
	}
	was := make(map[AlternativeID]*Alternative, len(stored))
	for i := range stored {
		was[stored[i].ID] = &stored[i]
	}
	if err := dropOthers(tx, was, r.Alternatives); err != nil {
		return err
	}
	for _, accepted := range []bool{false, true} {
		for i := range r.Alternatives {
			a := &r.Alternatives[i]
			if (a.State == AlternativeAccepted) != accepted {
				continue
			}
			a.RequestID, a.Position = r.ID, i
			if err := s.saveAlternative(tx, v, r, a, was[a.ID]); err != nil {
				return err
			}
		}
	}
	return nil
}

// dropOthers takes away the stored alternatives that are not among those of the form.
func dropOthers(tx *gorm.DB, stored map[AlternativeID]*Alternative, form []Alternative) error {
	for id := range stored {
		if slices.ContainsFunc(form, func(a Alternative) bool { return a.ID == id }) {
			continue
		}
		if err := unmake(tx, id, func(AlternativeKind) bool { return false }); err != nil {
			return err
		}
		if err := tx.Delete(&Alternative{}, "id = ?", id).Error; err != nil {
			return err
		}
	}
	return nil
}

// saveAlternative stores one alternative and what follows from it; was is nil where it is not stored yet.
func (s *Store) saveAlternative(tx *gorm.DB, v *Visit, r *Request, a, was *Alternative) (err error) {
	if was == nil {
		a.ID, was = 0, &Alternative{}
	}
	a.ItemID, a.NamedItemID = 0, 0
	if a.Kind == AnotherItem {
		if a.ItemID, a.NamedItemID, err = s.asTyped(tx, a.Description, "alternative", int64(a.ID)); err != nil {
			return err
		}
	}
	if a.Kind != ToSpecialist {
		a.SpecialistID = 0
	}
	if a.OfferedBy == 0 {
		a.OfferedBy = v.ServedBy
	}
	if err := putRow(tx, a, a.ID); err != nil {
		return err
	}
	return s.follow(tx, v, r, a, was)
}
