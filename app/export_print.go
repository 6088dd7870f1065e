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

// LayOutCustomers gives the pages of a list of customers. No name, whatever script or sign it is written in, makes it fail.
func (p *ThankYouPrinter) LayOutCustomers(list CustomerList) (*paper.Document, error) {
	p.once.Do(p.readFonts)
	if p.err != nil {
		return nil, p.err
	}
	return paper.CustomerList(paper.CustomerListInput{
		Frame: p.frame(paper.Paper(list.Shop.Paper), list.Shop, list.Language, list.Made), Words: list.Words, Addresses: list.Addresses, Rows: list.Rows})
}

// PrintCustomers writes a list of customers as Print does one of people to thank.
func (p *ThankYouPrinter) PrintCustomers(ctx context.Context, list CustomerList, folder, name string, report func(done, total int)) (path string, err error) {
	document, err := p.LayOutCustomers(list)
	if err != nil {
		return "", err
	}
	return saveToPrint(ctx, document, folder, name, report)
}
