package models

// StoryKind is what sort of thing happened.
type StoryKind string

// The kinds of story entry.
const (
	StoryVisit    StoryKind = "visit"
	StorySent     StoryKind = "sent"     // they sent us somebody
	StoryBrought  StoryKind = "brought"  // somebody sent them
	StoryThanks   StoryKind = "thanks"   // we thanked them
	StoryFollowUp StoryKind = "followup" // we got back to them
	StorySentTo   StoryKind = "sent_to"  // we sent them to a specialist and heard how it went
	StoryEdit     StoryKind = "edit"     // their card was changed
	StoryPraise   StoryKind = "praise"   // they said something nice
)

// StoryEntry is one thing that happened between the shop and a customer; the part of its Kind is set.
type StoryEntry struct {
	Kind     StoryKind
	At       Moment
	Visit    *Visit
	Staff    string // who served
	AskedFor string
	Referral *ReferralRow
	Thanks   *ThankYouRow // itself, By, and of a referral the referee's ID and name
	FollowUp *FollowUp
	SentTo   *ReferralOutRow
	Edit     *ActivityRow
	Praise   *PraiseRow
}

// StoryPart narrows a story to one sort of thing.
type StoryPart string

// The parts of a story.
const (
	StoryAll     StoryPart = ""
	StoryVisits  StoryPart = "visits"
	StoryUnmet   StoryPart = "unmet"   // visits that asked for something that was not available
	StoryTurns   StoryPart = "turns"   // referrals either way, and thank-yous
	StoryCalls   StoryPart = "calls"   // visits by phone or message, and the times we got back to them
	StoryPraised StoryPart = "praised" // what they said about the shop
	StoryChanges StoryPart = "changes" // to their card
)

// StoryParts are all of them, in the order a screen offers them.
var StoryParts = []StoryPart{StoryAll, StoryVisits, StoryUnmet, StoryTurns, StoryPraised, StoryCalls, StoryChanges}

// StoryFilter says which page of a story is asked for.
type StoryFilter struct {
	Part  StoryPart
	Text  string     // only what holds all its words, whatever their case and accents
	After StoryPlace // where the page before ended; the zero value is the newest
	Limit int
}

// StoryPlace is a place in a story. It is of use only with the Part of the page that gave it.
type StoryPlace struct{ after [storyStrands]strandPlace }

// strandPlace is the last entry of a strand that was told: its moment or its day, and its number.
type strandPlace struct {
	at  any // Moment or Day, by which the strand is sorted
	id  int64
	end bool // nothing comes after it
}

// storyStrands is how many tables a story is woven of; each is read in its own order, and woven in by time.
const storyStrands = 7

// A story's strands, by their place in a StoryPlace.
const (
	strandVisits = iota
	strandReferrals
	strandThanks
	strandFollowUps
	strandSentTo
	strandEdits
	strandPraise
)

// strandEntry is an entry with its place in its strand.
type strandEntry struct {
	StoryEntry
	at any
	id int64
}

// strandsOf says which strands a part of the story is woven of.
func strandsOf(part StoryPart) []int {
	switch part {
	case StoryVisits, StoryUnmet:
		return []int{strandVisits}
	case StoryTurns:
		return []int{strandReferrals, strandThanks, strandSentTo}
	case StoryPraised:
		return []int{strandPraise}
	case StoryCalls:
		return []int{strandVisits, strandFollowUps}
	case StoryChanges:
		return []int{strandEdits}
	}
	return []int{strandVisits, strandReferrals, strandThanks, strandFollowUps, strandSentTo, strandEdits, strandPraise}
}

// storyLook is how many entries a search looks at in one go.
const storyLook = 200

// Story gives a page of what happened between the shop and a customer, newest first, and where it ended; more tells whether
// there is a page after it. A page of what was searched for may be longer than was asked for.
func (s *Store) Story(id CustomerID, f StoryFilter) (entries []StoryEntry, next StoryPlace, more bool, err error) {
	typed := queryOf(f.Text)
	if len(typed.terms) == 0 {
		return s.storyPage(id, f)
	}
	next, more = f.After, true
	for more && len(entries) < f.Limit {
		look := f
		look.After, look.Limit = next, storyLook
		var some []StoryEntry
		if some, next, more, err = s.storyPage(id, look); err != nil {
			return nil, next, false, err
		}
		for _, e := range some {
			if len(typed.without(e.words()).terms) == 0 {
				entries = append(entries, e)
			}
		}
	}
	return entries, next, more, nil
}

// storyPage gives a page of the story without regard to what is searched for.
func (s *Store) storyPage(id CustomerID, f StoryFilter) (entries []StoryEntry, next StoryPlace, more bool, err error) {
	next = f.After
	var strands [storyStrands][]strandEntry
	for _, strand := range strandsOf(f.Part) {
		if next.after[strand].end {
			continue
		}
		if strands[strand], err = s.strand(strand, id, f); err != nil {
			return nil, next, false, explain(err)
		}
		next.after[strand].end = len(strands[strand]) == 0
	}
	for len(entries) < f.Limit {
		strand := latest(strands)
		if strand < 0 {
			return entries, next, false, nil
		}
		e := strands[strand][0]
		strands[strand] = strands[strand][1:]
		entries = append(entries, e.StoryEntry)
		next.after[strand] = strandPlace{at: e.at, id: e.id}
	}
	return entries, next, latest(strands) >= 0, nil
}

// latest gives the strand whose next entry is the latest, the first of those that are alike; -1 where all are at their end.
func latest(strands [storyStrands][]strandEntry) int {
	found := -1
	for i, strand := range strands {
		if len(strand) > 0 && (found < 0 || strand[0].At > strands[found][0].At) {
			found = i
		}
	}
	return found
}

