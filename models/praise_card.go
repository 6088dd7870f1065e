package models

// fillPraise gives the card what the customer said about the shop.
func (s *Store) fillPraise(card *Card) (err error) {
	id := card.Customer.ID
	if card.Praise, card.PraiseN, err = s.Praises(PraiseFilter{Customer: id, Newest: true, Limit: praiseShown}); err != nil {
		return err
	}
	return s.db.Raw("SELECT ifnull(max(on_day) FILTER (WHERE channel = 'review'), ''), ifnull(max(on_day), '') FROM praise WHERE customer_id = ? AND deleted_at = 0", id).
		Row().Scan(&card.Because.ReviewOn, &card.Because.PraisedOn)
}

// storyPraise gives what the customer said about the shop.
func (s *Store) storyPraise(id CustomerID, _ StoryFilter, a after) ([]strandEntry, error) {
	where, args := a.where("p.on_day", "p.id")
	var rows []PraiseRow
	err := s.db.Raw(praiseRows("praise")+" WHERE "+shownPraise+" AND p.customer_id = ? AND "+where+" ORDER BY p.on_day DESC, p.id DESC LIMIT "+number(a.limit), append([]any{id}, args...)...).Scan(&rows).Error
	loc := s.now().Location()
	entries := make([]strandEntry, len(rows))
	for i := range rows {
		entries[i] = strandEntry{StoryEntry{Kind: StoryPraise, At: MomentOf(rows[i].OnDay.In(loc)), Praise: &rows[i]}, rows[i].OnDay, int64(rows[i].ID)}
	}
	return entries, err
}
