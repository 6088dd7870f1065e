package views

import (
	"context"

	"goodturn/app"
	"goodturn/models"
)

// pairsSearch looks for cards that are likely to be one person's, beside the window: in a large book that takes a second.
type pairsSearch struct {
	w    *Window
	turn int    // how often was looked: only the last answer counts
	stop func() // ends what still looks; nil where nothing does
}

// look gives found the pairs, or why there are none, unless it is dropped or begun anew before, or another shop is opened.
func (p *pairsSearch) look(found func([]models.LikelyPair, error)) {
	p.drop()
	turn, store := p.turn, p.w.store()
	var pairs []models.LikelyPair
	work := func(ctx context.Context, _ func(done, total int)) (err error) {
		pairs, err = store.LikelyPairs(ctx)
		return err
	}
	p.stop = p.w.app.Run(work, app.Watch{Done: func(err error) {
		if turn == p.turn && p.w.app.Store == store {
			found(pairs, err)
		}
	}})
}

// drop ends the search; nobody is told of what it came to.
func (p *pairsSearch) drop() {
	p.turn++
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
}
