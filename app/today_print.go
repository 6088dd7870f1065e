package app

import (
	"context"
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
func (p *ThankYouPrinter) LayOutToday(day TodaySheet) (*paper.Document, error) {
	p.once.Do(p.readFonts)
	if p.err != nil {
		return nil, p.err
	}
	return paper.TodaySheet(paper.TodayInput{
		Frame: p.frame(paper.Paper(day.Shop.Paper), day.Shop, day.Language, day.Made), Words: day.Words, Parts: day.Parts})
}

// PrintToday writes a day's work as Print does a list of people to thank.
func (p *ThankYouPrinter) PrintToday(ctx context.Context, day TodaySheet, folder, name string, report func(done, total int)) (path string, err error) {
	document, err := p.LayOutToday(day)
	if err != nil {
		return "", err
	}
	return saveToPrint(ctx, document, folder, name, report)
}