// strand reads one entry more of a strand than are asked for, from behind the place.
func (s *Store) strand(strand int, id CustomerID, f StoryFilter) ([]strandEntry, error) {
	read := [storyStrands]func(CustomerID, StoryFilter, after) ([]strandEntry, error){
		s.storyVisits, s.storyReferrals, s.storyThanks, s.storyFollowUps, s.storySentTo, s.storyEdits, s.storyPraise}[strand]
	return read(id, f, after{f.After.after[strand], f.Limit + 1})
}

// after is what a strand reads: so many entries from behind a place.
type after struct {
	strandPlace
	limit int
}

// where gives the condition that the row is behind the place, at being what the strand is sorted by first.
func (a after) where(at, id string) (condition string, args []any) {
	if a.at == nil {
		return "1 = 1", nil
	}
	return "(" + at + ", " + id + ") < (?, ?)", []any{a.at, a.id}
}

// storyReferrals gives whom they sent, and who sent them.
func (s *Store) storyReferrals(id CustomerID, _ StoryFilter, a after) ([]strandEntry, error) {
	where, args := a.where("r.on_day", "r.id")
	rows, err := s.referralRows(`r.deleted_at = 0 AND r.id IN (SELECT id FROM referral_in WHERE referrer_customer_id = ?
		UNION ALL SELECT id FROM referral_in WHERE referee_id = ?) AND `+where, append([]any{id, id}, args...), 0, a.limit)
	loc := s.now().Location()
	entries := make([]strandEntry, len(rows))
	for i := range rows {
		e := StoryEntry{Kind: StorySent, At: MomentOf(rows[i].OnDay.In(loc)), Referral: &rows[i]}
		if rows[i].RefereeID == id {
			e.Kind = StoryBrought
		}
		entries[i] = strandEntry{e, rows[i].OnDay, int64(rows[i].ID)}
	}
	return entries, err
}

func (s *Store) storyThanks(id CustomerID, _ StoryFilter, a after) ([]strandEntry, error) {
	where, args := a.where("t.thanked_at", "t.id")
	var rows []ThankYouRow
	err := s.db.Raw(`SELECT t.*, ifnull(m.name, '') AS by, r.referee_id, CASE WHEN b.id IS NULL THEN '' ELSE `+nameOf("b")+` END AS referee,
		  ifnull(h.text, '') AS their_words, ifnull(k.birthday, '') AS born
		FROM (SELECT * FROM thank_you t WHERE t.customer_id = ? AND t.state = 'thanked' AND `+where+` ORDER BY t.thanked_at DESC, t.id DESC LIMIT `+number(a.limit)+`) t
		LEFT JOIN staff m ON m.id = t.thanked_by
		LEFT JOIN referral_in r ON t.cause = 'referral' AND r.id = t.cause_id
		LEFT JOIN customer b ON b.id = r.referee_id
		LEFT JOIN praise h ON t.cause = 'praise' AND h.id = t.cause_id AND h.deleted_at = 0 AND h.text <> '-'
		LEFT JOIN customer k ON k.id = t.customer_id
		ORDER BY t.thanked_at DESC, t.id DESC`, append([]any{id}, args...)...).Scan(&rows).Error
	entries := make([]strandEntry, len(rows))
	for i := range rows {
		entries[i] = strandEntry{StoryEntry{Kind: StoryThanks, At: rows[i].ThankedAt, Thanks: &rows[i]}, rows[i].ThankedAt, int64(rows[i].ID)}
	}
	return entries, err
}

func (s *Store) storyFollowUps(id CustomerID, _ StoryFilter, a after) ([]strandEntry, error) {
	where, args := a.where("done_at", "id")
	var done []FollowUp
	err := s.db.Where("customer_id = ? AND state = 'done'", id).Where(where, args...).Order("done_at DESC, id DESC").Limit(a.limit).Find(&done).Error
	entries := make([]strandEntry, len(done))
	for i := range done {
		entries[i] = strandEntry{StoryEntry{Kind: StoryFollowUp, At: done[i].DoneAt, FollowUp: &done[i]}, done[i].DoneAt, int64(done[i].ID)}
	}
	return entries, err
}

func (s *Store) storySentTo(id CustomerID, _ StoryFilter, a after) ([]strandEntry, error) {
	where, args := a.where("o.sent_on", "o.id")
	var rows []ReferralOutRow
	err := s.db.Raw(referralOutRows+"WHERE o.customer_id = ? AND o.state <> 'cancelled' AND "+where+" ORDER BY o.sent_on DESC, o.id DESC LIMIT "+number(a.limit),
		append([]any{id}, args...)...).Scan(&rows).Error
	loc := s.now().Location()
	entries := make([]strandEntry, len(rows))
	for i := range rows {
		entries[i] = strandEntry{StoryEntry{Kind: StorySentTo, At: MomentOf(rows[i].SentOn.In(loc)), SentTo: &rows[i]}, rows[i].SentOn, int64(rows[i].ID)}
	}
	return entries, err
}

// storyEdits gives what the activity log tells of the customer's card, in the order it was written.
func (s *Store) storyEdits(id CustomerID, _ StoryFilter, a after) ([]strandEntry, error) {
	rows, err := s.Activity(ActivityFilter{CustomerID: id, Thing: ThingCustomer, Before: ActivityID(a.id), Limit: a.limit})
	entries := make([]strandEntry, len(rows))
	for i := range rows {
		entries[i] = strandEntry{StoryEntry{Kind: StoryEdit, At: rows[i].At, Edit: &rows[i]}, rows[i].At, int64(rows[i].ID)}
	}
	return entries, err
}
