package views

import (
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// likelyLine says above the list of customers how many pairs of cards look like one person's, and leads to them. It
// is hidden while there are none.
type likelyLine struct {
	s      *customersScreen
	object *fyne.Container
	button *kit.Button
	soon   soon
	search pairsSearch
}

// likelyPause is how long nothing must have changed before pairs are looked for: in a large book that takes a second
// of the computer's time, and the list does not wait for it.
const likelyPause = 2 * time.Second

func newLikelyLine(s *customersScreen) *likelyLine {
	l := &likelyLine{s: s, search: pairsSearch{w: s.w}}
	l.button = kit.NewButton("", func() { s.w.Show(PlaceDuplicates) }).Link().Small()
	const edge = -4 // links have room of their own around their words
	l.object = kit.Inset(edge, 0, edge, edge, kit.HStack(0, l.button))
	l.object.Hide()
	return l
}

// plan looks for the pairs when nothing has changed for a moment.
func (l *likelyLine) plan() { l.soon.plan(l.s.w.app, likelyPause, l.look) }

// leave looks for nothing any more, and is told of nothing.
func (l *likelyLine) leave() {
	l.soon.drop()
	l.search.drop()
}

// look counts the pairs beside the window.
func (l *likelyLine) look() { l.search.look(l.s.w.store().LikelyPairs, l.found) }

// found says how many there are.
func (l *likelyLine) found(pairs []models.LikelyPair, err error) {
	if err != nil {
		l.s.w.Trouble(err)
		return
	}
	l.button.SetText(kit.TN("duplicates.line", len(pairs)))
	l.object.Hidden = len(pairs) == 0
	l.s.leftSide.Refresh()
}
