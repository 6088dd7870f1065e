package models

import (
	"database/sql"
	"slices"
)

// MondayReason is why somebody stands on the Monday page.
type MondayReason string

// The reasons.
const (
	MondayPromise  MondayReason = "promise"  // we owe them word: what they wait for, what we said we would get back about, how it went elsewhere
	MondayThank    MondayReason = "thank"    // a thank-you is due to them
	MondayBirthday MondayReason = "birthday" // their birthday is this week
	MondayDrifting MondayReason = "drifting" // they came again and again, and are not seen for a while
	MondayAdvocate MondayReason = "advocate" // somebody they sent was here lately: there is news to tell
)

// MondayReasons are all of them, in the order in which they take turns.
var MondayReasons = []MondayReason{MondayPromise, MondayThank, MondayBirthday, MondayDrifting, MondayAdvocate}

// MondayPeople is how many people stand on the page: as many as an owner gets in touch with before the shop is full.
const MondayPeople = 5

// MondayRow is one person of the page, why they stand there and what to say to them. One of Call, Thank, Greet and Friend is set.
type MondayRow struct {
	Person
	Reason MondayReason
	Call   *CallRow      // of a promise
	Thank  *ThankYouRow  // of a thank-you
	Greet  *GreetRow     // of a birthday, and of somebody not seen
	Friend *MondayFriend // of an advocate
	Say    MondaySay
}

// MondayFriend is somebody who came because another sent them, as that other would like to hear of it.
type MondayFriend struct {
	Name   string
	VisitN int
	Last   Day
	Bought string // the first thing they asked for; "" where none was noted
}

// Monday gives five people to get in touch with this week, each with a reason and one thing to say. The rule:
//
//   - Each reason has a line of people. To whom we owe word: what came in first, then what is due longest. Thank-yous: due longest
//     first. Birthdays: today's first. Drifting regulars: seen last first, for they are the easiest to win back. Advocates: whose
//     friend was here last comes first.
//   - The reasons take turns in the order of MondayReasons; each gives the first of its line who does not stand on the page yet. A
//     reason whose line has ended is passed over. That goes round until five stand there, or every line has ended: so the five
//     have five reasons where there are five, and nobody stands there twice.
//   - Nobody stands in a line who is not in the book (in the archive, in the bin, erased), who asked for no post, no calls and no
//     e-mail, or about whom that line was put off; and in the last two nobody who heard from the shop within their usual gap.
//   - Those of without are passed over, in favour of the next in line: the owner changed them for another.
//
// Once something is noted about somebody, thanked, called or wished well, their line moves on by itself. In a small shop there are
// fewer than five.
func (s *Store) Monday(without ...CustomerID) ([]MondayRow, error) {
	var lines [][]MondayRow
	for _, reason := range MondayReasons {
		line, err := s.mondayLine(reason, without)
		if err != nil {
			return nil, explain(err)
		}
		lines = append(lines, line)
	}
	rows := takeTurns(lines)
	for i := range rows {
		if err := s.mondaySay(&rows[i]); err != nil {
			return nil, explain(err)
		}
	}
	return rows, nil
}

// takeTurns has the lines give the first who is not there yet, in turns, until five are.
func takeTurns(lines [][]MondayRow) (rows []MondayRow) {
	there := map[CustomerID]bool{}
	for left := true; left && len(rows) < MondayPeople; {
		left = false
		for i, line := range lines {
			for len(line) > 0 && there[line[0].CustomerID] {
				line = line[1:]
			}
			if lines[i] = line; len(line) == 0 || len(rows) == MondayPeople {
				continue
			}
			rows, lines[i], left = append(rows, line[0]), line[1:], true
			there[line[0].CustomerID] = true
		}
	}
	return rows
}

// mondayEnough is how many different people of a line are ever asked for: of those before the last, each may stand on the page already.
const mondayEnough = 2*MondayPeople - 1

// mondayLine gives the first people of a line, each once. It reads further until there are enough, or the line has ended.
func (s *Store) mondayLine(reason MondayReason, without []CustomerID) ([]MondayRow, error) {
	const first, more = 32, 4
	for limit := first; ; limit *= more {
		all, err := s.mondayRead(reason, limit)
		if err != nil {
			return nil, err
		}
		line, err := s.mondayMay(all, without)
		if err != nil || len(line) >= mondayEnough || len(all) < limit {
			return line, err
		}
	}
}

// mondayRead gives the first rows of a line, who may be anybody, and the same more than once. Fewer than limit are all of it.
func (s *Store) mondayRead(reason MondayReason, limit int) (rows []MondayRow, err error) {
	switch reason {
	case MondayPromise:
		calls, err := s.calls(limit)
		for i := range calls {
			rows = append(rows, MondayRow{Person: calls[i].Person, Call: &calls[i]})
		}
		return ofReason(rows, reason), err
	case MondayThank:
		thanks, _, err := s.storedThanks(ThanksFilter{Awake: true, Limit: limit})
		for i := range thanks {
			t := &thanks[i]
			rows = append(rows, MondayRow{Person: Person{t.CustomerID, t.Name, t.Phone, t.Email, t.NoPhone, t.NoEmail}, Thank: t})
		}
		return ofReason(rows, reason), err
	case MondayBirthday:
		return s.mondayGreet(reason, func() ([]GreetRow, error) { return s.birthdaysFrom(birthdaysUnsaid, limit) })
	case MondayDrifting:
		return s.mondayGreet(reason, func() ([]GreetRow, error) {
			if _, err := s.readyFacts(); err != nil {
				return nil, err
			}
			rows, _, err := s.notSeen(limit)
			return rows, err
		})
	}
	return s.mondayAdvocates(limit)
}

func ofReason(rows []MondayRow, reason MondayReason) []MondayRow {
	for i := range rows {
		rows[i].Reason = reason
	}
	return rows
}

func (s *Store) mondayGreet(reason MondayReason, read func() ([]GreetRow, error)) (rows []MondayRow, err error) {
	greets, err := read()
	for i := range greets {
		rows = append(rows, MondayRow{Person: greets[i].Person, Reason: reason, Greet: &greets[i]})
	}
	return rows, err
}

// mondayMay gives those of a line who may stand on the page, each once.
func (s *Store) mondayMay(line []MondayRow, without []CustomerID) (rows []MondayRow, err error) {
	ids := make([]CustomerID, len(line))
	for i := range line {
		ids[i] = line[i].CustomerID
	}
	may := map[CustomerID]bool{}
	err = s.each(func(r *sql.Rows) error {
		var id CustomerID
		err := r.Scan(&id)
		may[id] = !slices.Contains(without, id)
		return err
	}, `SELECT id FROM customer WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at = 0 AND state = 'active'
		AND NOT (no_post AND no_phone AND no_email)`, jsonIDs(ids))
	for _, row := range line {
		if may[row.CustomerID] {
			rows, may[row.CustomerID] = append(rows, row), false
		}
	}
	return rows, err
}
