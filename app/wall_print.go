package app

import (
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
func (p *Press) LayOutWall(wall Wall) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.Wall(paper.WallInput{
		Frame: p.frame(paper.Paper(wall.Shop.Paper), wall.Shop, wall.Language, wall.Made), Words: wall.Words, Quotes: wall.Quotes})
}
