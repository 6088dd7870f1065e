package views

import (
	"context"
	"math"
	"slices"
	"strconv"

	"goodturn/models"
	"goodturn/views/kit"
)

// postWhom is a group of people to be written to by post, by its name; who is in it is found when they are wanted.
type postWhom struct {
	label  string
	find   func(w *Window) (postGroup, error)
	thanks func(w *Window) ([]models.ThankYouRow, error) // the thank-yous that are said by writing to them; nil for none
}

// postGroup are those of a postWhom.
type postGroup struct {
	customers   []models.CustomerID
	specialists []models.Addressee
}

// read gives all of them with their addresses. It may be called from beside the window.
func (g postGroup) read(ctx context.Context, store *models.Store, report func(done, total int)) ([]models.Addressee, error) {
	people, err := store.Addressees(ctx, g.customers, report)
	return append(people, g.specialists...), err
}

// postCustomers are the customers with ids, in their order.
func postCustomers(label string, ids []models.CustomerID) *postWhom {
	return &postWhom{label: label, find: func(*Window) (postGroup, error) { return postGroup{customers: ids}, nil }}
}

// postThanked are those of rows who are thanked by card or letter; nil for nobody.
func postThanked(rows []models.ThankYouRow) *postWhom {
	var g postGroup
	rows = byPost(rows)
	for _, t := range rows {
		switch {
		case t.SpecialistID != 0:
			g.specialists = append(g.specialists, models.Addressee{SpecialistID: t.SpecialistID, Name: t.Name, Heading: t.Name, Address: t.Address})
		default:
			g.customers = append(g.customers, t.CustomerID)
		}
	}
	if len(g.customers)+len(g.specialists) == 0 {
		return nil
	}
	return &postWhom{label: kit.T("post.whom.ticked"), find: func(*Window) (postGroup, error) { return g, nil },
		thanks: func(*Window) ([]models.ThankYouRow, error) { return rows, nil }}
}

// byPost are those of rows who are thanked by card or letter.
func byPost(rows []models.ThankYouRow) (posted []models.ThankYouRow) {
	for _, t := range rows {
		if t.Channel == models.ByCard || t.Channel == models.ByLetter {
			posted = append(posted, t)
		}
	}
	return posted
}

// postChoices are the groups that can be chosen: first those one comes with, where there are any, then those to be thanked by card,
// the whole book, and the owner's lists.
func postChoices(w *Window, first *postWhom) (all []postWhom, err error) {
	if first != nil {
		all = append(all, *first)
	}
	all = append(all, postWhom{label: kit.T("post.whom.thanks"), find: thankedByPost, thanks: thanksByPost},
		postWhom{label: kit.T("post.whom.book"), find: customersOf(models.CustomerFilter{})})
	lists, err := w.store().Lists()
	for _, l := range lists {
		if f, newer := l.CustomerFilter(); newer == nil {
			all = append(all, postWhom{label: kit.T("post.whom.list", "Name", l.Name), find: customersOf(f)})
		}
	}
	return all, err
}

func thankedByPost(w *Window) (g postGroup, err error) {
	g.customers, g.specialists, err = w.store().ThankedByPost()
	return g, err
}

// thanksByPost are the thank-yous of those, without birthdays that nothing was done about yet: those were not written to.
func thanksByPost(w *Window) ([]models.ThankYouRow, error) {
	rows, _, err := w.store().ThankYous(models.ThanksFilter{Limit: math.MaxInt32})
	return slices.DeleteFunc(byPost(rows), func(t models.ThankYouRow) bool { return t.ID < 0 }), err
}

func customersOf(f models.CustomerFilter) func(w *Window) (postGroup, error) {
	return func(w *Window) (g postGroup, err error) {
		g.customers, err = w.store().CustomerIDs(f)
		return g, err
	}
}

// groupChoices are groups as a Select has them, by their place.
func groupChoices(groups []postWhom) []kit.Choice {
	choices := make([]kit.Choice, len(groups))
	for i, g := range groups {
		choices[i] = kit.Choice{Value: strconv.Itoa(i), Label: g.label}
	}
	return choices
}
