package models

// NextStep is what still takes a customer up the ladder; see rungOf.
type NextStep struct {
	To      Rung          // where it leads; "" for those who stand at the top, or have not been here
	Days    int           // visit days that are missing for it, where visits lead there
	Waiting []ReferralRow // people they are said to have sent who have not finished a visit: the first who does makes them an advocate
}

// fillNext says what the customer's next step is: those they sent first, since that needs nothing from them.
func (s *Store) fillNext(card *Card) error {
	for _, r := range card.Brought {
		if r.State == ReferralPending || r.State == ReferralQualified {
			card.Next.Waiting = append(card.Next.Waiting, r)
		}
	}
	switch {
	case card.Rung == RungAdvocate:
		card.Next = NextStep{}
	case len(card.Next.Waiting) > 0 || card.Rung == RungLoyal:
		card.Next.To = RungAdvocate
	case card.Rung == RungRepeat:
		var days int
		if err := s.db.Raw("SELECT loyal_days FROM shop").Row().Scan(&days); err != nil {
			return err
		}
		card.Next.To, card.Next.Days = RungLoyal, days-card.Because.DaysYear
	case card.Rung == RungCustomer:
		card.Next.To, card.Next.Days = RungRepeat, 1
	}
	return nil
}
