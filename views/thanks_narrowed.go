package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/views/kit"
)

// narrowedLine says above those to be thanked that the owner chose to see some of them only, and which; it leads back to all.
type narrowedLine struct {
	w                   *Window
	how, cause, waiting *kit.Badge
	nobody              *kit.RichLine
	object              *fyne.Container
}

func newNarrowedLine(w *Window, off func()) *narrowedLine {
	badge := func() *kit.Badge { return kit.NewBadge("", kit.TonePlain) }
	n := &narrowedLine{w: w, how: badge(), cause: badge(), waiting: badge(), nobody: kit.Quiet(kit.T("thanks.narrowed.nobody"))}
	row := kit.FlowRow(8, kit.Quiet(kit.T("thanks.narrowed")), n.how, n.cause, n.waiting, kit.NewButton(kit.T("thanks.narrowed.off"), off).Link().Small())
	n.object = kit.VStack(8, row, n.nobody)
	return n
}

// set shows what was chosen, which fits so many.
func (n *narrowedLine) set(c app.ThanksChoices, fit int) {
	how, cause, waiting := "", "", ""
	if c.How != "" {
		how = kit.T("thanks.only.how", "How", channelWord(c.How))
	}
	if c.Cause != "" {
		cause = kit.T("thanks.only." + string(c.Cause))
	}
	if c.Waiting > 0 {
		waiting = kit.TN("thanks.only.waiting", c.Waiting/7)
	}
	setBadge(n.how, how, kit.TonePlain)
	setBadge(n.cause, cause, kit.TonePlain)
	setBadge(n.waiting, waiting, kit.TonePlain)
	n.object.Hidden, n.nobody.Hidden = !c.Narrowed(), fit > 0
}
