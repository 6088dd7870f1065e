package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// promisePart says of a visit in the log how its promise stands: whether it is ready, and what was done about it where it was late.
type promisePart struct {
	w        *Window
	state    *kit.RichLine
	ready    *kit.Tick
	inTime   *kit.Button // it was, and nobody said so then
	madeGood *kit.Entry
	good     *kit.Field
	object   *fyne.Container
	promised models.Moment // as the field above has it
	readyAt  models.Moment
	stored   bool // of a visit that is only being logged nothing is ready yet
	onChange func()
}

func newPromisePart(w *Window, onChange func()) *promisePart {
	p := &promisePart{w: w, state: kit.Quiet(""), onChange: onChange}
	p.ready = kit.NewTick(kit.T("promises.visit.ready"), false, p.onReady)
	p.inTime = kit.NewButton(kit.T("promises.inTime"), p.onInTime).Link().Small()
	p.madeGood = kit.NewEntry(kit.T("promises.madeGood.place"))
	also(&p.madeGood.OnChanged, onChange)
	p.good = kit.NewField(kit.T("promises.madeGood"), p.madeGood)
	p.object = kit.VStack(8, kit.FlowRow(12, p.ready, p.state, p.inTime), p.good)
	p.object.Hide()
	return p
}

// show writes the visit's promise into the fields.
func (p *promisePart) show(v *models.Visit) {
	p.stored, p.readyAt = v.ID != 0, v.ReadyAt
	p.madeGood.SetText(v.MadeGood)
	p.setPromised(v.PromisedFor)
}

// setPromised takes the time that the field above has; 0 for none.
func (p *promisePart) setPromised(promised models.Moment) {
	p.promised = promised
	p.ready.SetOn(p.readyAt != 0)
	state := models.PromiseOf(promised, p.readyAt, p.w.app.Now())
	if state != models.PromiseNone {
		p.state.SetText(kit.T("promises.state."+string(state), "When", p.w.promiseTime(promised)))
	}
	p.inTime.Hidden = state != models.PromiseBroken
	p.good.Hidden = state != models.PromiseBroken && p.madeGood.Text == ""
	p.ready.Hidden, p.state.Hidden = state == models.PromiseNone, state == models.PromiseNone
	p.object.Hidden = !p.stored || p.ready.Hidden && p.good.Hidden
	p.object.Refresh()
}

func (p *promisePart) onReady(on bool) {
	p.readyAt = 0
	if on {
		p.readyAt = models.MomentOf(p.w.app.Now())
	}
	p.setPromised(p.promised)
	p.onChange()
}

func (p *promisePart) onInTime() {
	p.readyAt = p.promised
	p.setPromised(p.promised)
	p.w.canvas().Focus(p.ready)
	p.onChange()
}

// read takes the fields into the visit, whose promise is read already.
func (p *promisePart) read(v *models.Visit) {
	v.ReadyAt, v.MadeGood = p.readyAt, strings.TrimSpace(p.madeGood.Text)
	if v.PromisedFor == 0 {
		v.ReadyAt = 0
	}
}
