package app

import (
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// MondayPage is whom to get in touch with this week, worded, as it is to be printed.
type MondayPage struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.MondayWords
	People   []paper.MondayPerson
}

// LayOutMonday gives the Monday page. No name, whatever script or sign it is written in, makes it fail.
func (p *Press) LayOutMonday(page MondayPage) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.Monday(paper.MondayInput{
		Frame: p.frame(paper.Paper(page.Shop.Paper), page.Shop, page.Language, page.Made), Words: page.Words, People: page.People})
}
