package models

// ThanksSums is what thanking came to, in a year or ever.
type ThanksSums struct {
	Said   int    // thank-yous
	Given  int    // rewards, in the year by the day they were given
	Cost   Money  // of those
	LastAt Moment // when the last thank-you was said
}

// ThanksSums adds up what the filter's Year, Customer and Who let through; its other fields are no matter.
func (s *Store) ThanksSums(f ThanksFilter) (sums ThanksSums, err error) {
	if f.Who != "" {
		sums, err = s.sumsTo(f)
		return sums, explain(err)
	}
	who := ThanksFilter{Done: true, Year: f.Year, Customer: f.Customer}
	said, _, args := s.thanksQuery(who)
	if err := s.named("SELECT count(*), ifnull(max(t.thanked_at), 0) FROM thank_you t WHERE "+said, args).Row().Scan(&sums.Said, &sums.LastAt); err != nil {
		return sums, explain(err)
	}
	who.Done, who.Year = false, 0
	given, args := whoQuery("t.given_on <> ''", who)
	if f.Year != 0 {
		given += " AND t.given_on BETWEEN @first AND @last"
		args["first"], args["last"] = Day(number(f.Year)+"-01-01"), Day(number(f.Year)+"-12-31")
	}
	err = s.named("SELECT count(*), ifnull(sum(t.cost), 0) FROM thank_you t WHERE "+given, args).Row().Scan(&sums.Given, &sums.Cost)
	return sums, explain(err)
}

// ThankedYears gives the years since the first thank-you was said or reward given, the newest first; none before that.
func (s *Store) ThankedYears() (years []int, err error) {
	var first Moment
	var given Day
	err = s.db.Raw(`SELECT ifnull((SELECT min(thanked_at) FROM thank_you WHERE state = 'thanked'), 0),
		ifnull((SELECT min(given_on) FROM thank_you WHERE given_on <> ''), '')`).Row().Scan(&first, &given)
	if err != nil || first == 0 && given == "" {
		return nil, explain(err)
	}
	now := s.now()
	from := now.Year()
	if first != 0 {
		from = min(from, first.In(now.Location()).Year())
	}
	if given != "" {
		from = min(from, yearOf(given))
	}
	for year := now.Year(); year >= from; year-- {
		years = append(years, year)
	}
	return years, nil
}
