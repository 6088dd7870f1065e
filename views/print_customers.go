package views

import (
	"context"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// customersPrint shows a list of customers as it would be printed, and prints it.
type customersPrint struct {
	w     *Window
	title string // who they are; it heads the page
	rows  []models.ListedCustomer
	shop  models.Shop
	forms *kit.Chips
	desk  *desk
}

// What a list of customers is printed with.
const (
	printAddresses = "addresses"
	printNumbers   = "numbers"
)

// mostPrinted is how many customers fit on a list that somebody still turns the pages of: some 300 of them.
const mostPrinted = 5000

// showPrintCustomers opens the sheet for the customers with ids, in their order; title says who they are: "Regulars". Of nobody
// it says so instead.
func showPrintCustomers(w *Window, ids []models.CustomerID, title string) {
	if len(ids) > mostPrinted {
		w.Trouble(models.Problem{Field: "print", Key: "print.tooMany", Args: map[string]any{"Count": kit.Count(len(ids)), "Most": kit.Count(mostPrinted)}})
		return
	}
	p := &customersPrint{w: w, title: title}
	var err error
	if p.rows, err = w.store().ListedCustomers(ids); err == nil {
		p.shop, err = w.store().Shop()
	}
	if err != nil {
		w.Trouble(err)
		return
	}
	if len(p.rows) == 0 {
		w.Say(kit.T("print.customers.nobody"))
		return
	}
	forms := []kit.Choice{{Value: printAddresses, Label: kit.T("print.customers.addresses")}, {Value: printNumbers, Label: kit.T("print.customers.numbers")}}
	p.forms = rememberedChips(w, app.ChoosingCustomersForm, forms, printAddresses, func(string) { p.desk.renew() })
	choices := kit.VStack(12, p.forms, kit.Quiet(kit.T("print.customers.wishes")))
	p.desk = showDesk(w, deskPaper{kind: app.PaperCustomers, title: kit.T("print.customers.sheet"), choices: choices, prepare: p.prepare})
}

// prepare words the list as it is to be previewed.
func (p *customersPrint) prepare() (layOut, error) {
	list := p.list()
	return func(ctx context.Context, report func(done, total int)) (*paper.Document, error) {
		return p.w.app.Press().LayOutCustomers(ctx, list, report)
	}, nil
}

// list words the customers as they stand on paper, where a day is written so that it is still right next week.
func (p *customersPrint) list() app.CustomerList {
	now := p.w.app.Now()
	list := app.CustomerList{Shop: p.shop, Made: now, Language: kit.T("print.language"), Addresses: p.forms.Value() == printAddresses,
		Words: paper.CustomerListWords{
			Title: p.title, Date: kit.BirthdayText(string(models.DayOf(now))), Name: kit.T("print.customers.name"),
			Reach: kit.T("print.customers.reach"), Address: kit.T("print.customers.address"), Seen: kit.T("print.customers.seen"),
			Count: kit.TN("print.customers.count", len(p.rows), "Count", kit.Count(len(p.rows))), PageOf: pageOf,
		}}
	var left app.LeftOut
	for _, c := range p.rows {
		list.Rows = append(list.Rows, p.row(c, list.Addresses, &left))
	}
	list.Words.LeftOut = leftOutText(left)
	return list
}

// row words one customer. What they asked us to leave out is, and is counted.
func (p *customersPrint) row(c models.ListedCustomer, addresses bool, left *app.LeftOut) paper.CustomerListRow {
	badge, _ := rungWord(c.Rung)
	row := paper.CustomerListRow{Name: paperName(c.Name, c.Phone, c.Email, c.NoPhone, c.NoEmail), Badge: badge, Seen: kit.T("print.customers.never")}
	if c.LastAt != 0 {
		row.Seen = kit.BirthdayText(string(models.DayOf(c.LastAt.In(p.w.app.Now().Location()))))
	}
	row.Phone = unlessAsked(c.Phone, c.NoPhone, &left.Calls)
	row.Email = unlessAsked(c.Email, c.NoEmail, &left.Emails)
	if addresses {
		row.Address = unlessAsked(c.Postal(), c.NoPost, &left.Posts)
	}
	return row
}
