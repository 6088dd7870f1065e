package app

import (
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// Envelopes are envelopes as they are to be printed.
type Envelopes struct {
	Shop     models.Shop // whom they are from
	Made     time.Time
	Language string // of the title, as a language tag
	Title    string // of the document
	Kind     paper.Paper
	Nudge    Nudge
	Letters  []Letter
}

// Cards are cards as they are to be printed.
type Cards struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Title    string // of the document
	Kind     paper.CardKind
	Sides    paper.CardSides
	Nudge    Nudge
	Greeting string
	From     string   // "From Harbour Cycles"
	Reach    []string // how to reach the shop, line by line
	Ruled    bool
	Count    int      // of folded cards
	Letters  []Letter // of postcards
}

// LayOutEnvelopes gives the envelopes. No name or address, whatever script or sign it is written in and however long, makes it fail or
// leaves its place.
func (p *Press) LayOutEnvelopes(e Envelopes) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.Envelopes(paper.EnvelopesInput{Frame: p.frame(e.Kind, e.Shop, e.Language, e.Made), Title: e.Title, Nudge: e.Nudge.onPaper(),
		Sender: append([]string{e.Shop.Name}, linesOf(e.Shop.Address)...), Texts: textsOf(e.Letters)})
}

// LayOutCards gives the sheets of cards. No word makes it fail or leaves its panel.
func (p *Press) LayOutCards(c Cards) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	in := paper.CardsInput{Frame: p.frame(paper.Paper(c.Shop.Paper), c.Shop, c.Language, c.Made), Title: c.Title, Kind: c.Kind, Sides: c.Sides, Nudge: c.Nudge.onPaper(),
		Greeting: c.Greeting, From: c.From, Reach: c.Reach, Ruled: c.Ruled, Count: c.Count}
	if c.Kind == paper.CardPost {
		in.Texts = textsOf(c.Letters)
	}
	return paper.Cards(in)
}

// textsOf are the lines of letters.
func textsOf(letters []Letter) [][]string {
	texts := make([][]string, len(letters))
	for i := range letters {
		texts[i] = letters[i].Lines()
	}
	return texts
}
