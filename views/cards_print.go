package views

import (
	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// way is how the sides are printed: what has nothing inside is printed outside alone.
func (s *cardsSheet) way() string {
	if s.kind().folds() && !s.ruled.On() {
		return sidesOutside
	}
	return s.sides.Value()
}

// sidesOf are the sides that are printed at a time; of two goes the first.
func sidesOf(way string) paper.CardSides {
	switch way {
	case sidesInTurn:
		return paper.CardInTurn
	case sidesInside:
		return paper.CardInside
	}
	return paper.CardOutside
}

// prepare lays out the pages as they come out, on whichever printer; of two goes both.
func (s *cardsSheet) prepare() (layOut, error) {
	way := s.way()
	if way == sidesTwice {
		way = sidesInTurn
	}
	return s.lay(sidesOf(way), noNudge), nil
}

// whole lays out what is printed first, for the printer that is chosen, and notes which thank-yous it is for. A file holds both goes.
func (s *cardsSheet) whole() (lay layOut, err error) {
	s.came = cameAsk{store: s.w.store()}
	if s.came.thanks, err = s.thanked(); err != nil {
		return nil, err
	}
	if s.desk.through.how().Way == app.PrintFile {
		return s.prepare()
	}
	return s.lay(sidesOf(s.way()), s.nudge()), nil
}

// lay words what is chosen now.
func (s *cardsSheet) lay(sides paper.CardSides, nudge app.Nudge) layOut {
	kind, press := s.kind(), s.w.app.Press()
	if kind.envelope != "" {
		e := app.Envelopes{Shop: s.shop, Made: s.w.app.Now(), Language: kit.T("print.language"), Title: kit.T("cards.title.envelopes"), Kind: kind.envelope, Nudge: nudge, Letters: s.letters}
		return pagesOf(func() (*paper.Document, error) { return press.LayOutEnvelopes(e) })
	}
	c := app.Cards{Shop: s.shop, Made: s.w.app.Now(), Language: kit.T("print.language"), Title: kit.T("cards.title.cards"), Kind: kind.card, Sides: sides, Nudge: nudge,
		Greeting: s.greeting.Text, From: kit.T("cards.from", "Shop", s.shop.Name), Reach: reachLines(s.shop), Ruled: s.ruled.On(), Count: max(s.pieces(), 1), Letters: s.letters}
	return pagesOf(func() (*paper.Document, error) { return press.LayOutCards(c) })
}

// reachLines are how to reach the shop, as its cards say it: where it is, its number and its e-mail address beneath one another.
func reachLines(shop models.Shop) (lines []string) {
	for _, part := range []models.Shop{{Address: shop.Address}, {Phone: shop.Phone}, {Email: shop.Email}} {
		if line := shopReach(part); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// printed asks for the sheets to be put in again where only their outside is printed.
func (s *cardsSheet) printed(out printedPages) {
	if s.kind().envelope != "" || s.way() != sidesTwice || out.Way == app.PrintFile {
		s.done(out)
		return
	}
	lay := s.lay(paper.CardInside, s.nudge())
	kind := s.kind()
	var sheet *kit.Sheet
	job := printJob{how: out.Printed, lay: lay, name: kit.T("cards.title.insides"), done: s.otherSide}
	again := func() { sheet.Close(); s.w.printOut(job) }
	sheet = kit.ShowSheet(s.w.canvas(), kit.T("cards.again.title"), kit.Body(kit.T("cards.again."+kind.key)),
		kit.SheetOptions{Save: kit.T("cards.again.do"), OnSave: again, Width: 520})
	s.w.canvas().Focus(sheet.SaveButton())
}

// otherSide tells where the other sides are, once they are out.
func (s *cardsSheet) otherSide(out printedPages) {
	if out.Way != app.PrintProgram || showPrinted(s.w, out.path) {
		s.done(out)
	}
}

// done asks whether all of it came out, where somebody is thanked by it.
func (s *cardsSheet) done(out printedPages) { s.w.askCameOut(s.came, out) }
