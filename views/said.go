package views

import (
	"context"
	"reflect"

	"goodturn/models"
)

// saidSearch looks through what was said and noted for words of one and two letters, which no index holds: beside the window, once
// the typing pauses, until another letter is typed.
type saidSearch struct {
	w      *Window
	ask    func(f models.CustomerFilter) (func(ctx context.Context) ([]models.VisitID, error), error)
	news   func() // told when a search is through
	asked  models.CustomerFilter
	found  []models.VisitID
	done   bool // all that asked asks for was found
	soon   soon
	search beside[[]models.VisitID]
}

// newSaidSearch makes a search that asks as ask says, which runs what it gives beside the window.
func newSaidSearch(w *Window, ask func(models.CustomerFilter) (func(context.Context) ([]models.VisitID, error), error), news func()) *saidSearch {
	return &saidSearch{w: w, ask: ask, news: news, search: beside[[]models.VisitID]{w: w}}
}

// of gives the visits at which the text of the filter was said, as far as they were found: where nobody has looked for them yet, that
// begins in a moment, and news is told.
func (q *saidSearch) of(f models.CustomerFilter) []models.VisitID {
	f.Said, f.Sort, f.Offset, f.Limit = nil, "", 0, 0
	if reflect.DeepEqual(f, q.asked) {
		return q.found
	}
	q.forget()
	if models.IsShort(f.Text) {
		q.asked = f
		q.again()
	}
	return nil
}

// again looks anew, for something was changed. What was found stays until then.
func (q *saidSearch) again() {
	if q.asked.Text != "" {
		q.done = false
		q.soon.plan(q.w.app, typingPause, q.look)
	}
}

func (q *saidSearch) look() {
	ask, err := q.ask(q.asked)
	if err != nil {
		q.w.Trouble(err)
		return
	}
	q.search.look(ask, q.onFound)
}

func (q *saidSearch) onFound(found []models.VisitID, err error) {
	if err != nil {
		q.w.Trouble(err)
	}
	q.found, q.done = found, true
	q.news()
}

// looking tells whether there may be more to find.
func (q *saidSearch) looking() bool { return q.asked.Text != "" && !q.done }

// leave ends what is not through: it begins anew when it is asked for again.
func (q *saidSearch) leave() {
	if q.looking() {
		q.forget()
	}
}

// forget ends the search and what it came to.
func (q *saidSearch) forget() {
	q.soon.drop()
	q.search.drop()
	q.asked, q.found, q.done = models.CustomerFilter{}, nil, false
}
