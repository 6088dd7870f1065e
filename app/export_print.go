package app

import (
	"context"
	"time"

	"goodturn/app/paper"
	"goodturn/models"
)

// CustomerList is a list of customers, worded, as it is to be printed.
type CustomerList struct {
	Shop      models.Shop
	Made      time.Time
	Language  string // of the words, as a language tag
	Words     paper.CustomerListWords
	Addresses bool
	Rows      []paper.CustomerListRow
}

// LayOutCustomers gives the pages of a list of customers. No name, whatever script or sign it is written in, makes it fail. It
// reports how far it is, and ends with ctx.
func (p *Press) LayOutCustomers(ctx context.Context, list CustomerList, report func(done, total int)) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.CustomerList(ctx, paper.CustomerListInput{
		Frame: p.frame(paper.Paper(list.Shop.Paper), list.Shop, list.Language, list.Made), Words: list.Words, Addresses: list.Addresses, Rows: list.Rows}, report)
}
