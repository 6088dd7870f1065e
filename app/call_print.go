package app

import (
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// CallList is whom to call about what they wait for, worded, as it is to be printed.
type CallList struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.CallListWords
	Things   []paper.CallListThing
}

// LayOutCalls gives the pages of a list of calls. No name, whatever script or sign it is written in, makes it fail.
func (p *Press) LayOutCalls(list CallList) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.CallList(paper.CallListInput{
		Frame: p.frame(paper.Paper(list.Shop.Paper), list.Shop, list.Language, list.Made), Words: list.Words, Things: list.Things})
}
