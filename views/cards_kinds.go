package views

import (
	"slices"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// postPaper is one of the things that are printed for the post: an envelope or a card.
type postPaper struct {
	key      string         // of its words, and as it is remembered
	envelope paper.Paper    // "" for a card
	card     paper.CardKind // "" for an envelope
}

// postPapers are all of them, in the order a choice offers them.
var postPapers = []postPaper{
	{key: "c6", envelope: paper.C6}, {key: "dl", envelope: paper.DL}, {key: "c5", envelope: paper.C5}, {key: "no10", envelope: paper.No10},
	{key: "small", card: paper.CardSmall}, {key: "large", card: paper.CardLarge}, {key: "post", card: paper.CardPost},
}

func postPaperChoices() []kit.Choice {
	choices := make([]kit.Choice, len(postPapers))
	for i, p := range postPapers {
		choices[i] = kit.Choice{Value: p.key, Label: kit.T("cards.what." + p.key)}
	}
	return choices
}

// lastPostPaper is what was printed last, and before that the envelope that is usual where the shop's paper is.
func lastPostPaper(prefs app.Prefs, shop models.Shop) string {
	last := prefs.PostPaper(shop.UID)
	known := slices.ContainsFunc(postPapers, func(p postPaper) bool { return p.key == last })
	switch {
	case known:
		return last
	case shop.Paper == models.PaperLetter:
		return "no10"
	}
	return "c6"
}

// kind is what is chosen.
func (s *cardsSheet) kind() postPaper {
	i := slices.IndexFunc(postPapers, func(p postPaper) bool { return p.key == s.what.Value() })
	return postPapers[max(i, 0)]
}

// folds tells whether it is a card that is folded.
func (p postPaper) folds() bool { return p.card != "" && p.card != paper.CardPost }

// How the two sides of a sheet are printed.
const (
	sidesInTurn  = "inTurn"  // by a printer that turns it
	sidesTwice   = "twice"   // the paper is put in again by hand
	sidesOutside = "outside" // the picture side of a postcard alone
	sidesInside  = "inside"  // and its address side alone
)

// sides are the ways to print this card.
func (p postPaper) sides() []kit.Choice {
	ways := []string{sidesInTurn, sidesTwice}
	if p.card == paper.CardPost {
		ways = append(ways, sidesOutside, sidesInside)
	}
	choices := make([]kit.Choice, len(ways))
	for i, way := range ways {
		choices[i] = kit.Choice{Value: way, Label: kit.T("cards.sides." + way)}
	}
	return choices
}

// lastSides is the way that was chosen last, where this card can be printed in it.
func (p postPaper) lastSides(last string) string {
	if slices.ContainsFunc(p.sides(), func(c kit.Choice) bool { return c.Value == last }) {
		return last
	}
	return sidesInTurn
}

// feed says how what is printed on is put in, and what to do with it.
func (p postPaper) feed(shop models.Shop) string {
	switch {
	case p.envelope != "":
		return kit.T("cards.feed.envelope", "Size", string(p.envelope))
	case p.card == paper.CardPost:
		return kit.T("cards.feed.post")
	}
	return kit.T("cards.feed."+p.key, "Paper", string(shop.Paper))
}

// turning says how the sheet is turned for its other side.
func (p postPaper) turning(way string) string {
	switch {
	case way == sidesInTurn && p.card == paper.CardLarge:
		return kit.T("cards.turn.short")
	case way == sidesInTurn:
		return kit.T("cards.turn.long")
	case way == sidesTwice:
		return kit.T("cards.turn.twice")
	}
	return ""
}
