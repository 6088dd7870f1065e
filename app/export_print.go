package app

import (
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
func (p *Press) LayOutCustomers(list CustomerList) (*paper.Document, error) {
	if err := p.ready(); err != nil {
		return nil, err
	}
	return paper.CustomerList(paper.CustomerListInput{
		Frame: p.frame(paper.Paper(list.Shop.Paper), list.Shop, list.Language, list.Made), Words: list.Words, Addresses: list.Addresses, Rows: list.Rows})
}
