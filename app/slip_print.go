package app

import (
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// Slip is a slip that a customer takes along, worded, as it is to be printed.
type Slip struct {
	Shop     models.Shop
	Made     time.Time
	Language string // of the words, as a language tag
	Small    bool   // on a small page of its own, else in the corner of the shop's usual sheet
	Reach    string // how to reach the shop
	Words    paper.SlipWords
	Parts    []paper.SlipPart
	Tear     *paper.SlipTear // what is torn off and handed over; nil for none
}

// LayOutSlip gives the pages of a slip. No name, whatever script or sign it is written in, makes it fail.
func (p *Press) LayOutSlip(slip Slip) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	sheet := paper.A6
	if !slip.Small {
		sheet = paper.Paper(slip.Shop.Paper)
	}
	return paper.Slip(paper.SlipInput{
		Frame: p.frame(sheet, slip.Shop, slip.Language, slip.Made),
		Reach: slip.Reach, Words: slip.Words, Parts: slip.Parts, Tear: slip.Tear})
}
