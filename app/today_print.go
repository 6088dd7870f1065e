package app

import (
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// TodaySheet is a day's work, worded, as it is to be printed.
type TodaySheet struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.Words
	Parts    []paper.TodayPart
}

// LayOutToday gives the pages of a day's work. No name, whatever script or sign it is written in, makes it fail.
func (p *Press) LayOutToday(day TodaySheet) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.TodaySheet(paper.TodayInput{
		Frame: p.frame(paper.Paper(day.Shop.Paper), day.Shop, day.Language, day.Made), Words: day.Words, Parts: day.Parts})
}
