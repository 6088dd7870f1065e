package app

import (
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// ThankYouList is a list of people to thank, worded, as it is to be printed.
type ThankYouList struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Words    paper.Words
	Rows     []paper.ThankYouRow
	Writing  bool // half a page for each of them to write from, and not a list
	Compact  bool // of a list: a row each
	Without  paper.ThankYouParts
	Paper    models.Paper // "" for the shop's usual
}

// LayOutThanks gives the pages of a list. No name, whatever script or sign it is written in, makes it fail.
func (p *Press) LayOutThanks(list ThankYouList) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	layOut := paper.ThankYouList
	if list.Writing {
		layOut = paper.WritingSheets
	}
	sheet := list.Paper
	if sheet == "" {
		sheet = list.Shop.Paper
	}
	return layOut(paper.ThankYouListInput{Frame: p.frame(paper.Paper(sheet), list.Shop, list.Language, list.Made),
		Words: list.Words, Rows: list.Rows, Compact: list.Compact, Without: list.Without})
}
