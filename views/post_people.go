package views

import (
	"context"
	"strconv"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// postPeople are the people whom something is printed for that goes by post: the choice of them, who of them is left out, and the
// letters to the others.
type postPeople struct {
	w       *Window
	shop    models.Shop
	groups  []postWhom
	sorted  app.PostPeople // of the group that was read last
	letters []app.Letter
	reading bool // they are being looked up

	whom     *kit.Select
	left     *postLeft
	together *kit.Tick
	order    *kit.Select

	count func() // it is being looked up, or no more
	found func() // there are other letters
}

// newPostPeople makes the choice among groups. together is what those at one address share, leave closes the sheet it stands in.
func newPostPeople(w *Window, shop models.Shop, groups []postWhom, together string, leave func()) *postPeople {
	p := &postPeople{w: w, shop: shop, groups: groups}
	p.whom = kit.NewSelect(groupChoices(groups), "0", func(string) { p.read() })
	p.left = newPostLeft(w, leave)
	p.together = kit.NewTick(together, w.app.Prefs.LabelsTogether(), p.onTogether)
	p.order = kit.NewSelect(labelOrders(), string(w.app.Prefs.LabelOrder()), p.onOrder)
	return p
}

func (p *postPeople) onTogether(on bool) {
	p.w.app.Prefs.SetLabelsTogether(on)
	p.address()
}

func (p *postPeople) onOrder(order string) {
	p.w.app.Prefs.SetLabelOrder(app.PostOrder(order))
	p.address()
}

// read finds those of the chosen group and their addresses, beside the window: of a whole large book it takes a moment.
func (p *postPeople) read() {
	group, err := p.group().find(p.w)
	if err != nil {
		p.w.Trouble(err)
		return
	}
	store := p.w.store()
	var sorted app.PostPeople
	work := func(ctx context.Context, report func(done, total int)) error {
		people, err := group.read(ctx, store, report)
		sorted = app.SortPost(people)
		return err
	}
	p.beside(work, func(err error) { p.onRead(sorted, err) })
}

// group is the one that is chosen.
func (p *postPeople) group() postWhom {
	i, err := strconv.Atoi(p.whom.Value())
	if err != nil || i >= len(p.groups) {
		i = 0
	}
	return p.groups[i]
}

// beside does what finds people, or puts them into letters; meanwhile the sheet says so.
func (p *postPeople) beside(work app.Work, done func(error)) {
	p.reading = true
	p.count()
	run := p.w.newRunning(kit.T("labels.reading"), done)
	run.ended = p.onFound
	run.start(work)
}

func (p *postPeople) onFound() {
	p.reading = false
	p.count()
}

func (p *postPeople) onRead(sorted app.PostPeople, err error) {
	if err != nil {
		p.w.Trouble(err)
		return
	}
	p.sorted = sorted
	p.left.set(sorted)
	p.address()
}

// address puts the people into letters, in the chosen order, beside the window as well.
func (p *postPeople) address() {
	people, together, order := p.sorted.To, p.together.On(), app.PostOrder(p.order.Value())
	var letters []app.Letter
	work := func(context.Context, func(done, total int)) error {
		letters = app.Letters(people, p.shop, together, order)
		return nil
	}
	p.beside(work, func(err error) { p.onAddressed(letters, err) })
}

func (p *postPeople) onAddressed(letters []app.Letter, err error) {
	if err != nil {
		p.w.Trouble(err)
		return
	}
	p.letters = letters
	p.found()
}

// thanked are the thank-yous that these letters are for. Of whoever gets none it is none.
func (p *postPeople) thanked() (rows []models.ThankYouRow, err error) {
	group := p.group()
	if group.thanks == nil {
		return nil, nil
	}
	type who struct {
		customer   models.CustomerID
		specialist models.SpecialistID
	}
	written := map[who]bool{}
	for _, letter := range p.letters {
		for _, to := range letter.People {
			written[who{to.CustomerID, to.SpecialistID}] = true
		}
	}
	all, err := group.thanks(p.w)
	for _, t := range all {
		if written[who{t.CustomerID, t.SpecialistID}] {
			rows = append(rows, t)
		}
	}
	return rows, err
}
