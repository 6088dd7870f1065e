package app

import (
	"context"
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
func (p *ThankYouPrinter) LayOutLog(list LogList) (*paper.Document, error) {
	p.once.Do(p.readFonts)
	if p.err != nil {
		return nil, p.err
	}
	return paper.ServiceLog(paper.ServiceLogInput{
		Frame: p.frame(paper.Paper(list.Shop.Paper), list.Shop, list.Language, list.Made), Words: list.Words, Rows: list.Rows})
}

// PrintLog writes requests of the service log as Print does a list of people to thank.
func (p *ThankYouPrinter) PrintLog(ctx context.Context, list LogList, folder, name string, report func(done, total int)) (path string, err error) {
	document, err := p.LayOutLog(list)
	if err != nil {
		return "", err
	}
	return saveToPrint(ctx, document, folder, name, report)
}
