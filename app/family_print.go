package app

import (
	"context"
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// FamilySheet is a family tree, worded, as it is to be printed.
type FamilySheet struct {
	Shop     models.Shop
	Paper    paper.Paper
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.FamilyWords
	People   []paper.FamilyPerson
	List     bool // as an indented list; else as a poster
	OnePage  bool // of a poster: all of it, however small
}

// LayOutFamily gives the pages of a family tree. No name, whatever script or sign it is written in, makes it fail.
func (p *ThankYouPrinter) LayOutFamily(sheet FamilySheet) (*paper.Document, error) {
	p.once.Do(p.readFonts)
	if p.err != nil {
		return nil, p.err
	}
	in := paper.FamilyInput{Frame: p.frame(sheet.Paper, sheet.Shop, sheet.Language, sheet.Made),
		Words: sheet.Words, People: sheet.People, OnePage: sheet.OnePage}
	if sheet.List {
		return paper.FamilyList(in)
	}
	return paper.FamilyPoster(in)
}

// PrintFamily writes a family tree as Print does a list of people to thank.
func (p *ThankYouPrinter) PrintFamily(ctx context.Context, sheet FamilySheet, folder, name string, report func(done, total int)) (path string, err error) {
	document, err := p.LayOutFamily(sheet)
	if err != nil {
		return "", err
	}
	return saveToPrint(ctx, document, folder, name, report)
}
