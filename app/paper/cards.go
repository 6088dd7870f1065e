package paper

import "fmt"

// CardKind is a card by the sheet it is printed on.
type CardKind string

// The kinds of card.
const (
	CardSmall CardKind = "small" // two on a sheet that is cut across its middle, each folded once
	CardLarge CardKind = "large" // the whole sheet, folded once
	CardPost  CardKind = "5389"  // two postcards of 6 by 4 inches on a Letter sheet that is sold for them
)

// CardSides is which sides of the sheets are printed, and in which order.
type CardSides string

// The ways to print the sides.
const (
	CardOutside CardSides = "outside" // the outside alone; the inside stays white
	CardInTurn  CardSides = "inTurn"  // outside, inside, outside, …: for a printer that turns the paper
	CardInside  CardSides = "inside"  // the inside alone, on sheets that are put in again by hand
)

// CardsInput is what cards to write in by hand are made from. Inside stands nothing but lines.
type CardsInput struct {
	Frame           // its Paper is that of the sheet
	Title    string // of the document, for the PDF's properties
	Kind     CardKind
	Sides    CardSides
	Nudge    Nudge
	Greeting string   // on the front: "Thank you"
	From     string   // small on the back: "From Harbour Cycles"
	Reach    []string // beneath that, line by line: how to reach the shop
	Ruled    bool     // lines to write on
	Count    int      // how many cards; of postcards with addresses, those
	Texts    [][]string
}

// Cards lays out cards. Held as a book is and folded at its middle, the right half of a folded card's outside is its front. No text
// leaves its panel. It fails only without a Typesetter, for a kind or a paper it does not know, and for no card at all.
func Cards(in CardsInput) (*Document, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: cards need a typesetter")
	}
	if len(in.Texts) > 0 {
		in.Count = len(in.Texts)
	}
	boxes, width, height, err := cardSheet(in.Kind, in.Paper)
	if err != nil {
		return nil, err
	}
	if in.Count < 1 {
		return nil, fmt.Errorf("paper: there is no card to print")
	}
	c := &cards{in: in, boxes: boxes, width: width, height: height}
	pages := CardSheets(in.Kind, in.Count)
	if in.Sides == CardInTurn {
		pages *= 2
	}
	return &Document{
		Title: in.Title, Author: in.Shop, Language: in.Language, Made: in.Made,
		setter: in.Setter, trueSize: true, flip: in.flip(), later: &laterPages{count: pages, page: c.page},
	}, nil
}

// flip is over which edge a printer turns the sheet so that the inside is upright: one that lies on its side over the short one.
func (in CardsInput) flip() flip {
	switch {
	case in.Sides != CardInTurn:
		return flipNone
	case in.Kind == CardLarge:
		return flipShort
	}
	return flipLong
}

// CardSheets is how many sheets so many cards take.
func CardSheets(kind CardKind, count int) int {
	if kind == CardLarge {
		return count
	}
	return (count + 1) / 2
}

// box is a rectangle on a page.
type box struct{ x, y, w, h float64 }

// The postcards of a 5389 sheet, in millimetres (gLabels, avery-us-templates.xml: 6 by 4 inches, 1.25 from the left and the top, each
// 4.5 below the other).
func postGrid() LabelGrid {
	const inch = 25.4
	return LabelGrid{Width: 6 * inch, Height: 4 * inch, Across: 1, Down: 2, Left: 1.25 * inch, Top: 1.25 * inch, PitchX: 6 * inch, PitchY: 4.5 * inch}
}

// cardSheet gives where on its sheet the cards of a kind lie, unfolded, and how large that sheet is as it is printed: one that is
// folded as a whole lies on its side.
func cardSheet(kind CardKind, paper Paper) (boxes []box, width, height float64, err error) {
	if kind == CardPost {
		paper = Letter
	}
	if width, height, err = paper.Size(); err != nil {
		return nil, 0, 0, err
	}
	switch kind {
	case CardSmall:
		return []box{{0, 0, width, height / 2}, {0, height / 2, width, height / 2}}, width, height, nil
	case CardLarge:
		return []box{{0, 0, height, width}}, height, width, nil
	case CardPost:
		grid := postGrid()
		for place := range grid.Count() {
			x, y := grid.Corner(place)
			boxes = append(boxes, box{x, y, grid.Width, grid.Height})
		}
		return boxes, width, height, nil
	}
	return nil, 0, 0, fmt.Errorf("paper: no card is called %q", string(kind))
}

// cards are cards being laid out.
type cards struct {
	in            CardsInput
	boxes         []box
	width, height float64
}

// page lays out one side of a sheet.
func (c *cards) page(i int) Page {
	sheet, inside := i, c.in.Sides == CardInside
	if c.in.Sides == CardInTurn {
		sheet, inside = i/2, i%2 == 1
	}
	page := Page{Width: c.width, Height: c.height}
	for at, b := range c.boxes {
		card := sheet*len(c.boxes) + at
		if card >= c.in.Count {
			break
		}
		b.x, b.y = b.x+c.in.Nudge.Right, b.y+c.in.Nudge.Down
		page.Marks = append(page.Marks, Clipped{X: b.x, Y: b.y, W: b.w, H: b.h, Marks: c.side(b, card, inside)})
	}
	if !inside {
		page.Marks = append(page.Marks, c.guides()...)
	}
	return page
}

// side lays out the outside or the inside of a card that lies in b unfolded.
func (c *cards) side(b box, card int, inside bool) []Mark {
	half := box{b.x + b.w/2, b.y, b.w / 2, b.h}
	switch {
	case c.in.Kind == CardPost && inside:
		return c.addressSide(b, card)
	case c.in.Kind == CardPost:
		return append(c.front(b), c.shopBeneath(b)...)
	case inside:
		return c.lines(half)
	}
	marks := append(c.front(half), c.shopBeneath(half)...)
	half.x = b.x
	return append(marks, c.imprint(half)...)
}

// Lengths of the marks to cut and to fold at, in millimetres: they begin where any printer reaches.
const (
	guideFrom = 5.0
	guideTo   = 11.0
	foldTick  = 4.0 // on either side of the line to cut
)

// guides are the marks to fold at and to cut at. Postcards come off their sheet by themselves.
func (c *cards) guides() (marks []Mark) {
	tick := func(x1, y1, x2, y2 float64) {
		marks = append(marks, Line{X1: x1 + c.in.Nudge.Right, Y1: y1 + c.in.Nudge.Down, X2: x2 + c.in.Nudge.Right, Y2: y2 + c.in.Nudge.Down, Thick: 0.2, Ink: ruling()})
	}
	fold := c.width / 2
	switch c.in.Kind {
	case CardSmall:
		cut := c.height / 2
		tick(guideFrom, cut, guideTo, cut)
		tick(c.width-guideTo, cut, c.width-guideFrom, cut)
		tick(fold, cut-foldTick, fold, cut+foldTick)
		fallthrough
	case CardLarge:
		tick(fold, guideFrom, fold, guideFrom+foldTick)
		tick(fold, c.height-guideFrom-foldTick, fold, c.height-guideFrom)
	}
	return marks
}
