package app

import (
	"context"
	"time"

	"goodturn/models"
)

// checkAfter lets the window settle before the whole shop file is read.
const checkAfter = 10 * time.Second

// CheckSoon looks through the shop file now open for damage, a little later and beside the window, and tells only of
// that: see IsDamage. A file that another computer holds is left alone: reading it all would keep that one from
// saving.
func (a *App) CheckSoon(damaged func()) {
	store := a.Store
	a.After(checkAfter, func() {
		if store == nil || a.Store != store || a.holder != nil {
			return
		}
		work := func(ctx context.Context, _ func(done, total int)) error { return store.QuickCheck(ctx) }
		a.Run(work, Watch{Done: func(err error) {
			if IsDamage(err) && a.Store == store {
				damaged()
			}
		}})
	})
}

// IsDamage tells whether err says that a shop file is not what it was written as, rather than that it could not be read
// just now.
func IsDamage(err error) bool {
	problem, _ := models.IsProblem(err)
	return problem.Key == "file.damaged" || problem.Key == "file.notShop"
}
