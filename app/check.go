package app

import (
	"context"
	"time"

	"goodturn/models"
)

// checkAfter lets the window settle before the whole shop file is read.
const checkAfter = 10 * time.Second

// CheckSoon looks through the shop file now open for damage, a little later and beside the window, and tells only what
// is wrong: a models.Problem. A file that another computer holds is left alone: reading it all would keep that one from
// saving.
func (a *App) CheckSoon(wrong func(error)) {
	store := a.Store
	a.After(checkAfter, func() {
		if store == nil || a.Store != store || a.holder != nil {
			return
		}
		path := store.Path()
		work := func(ctx context.Context, _ func(done, total int)) error { return models.QuickCheck(ctx, path) }
		a.Run(work, Watch{Done: func(err error) {
			if _, damaged := models.IsProblem(err); damaged && a.Store == store {
				wrong(err)
			}
		}})
	})
}
