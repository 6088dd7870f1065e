package models

import "database/sql"

// SayKind is what to say to somebody of the Monday page.
type SayKind string

// What can be said; all of it stands in the book.
const (
	SayHere     SayKind = "here"     // What came in; Words are what they asked for, as they put it
	SayLate     SayKind = "late"     // What should be here by now: say when it will be
	SayAbout    SayKind = "about"    // What we said we would get back to them about; "" where nobody noted it
	SayThinking SayKind = "thinking" // they were still thinking about What
	SayAskHow   SayKind = "ask_how"  // how it went at Who for What
	SayThank    SayKind = "thank"    // thank them for What
	SayPraise   SayKind = "praise"   // they said Words about us
	SayFriend   SayKind = "friend"   // how Who is doing, whom they sent: here N times, last on Day, for What at first
	SayRemember SayKind = "remember" // What we wanted to remember about them
	SayThing    SayKind = "thing"    // they came for What on Day; Words are how they put it
	SayExtra    SayKind = "extra"    // What was done for them on Day beyond the asking
	SayVisits   SayKind = "visits"   // they were here N times, last on Day
)

// MondaySay is one thing to say, as the book has it. Nothing of it is made up: which of the fields are set is told at its Kind.
type MondaySay struct {
	Kind  SayKind
	What  string
	Who   string
	Words string
	Day   Day
	N     int
}

// mondaySay chooses what to say: to whom we owe word, that word; to whom a thank-you is due, what they are thanked for in their own
// words or how the one they sent is doing; to an advocate the news of their friend; to the others the first there is of what they came
// for last, what to remember and the last extra.
func (s *Store) mondaySay(row *MondayRow) error {
	switch row.Reason {
	case MondayPromise:
		return s.sayWord(row)
	case MondayThank:
		if s.sayThanks(row) {
			return nil
		}
	case MondayAdvocate:
		f := row.Friend
		row.Say = MondaySay{Kind: SayFriend, Who: f.Name, N: f.VisitN, Day: f.Last, What: f.Bought}
		return nil
	}
	return s.sayKnown(row)
}

// sayWord is the word we owe.
func (s *Store) sayWord(row *MondayRow) error {
	c := row.Call
	switch {
	case c.Cause == CallCameIn:
		row.Say = MondaySay{Kind: SayHere, What: c.What}
		return s.db.Raw("SELECT ifnull((SELECT r.their_words FROM want w JOIN request r ON r.id = w.request_id WHERE w.id = ?), '')", c.WantID).Row().Scan(&row.Say.Words)
	case c.Cause == CallOverdue:
		row.Say = MondaySay{Kind: SayLate, What: c.What}
	case c.Cause == CallAskHow:
		row.Say = MondaySay{Kind: SayAskHow, What: c.What, Who: c.Specialist}
	case c.Thinking != "":
		row.Say = MondaySay{Kind: SayThinking, What: c.Thinking}
	default:
		row.Say = MondaySay{Kind: SayAbout, What: c.What}
	}
	return nil
}

// sayThanks is what to thank for; false where a milestone alone is.
func (s *Store) sayThanks(row *MondayRow) bool {
	t := row.Thank
	switch {
	case t.Cause == ThanksReferral && t.Referee != "" && t.RefereeVisitN > 0:
		row.Say = MondaySay{Kind: SayFriend, Who: t.Referee, N: t.RefereeVisitN, What: t.FirstBought,
			Day: DayOf(t.RefereeLast.In(s.now().Location()))}
	case t.TalkingPoint != "":
		row.Say = MondaySay{Kind: SayThank, What: t.TalkingPoint}
	case t.Cause == ThanksPraise && t.TheirWords != "":
		row.Say = MondaySay{Kind: SayPraise, Words: t.TheirWords, Day: t.SaidOn}
	default:
		return false
	}
	return true
}

// sayKnown is what we know of them.
func (s *Store) sayKnown(row *MondayRow) error {
	for _, way := range []func(*MondayRow) (bool, error){s.sayThing, s.sayRemember, s.sayExtra, s.sayVisits} {
		if said, err := way(row); said || err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) sayThing(row *MondayRow) (bool, error) {
	return s.sayOne(row, SayThing, `SELECT i.name, q.their_words, v.day, 0 FROM visit v JOIN request q ON q.visit_id = v.id JOIN item i ON i.id = q.item_id
		WHERE v.customer_id = ? AND v.deleted_at = 0 AND v.state = 'completed' ORDER BY v.at DESC, v.id DESC, q.position LIMIT 1`)
}

func (s *Store) sayRemember(row *MondayRow) (bool, error) {
	return s.sayOne(row, SayRemember, "SELECT text, '', max(noted_on, still_on), 0 FROM remember WHERE customer_id = ? ORDER BY position, id LIMIT 1")
}

func (s *Store) sayExtra(row *MondayRow) (bool, error) {
	return s.sayOne(row, SayExtra, `SELECT extra, '', day, 0 FROM visit WHERE customer_id = ? AND deleted_at = 0 AND state <> 'cancelled' AND extra <> ''
		ORDER BY at DESC, id DESC LIMIT 1`)
}

func (s *Store) sayVisits(row *MondayRow) (bool, error) {
	return s.sayOne(row, SayVisits, `SELECT '', '', max(day), count(*) FROM visit WHERE customer_id = ? AND deleted_at = 0 AND state = 'completed' HAVING count(*) > 0`)
}

// sayOne has them told what the query finds of them; false where it finds nothing.
func (s *Store) sayOne(row *MondayRow, kind SayKind, query string) (bool, error) {
	say := MondaySay{Kind: kind}
	err := s.db.Raw(query, row.CustomerID).Row().Scan(&say.What, &say.Words, &say.Day, &say.N)
	if err == sql.ErrNoRows {
		return false, nil
	}
	row.Say = say
	return err == nil, err
}
