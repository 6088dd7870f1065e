package models_test

import "goodturn/models"

// peopleFigures are the pages of what people say, of those who work here, and of what thanking came to.
var peopleFigures = []figure{
	{name: "what people say, first page", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error {
			if _, err := s.PraiseSums(); err != nil {
				return err
			}
			_, _, err := s.Praises(models.PraiseFilter{Newest: true, Limit: 50})
			return err
		})
	}},
	{name: "the staff page", target: 300, do: func(w *stopwatch, s *shop) {
		gathered(w, s)
		w.time(func() error { _, err := s.StaffFigures(s.Today().AddDays(-365)); return err })
	}},
	{name: "history of thank-yous", target: oneFrame, do: func(w *stopwatch, s *shop) {
		w.time(func() error { return thanksHistory(s, models.ThanksFilter{}) })
	}},
	{name: "history of thank-yous, typing a name", target: 100, do: eachKey([]string{"ann hughes", "sofia"}, func(s *shop, text string) error {
		return thanksHistory(s, models.ThanksFilter{Who: text})
	})},
	{name: "Today, with birthdays thanked for", target: oneFrame, writes: true, do: func(w *stopwatch, s *shop) {
		if s.round == 0 {
			s.round++
			shop, err := s.Shop()
			w.must(err)
			shop.MilestoneBirthday = true
			w.must(s.SaveShop(&shop))
		}
		todayPage()(w, s)
	}},
}

// thanksHistory asks for all that the page of the history shows.
func thanksHistory(s *shop, f models.ThanksFilter) error {
	f.Done, f.Limit = true, 50
	if _, _, err := s.ThankYous(f); err != nil {
		return err
	}
	if _, err := s.ThankedYears(); err != nil {
		return err
	}
	_, err := s.ThanksSums(f)
	return err
}
