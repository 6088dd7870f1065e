package models

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Worked is an alternative that was offered before in place of a thing, and how often it was taken.
type Worked struct {
	Kind         AlternativeKind
	ItemID       ItemID       // of AnotherItem
	SpecialistID SpecialistID // of ToSpecialist
	What         string       // the thing's or the specialist's name, or what SomethingElse was; "" for OrderIn and Later
	Taken        int          // how often they said yes
	Offered      int          // of how often they said yes or no
	Noes         []string     // why they said no, what was said last first, each once; at most three
	Like         string       // the thing like it in whose place it was offered, the last of them; "" for the very thing

	like ItemID // that thing; its name is looked up for the few that are given
}

// How far back is looked, and how much is told.
const (
	workedOwn  = 200 // times that the very thing was not there
	workedEach = 20  // times that a thing like it was not there
	workedLike = 12  // things like it
	workedNoes = 3   // reasons for a no
)

// WorkedBefore gives at most limit alternatives that were offered before when a thing of that name was not there, those for the very
// thing, by whichever of its names, before those for things like it, and among each the most promising first: see wilson. Things
// like it are those with the most of its words, and at least half of them. An offer that nobody answered says nothing yet, nor does
// one of a visit that was cancelled or taken out of the log; a specialist whom nobody is to be sent to is not given. The last 200
// times that the thing was not there count, and the last 20 of each thing like it.
func (s *Store) WorkedBefore(name string, limit int) ([]Worked, error) {
	key := Fold(name)
	if key == "" || limit <= 0 {
		return nil, nil
	}
	if err := s.readThings(); err != nil {
		return nil, explain(err)
	}
	own, like := s.things.like(key, workedLike)
	if own == 0 && len(like) == 0 {
		return nil, nil
	}
	worked, err := s.bestOf(own, like, limit)
	return worked, explain(err)
}

// insteadOf gives what was offered in place of the very thing, the most promising first.
func (s *Store) insteadOf(id ItemID) ([]Worked, error) { return s.bestOf(id, nil, itemInstead) }

// bestOf gives the most promising of what was offered in place of the own thing, and of those like it, with their names.
func (s *Store) bestOf(own ItemID, like []ItemID, limit int) ([]Worked, error) {
	worked, err := s.answersTo(own, like)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(worked, Worked.before)
	worked = worked[:min(limit, len(worked))]
	for i := range worked {
		if err := s.nameWorked(&worked[i]); err != nil {
			return nil, err
		}
	}
	return worked, nil
}

// before sorts for slices.SortFunc: what was offered for the very thing first, then by promise, then by fewer noes.
func (w Worked) before(other Worked) int {
	likeness := func(w Worked) int { return int(min(1, w.like)) }
	return cmp.Or(cmp.Compare(likeness(w), likeness(other)), cmp.Compare(wilson(other.Taken, other.Offered), wilson(w.Taken, w.Offered)),
		cmp.Compare(w.Offered, other.Offered))
}

// wilson is the lower bound, at 95 %, of how likely something is that happened so many times of n, by the score interval of E. B.
// Wilson: "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical Association
// 22 (1927), pages 209 to 212. It is what puts 7 of 9 before 1 of 1; of n = 0 it is 0.
func wilson(times, n int) float64 {
	if n == 0 {
		return 0
	}
	const z = 1.959963984540054 // between it and its negative lie 95 % of the normal distribution
	m := float64(n)
	p := float64(times) / m
	return max(0, (p+z*z/(2*m)-z*math.Sqrt((p*(1-p)+z*z/(4*m))/m))/(1+z*z/m))
}

// answersTo gathers what was answered to each alternative in place of the own thing, and of those like it, in the order they were
// answered last.
func (s *Store) answersTo(own ItemID, like []ItemID) ([]Worked, error) {
	missing := lastMissing(own, workedOwn)
	for _, id := range like {
		missing += " UNION ALL " + lastMissing(id, workedEach)
	}
	rows, err := s.db.Raw(`SELECT r.item_id, a.kind, a.item_id, a.specialist_id, iif(a.kind = 'other', a.description, ''), a.state = 'accepted', a.decline_reason
		FROM (` + missing + `) r CROSS JOIN alternative a ON a.request_id = r.id
		WHERE a.state IN ('accepted', 'declined') AND a.item_id IS NOT r.item_id
		  AND (a.specialist_id IS NULL OR EXISTS (SELECT 1 FROM specialist p WHERE p.id = a.specialist_id AND p.deleted_at = 0 AND p.state = 'active' AND p.do_not_use = 0))
		ORDER BY r.day DESC, r.at DESC, r.id DESC, a.position, a.id`).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var worked []Worked
	at := map[string]int{}
	for rows.Next() {
		var w Worked
		var thing ItemID
		var taken bool
		var no string
		if err := rows.Scan(&thing, &w.Kind, &w.ItemID, &w.SpecialistID, &w.What, &taken, &no); err != nil {
			return nil, err
		}
		if thing != own {
			w.like = thing
		}
		key := fmt.Sprint(thing == own, w.Kind, " ", w.ItemID, " ", w.SpecialistID, " ", Fold(w.What))
		i, there := at[key]
		if !there {
			i = len(worked)
			at[key], worked = i, append(worked, w)
		}
		worked[i].answered(taken, no)
	}
	return onceEach(worked), rows.Err()
}

// lastMissing is the query of the last so many times that a thing was asked for and not there.
func lastMissing(id ItemID, times int) string {
	return fmt.Sprintf(`SELECT * FROM (SELECT id, item_id, day, at FROM request INDEXED BY request_missing_of
		WHERE item_id = %d AND day <> '' AND reason <> '' AND cancelled = 0 ORDER BY day DESC, at DESC, id DESC LIMIT %d)`, int64(id), times)
}

// answered counts one answer.
func (w *Worked) answered(taken bool, no string) {
	w.Offered++
	if taken {
		w.Taken++
	} else if no != "" && len(w.Noes) < workedNoes && !slices.ContainsFunc(w.Noes, func(have string) bool { return Fold(have) == Fold(no) }) {
		w.Noes = append(w.Noes, no)
	}
}

// onceEach leaves out what was offered for things like it where it was offered for the very thing as well.
func onceEach(worked []Worked) []Worked {
	return slices.DeleteFunc(slices.Clone(worked), func(w Worked) bool {
		return w.like != 0 && slices.ContainsFunc(worked, func(o Worked) bool {
			return o.like == 0 && o.Kind == w.Kind && o.ItemID == w.ItemID && o.SpecialistID == w.SpecialistID && Fold(o.What) == Fold(w.What)
		})
	})
}

// nameWorked looks up the names.
func (s *Store) nameWorked(w *Worked) error {
	return s.db.Raw(`SELECT coalesce((SELECT name FROM item WHERE id = ?), (SELECT name FROM specialist WHERE id = ?), ?), ifnull((SELECT name FROM item WHERE id = ?), '')`,
		w.ItemID, w.SpecialistID, w.What, w.like).Row().Scan(&w.What, &w.Like)
}
