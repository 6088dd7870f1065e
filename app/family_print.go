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

// LayOutFamily gives the pages of a family tree. No name, whatever script or sign it is written in, makes it fail. Of a list it tells
// report, which may be nil, how many people are laid out, and stops with ctx's error when ctx ends.
func (p *Press) LayOutFamily(ctx context.Context, sheet FamilySheet, report func(done, total int)) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	if sheet.List {
		return paper.FamilyList(ctx, p.family(sheet), report)
	}
	return paper.FamilyPoster(p.family(sheet))
}

// FamilyTooSmall tells whether a tree that is to be drawn on one page cannot be read there.
func (p *Press) FamilyTooSmall(sheet FamilySheet) (bool, error) {
	if err := p.ready(); err != nil || sheet.List || !sheet.OnePage {
		return false, err
	}
	return paper.FamilyTooSmall(p.family(sheet))
}

func (p *Press) family(sheet FamilySheet) paper.FamilyInput {
	return paper.FamilyInput{Frame: p.frame(sheet.Paper, sheet.Shop, sheet.Language, sheet.Made),
		Words: sheet.Words, People: sheet.People, OnePage: sheet.OnePage}
}
