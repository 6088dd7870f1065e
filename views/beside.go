package views

import (
	"context"

	"goodturn/app"
	"goodturn/models"
)

// beside looks for something beside the window that takes longer than a frame.
type beside[T any] struct {
	w    *Window
	turn int    // how often was looked: only the last answer counts
	stop func() // ends what still looks; nil where nothing does
	slow func() // told of a search that takes long enough to say something; may be nil
}

// look gives found what ask came to, or why it came to nothing, unless it is dropped or begun anew before, or another shop is opened.
// ask runs in another goroutine.
func (b *beside[T]) look(ask func(ctx context.Context) (T, error), found func(T, error)) {
	b.drop()
	turn, store := b.turn, b.w.store()
	var answer T
	work := func(ctx context.Context, _ func(done, total int)) (err error) {
		answer, err = ask(ctx)
		return err
	}
	b.stop = b.w.app.Run(work, app.Watch{Slow: func() {
		if b.slow != nil && turn == b.turn && b.w.app.Store == store {
			b.slow()
		}
	}, Done: func(err error) {
		if turn == b.turn && b.w.app.Store == store {
			found(answer, err)
		}
	}})
}

// drop ends the search; nobody is told of what it came to.
func (b *beside[T]) drop() {
	b.turn++
	if b.stop != nil {
		b.stop()
		b.stop = nil
	}
}

// pairsSearch looks for cards that are likely to be one person's: in a large book that takes a second.
type pairsSearch = beside[[]models.LikelyPair]
