package models

// Card is everything the head and the sides of a customer's card show.
type Card struct {
	Customer   *Customer
	SourceName string
	Rung       Rung
	Because    RungEvidence
	Activity   Activity
	GapDays    float64 // the usual number of days between visits
	GapIsOwn   bool    // GapDays is the customer's own, not the shop's default
	Referral   *ReferralRow
	Brought    []ReferralRow // whom they sent, newest first, at most broughtShown
	BroughtN   int           // of all those who became customers
	ThroughN   int           // people whom those went on to send
	AsksFor    string        // whom they asked for by name last
	Waiting    []WantRow
	FollowUps  []FollowUp // open, soonest first
	SentTo     []ReferralOutRow
	ToThank    []ThankYouRow
	ToGive     []ThankYouRow // rewards still to give, of thank-yous that were said
	Thanked    ThanksSums    // so far
	Extras     Extras
	Promised   []PromiseRow // still open, or broken and not made good; the soonest first
	PromisesN  int          // that are over
	Kept       int          // of those
	Praise     []PraiseRow  // what they said about the shop, newest first, at most praiseShown
	PraiseN    int          // of all of it
	Next       NextStep
}

// broughtShown is how many of those whom somebody sent their card names.
const broughtShown = 20

// praiseShown is how much of what somebody said their card shows.
const praiseShown = 2

// RungEvidence is why a customer stands on their rung.
type RungEvidence struct {
	BroughtN  int    // people they sent who became customers
	Brought   string // the last of them
	DaysYear  int    // visit days in the last twelve months
	AsksFor   string
	VisitDayN int
	ReviewOn  Day // the last review that all can read; "" for none
	PraisedOn Day // when they praised us last, wherever
}

// Card gives one customer's card, or ErrNotFound.
func (s *Store) Card(id CustomerID) (*Card, error) {
	c, err := s.Customer(id)
	if err != nil {
		return nil, err
	}
	card := &Card{Customer: c, BroughtN: c.BroughtN}
	for _, fill := range []func(*Card) error{s.fillLadder, s.fillReferrals, s.fillPromises, s.fillExtra, s.fillPraise, s.fillNext} {
		if err := fill(card); err != nil {
			return nil, explain(err)
		}
	}
	return card, nil
}

func (s *Store) fillLadder(card *Card) error {
	c := card.Customer
	args := s.rungArgs()
	args["id"] = c.ID
	var shopGap int
	err := s.db.Raw(`SELECT (SELECT usual_gap FROM shop), `+rungOf+`, ifnull((SELECT name FROM source WHERE id = c.source_id), ''),
		ifnull((SELECT m.name FROM visit v JOIN staff m ON m.id = v.asked_for WHERE v.customer_id = c.id AND v.deleted_at = 0 ORDER BY v.at DESC LIMIT 1), '')
		FROM customer c WHERE c.id = @id`, args).Row().Scan(&shopGap, &card.Rung, &card.SourceName, &card.AsksFor)
	if err != nil {
		return err
	}
	var days []Day
	err = s.db.Raw("SELECT DISTINCT day FROM visit WHERE customer_id = ? AND deleted_at = 0 AND state = 'completed' ORDER BY day", c.ID).Scan(&days).Error
	if err != nil {
		return err
	}
	card.GapDays, card.GapIsOwn = usualGap(days, shopGap)
	card.Activity = activityOf(days, s.Today(), card.GapDays)
	card.Because = RungEvidence{BroughtN: c.BroughtN, AsksFor: card.AsksFor, VisitDayN: c.VisitDayN}
	for _, day := range days {
		if day > DayOf(s.now().AddDate(-1, 0, 0)) {
			card.Because.DaysYear++
		}
	}
	return nil
}

func (s *Store) fillReferrals(card *Card) error {
	id := card.Customer.ID
	rows, err := s.referralRows(`r.id IN (SELECT id FROM referral_in WHERE referee_id = ? AND state <> 'denied' AND deleted_at = 0
		UNION ALL SELECT * FROM (SELECT id FROM referral_in WHERE referrer_customer_id = ? AND deleted_at = 0 ORDER BY on_day DESC, id DESC LIMIT `+number(broughtShown)+`))`,
		[]any{id, id}, 0, broughtShown+1)
	if err != nil {
		return err
	}
	for i, r := range rows {
		if r.RefereeID == id {
			card.Referral = &rows[i]
			continue
		}
		card.Brought = append(card.Brought, r)
		if r.State == ReferralApproved && card.Because.Brought == "" {
			card.Because.Brought = r.Referee
		}
	}
	return s.db.Raw(`SELECT ifnull(sum(b.brought_n), 0) FROM referral_in r JOIN customer b ON b.id = r.referee_id
		WHERE r.referrer_customer_id = ? AND r.state = 'approved' AND r.deleted_at = 0`, id).Row().Scan(&card.ThroughN)
}

func (s *Store) fillPromises(card *Card) (err error) {
	id := card.Customer.ID
	if card.Waiting, err = s.wantsOf(id); err != nil {
		return err
	}
	if card.Promised, card.Kept, card.PromisesN, err = s.promisesOf(id); err != nil {
		return err
	}
	if err := s.db.Where("customer_id = ? AND state = 'open'", id).Order("due_on, id").Limit(20).Find(&card.FollowUps).Error; err != nil {
		return err
	}
	err = s.db.Raw(referralOutRows+"WHERE o.customer_id = ? AND o.state <> 'cancelled' ORDER BY o.sent_on DESC, o.id DESC LIMIT 10", id).Scan(&card.SentTo).Error
	if err != nil {
		return err
	}
	if card.ToThank, _, err = s.ThankYous(ThanksFilter{Customer: id, Limit: 20}); err != nil {
		return err
	}
	if card.ToGive, _, err = s.ThankYous(ThanksFilter{ToGive: true, Said: true, Customer: id, Limit: 20}); err != nil {
		return err
	}
	card.Thanked, err = s.ThanksSums(ThanksFilter{Customer: id})
	return err
}

func (s *Store) fillExtra(card *Card) (err error) {
	card.Extras, err = s.Extras(card.Customer.ID)
	return err
}
