package app

import (
	"context"
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// Wall is a page for the wall with what people say about the shop, worded, as it is to be printed.
type Wall struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.WallWords
	Quotes   []paper.WallQuote
}

// LayOutWall gives the pages for the wall. No word, whatever script or sign it is written in, makes it fail.
func (p *ThankYouPrinter) LayOutWall(wall Wall) (*paper.Document, error) {
	p.once.Do(p.readFonts)
	if p.err != nil {
		return nil, p.err
	}
	return paper.Wall(paper.WallInput{
		Frame: p.frame(paper.Paper(wall.Shop.Paper), wall.Shop, wall.Language, wall.Made), Words: wall.Words, Quotes: wall.Quotes})
}

// PrintWall writes a page for the wall as Print does a list of people to thank.
func (p *ThankYouPrinter) PrintWall(ctx context.Context, wall Wall, folder, name string, report func(done, total int)) (path string, err error) {
	document, err := p.LayOutWall(wall)
	if err != nil {
		return "", err
	}
	return saveToPrint(ctx, document, folder, name, report)
}
