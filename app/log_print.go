package app

import (
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// LogList is what the service log shows, worded, as it is to be printed.
type LogList struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.ServiceLogWords
	Rows     []paper.ServiceLogRow
}

// LayOutLog gives the pages of requests of the service log. No name, whatever script or sign it is written in, makes it fail.
func (p *Press) LayOutLog(list LogList) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.ServiceLog(paper.ServiceLogInput{
		Frame: p.frame(paper.Paper(list.Shop.Paper), list.Shop, list.Language, list.Made), Words: list.Words, Rows: list.Rows})
}
