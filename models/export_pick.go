package models

import (
	"strings"

	"gorm.io/gorm"
)

// Pick says which customers go out: those of IDs, in their order, or where IDs is nil a group by name. An empty list that is
// not nil is nobody, so that a filter which finds nobody never hands out the whole book.
type Pick struct {
	IDs      []CustomerID
	Set      CustomerSet
	Archived bool         // of the group of all: also those who were put away
	Without  []Permission // who asked for none of this is left out
}

// wishColumns are the columns that hold who asked for no post, calls and e-mail.
var wishColumns = map[Permission]string{PermitPost: "no_post", PermitPhone: "no_phone", PermitEmail: "no_email"}

// where is the condition on the customer c as the day has it, and what to give for its question marks.
func (p Pick) where(today Day) (condition string, args []any) {
	switch {
	case p.IDs != nil:
		condition, args = "c.deleted_at = 0 AND c.id IN (SELECT value FROM json_each(?))", []any{jsonIDs(p.IDs)}
	case p.Archived && p.Set == CustomersAll:
		condition = "c.deleted_at = 0 AND c.state IN ('active', 'archived')"
	default:
		condition = p.Set.where(today)
	}
	for _, permission := range p.Without {
		condition += " AND c." + wishColumns[permission] + " = 0"
	}
	return condition, args
}

// read gives whom the pick means on the day, in their order.
func (p Pick) read(db *gorm.DB, today Day) (ids []CustomerID, err error) {
	condition, args := p.where(today)
	if p.IDs == nil {
		err = db.Raw("SELECT c.id FROM customer c WHERE "+condition+" ORDER BY c.name_key, c.id", args...).Scan(&ids).Error
		return ids, err
	}
	err = db.Raw("SELECT c.id FROM json_each(?) j JOIN customer c ON c.id = j.value WHERE "+condition+" ORDER BY j.key", append([]any{jsonIDs(p.IDs)}, args...)...).Scan(&ids).Error
	return ids, err
}

// PickCount is how many customers a Pick has, by what they asked to be spared.
type PickCount struct {
	byWishes [1 << 3]int // a bit for each of Permissions
}

// CountPick counts the customers of a pick, whatever it is without, in one walk: what each way of leaving people out would
// leave is then told without asking again.
func (s *Store) CountPick(pick Pick) (PickCount, error) {
	var count PickCount
	if pick.IDs != nil {
		return s.countChosen(pick.IDs)
	}
	pick.Without = nil
	condition, args := pick.where(s.Today())
	bits := make([]string, len(Permissions))
	for i, permission := range Permissions {
		bits[i] = "c." + wishColumns[permission] + " * " + number(1<<i)
	}
	var rows []struct{ Wishes, N int }
	err := s.db.Raw("SELECT "+strings.Join(bits, " + ")+" AS wishes, count(*) AS n FROM customer c WHERE "+condition+" GROUP BY 1", args...).Scan(&rows).Error
	for _, row := range rows {
		count.byWishes[row.Wishes] = row.N
	}
	return count, explain(err)
}

// countChosen is CountPick of those of ids, from the facts: asked of the file, a whole shop chosen takes half a second.
func (s *Store) countChosen(ids []CustomerID) (count PickCount, err error) {
	m, err := s.readyFacts()
	if err != nil {
		return count, err
	}
	counted := make(map[CustomerID]bool, len(ids))
	for _, id := range ids {
		if f := m.byID[id]; f != nil && !counted[id] {
			counted[id] = true
			count.byWishes[f.no]++
		}
	}
	return count, nil
}

// Left is how many there are without those who asked for none of what is given.
func (c PickCount) Left(without ...Permission) (n int) {
	for wishes, some := range c.byWishes {
		if wishes&permissionBits(without) == 0 {
			n += some
		}
	}
	return n
}

// Asked is how many asked to be spared this way of being reached.
func (c PickCount) Asked(permission Permission) int { return c.Left() - c.Left(permission) }

func permissionBits(permissions []Permission) (bits int) {
	for i, permission := range Permissions {
		for _, p := range permissions {
			if p == permission {
				bits |= 1 << i
			}
		}
	}
	return bits
}
