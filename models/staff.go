package models

import "gorm.io/gorm"

// Staff is somebody who serves in the shop. Staff leave; they are never deleted, for the log names them.
type Staff struct {
	ID         StaffID
	Name       string
	ActiveFrom Day
	ActiveTo   Day // "" while they work here
	CreatedAt  Moment
}

// Left tells whether they no longer work here.
func (m Staff) Left() bool { return m.ActiveTo != "" }

// byStaffName is how staff are listed: those who left come last.
const byStaffName = "active_to <> '', name COLLATE NOCASE, id"

// Staff gives everybody who works here, by name; withLeft adds those who left, after them.
func (s *Store) Staff(withLeft bool) ([]Staff, error) {
	q := s.db.Order(byStaffName)
	if !withLeft {
		q = q.Where("active_to = ''")
	}
	var staff []Staff
	return staff, explain(q.Find(&staff).Error)
}

// SaveStaff adds somebody, or renames them; the name must be new among those who work here. On any error m is as it was.
func (s *Store) SaveStaff(m *Staff) error {
	work := *m
	work.Name = oneLine(work.Name)
	if work.ID == 0 {
		work.CreatedAt, work.ActiveFrom = MomentOf(s.now()), s.Today()
	}
	if err := work.CheckName(); err != nil {
		return err
	}
	if !work.ActiveFrom.Valid() || !work.ActiveTo.Valid() {
		return problem("activeTo", "date")
	}
	return keep(m, &work, s.change(KindStaff, func(tx *gorm.DB) error { return putRow(tx, &work, work.ID) }))
}

// CheckName gives the Problem of a name that nobody can have; whether somebody has it, only SaveStaff tells.
func (m Staff) CheckName() error {
	switch name := oneLine(m.Name); {
	case name == "":
		return problem("name", "staff.name")
	case len(name) > maxName:
		return problem("name", "tooLong")
	}
	return nil
}

// StaffLeaves notes that somebody left today; what they did stays under their name.
func (s *Store) StaffLeaves(id StaffID) error { return s.setStaffEnd(id, s.Today()) }

// StaffReturns takes somebody who left back on.
func (s *Store) StaffReturns(id StaffID) error { return s.setStaffEnd(id, "") }

func (s *Store) setStaffEnd(id StaffID, day Day) error {
	return s.change(KindStaff, func(tx *gorm.DB) error {
		return updateOne(tx.Model(&Staff{}).Where("id = ?", id), map[string]any{"active_to": day})
	})
}
