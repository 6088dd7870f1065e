package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// waitingList is everybody who waits for a thing or said to be told of it, in the order they asked; once it came in, the calls to make,
// each ticked off by one button.
type waitingList struct {
	w      *Window
	item   models.ItemID
	rows   []models.WaitRow
	lines  []*kit.Row
	calls  [][]*kit.Button // of each line
	object *fyne.Container
}

// newWaitingList makes an empty one. What holds it knows how high its lines are at a width, as page does not: its card would end above
// buttons that wrap.
func newWaitingList(w *Window) *waitingList { return &waitingList{w: w, object: kit.Over()} }

// show reads who waits for the thing. The keyboard stays where it was among the lines: who was called may be gone, and the next has
// come up.
func (l *waitingList) show(id models.ItemID) (err error) {
	at := l.focused()
	if l.rows, err = l.w.store().Waiting(id); err != nil {
		return err
	}
	l.item, l.lines, l.calls = id, nil, nil
	if len(l.rows) == 0 {
		l.object.Objects = []fyne.CanvasObject{kit.Card(kit.Quiet(kit.T("waiting.nobody")))}
		l.object.Refresh()
		return nil
	}
	parts := make([]fyne.CanvasObject, len(l.rows))
	here := 0
	for i, row := range l.rows {
		parts[i] = l.line(row)
		if row.Here {
			here++
		}
	}
	heading := kit.T("waiting.heading")
	if here > 0 {
		heading = kit.T("waiting.calls")
	}
	l.object.Objects = []fyne.CanvasObject{kit.CardWithHeading(heading, len(l.rows), kit.Rows(parts...))}
	l.object.Refresh()
	if at >= 0 {
		l.focus(at)
	}
	return nil
}

// line is one person; under those who are to be called stands what may come of the call.
func (l *waitingList) line(wait models.WaitRow) fyne.CanvasObject {
	row := l.w.waitRow(wait, func(string) { l.w.OpenCustomer(wait.CustomerID) })
	l.lines = append(l.lines, row)
	if !wait.Here {
		l.calls = append(l.calls, nil)
		return row
	}
	var buttons []*kit.Button
	outcomes := kit.FlowRow(8)
	for _, outcome := range outcomesFor(wait) {
		button := kit.NewButton(kit.T("call."+string(outcome)), func() { l.onCalled(wait, outcome) }).Small()
		buttons = append(buttons, button)
		outcomes.Add(button)
	}
	l.calls = append(l.calls, buttons)
	return kit.VStack(0, row, kit.Inset(52, 0, 8, 10, outcomes))
}

// outcomesFor is what may come of the next call; whoever knows already only comes for it, or does not.
func outcomesFor(wait models.WaitRow) []models.CallOutcome {
	if wait.State == models.WantNotified {
		return []models.CallOutcome{models.CallCollected, models.CallNotWanted}
	}
	return models.CallOutcomes
}

// onCalled ticks the call off, and puts the keyboard on the next.
func (l *waitingList) onCalled(wait models.WaitRow, outcome models.CallOutcome) {
	if err := l.w.store().NoteCall(wait.CallOf, outcome); err != nil {
		l.w.Trouble(err)
		return
	}
	l.w.Did(kit.T("call.did."+string(outcome), "Name", wait.Customer))
	for i, row := range l.rows {
		if row.CallOf == wait.CallOf {
			l.focus(i + 1)
		}
	}
}

// focus puts the keyboard on the first call from line i on, or else on the last before it, and tells whether there is one.
func (l *waitingList) focus(i int) bool {
	best := -1
	for at, buttons := range l.calls {
		if len(buttons) > 0 && (best < i) {
			best = at
		}
	}
	if best >= 0 {
		l.w.canvas().Focus(l.calls[best][0])
	}
	return best >= 0
}

// focused is the line the keyboard is in, or -1.
func (l *waitingList) focused() int {
	focused := l.w.canvas().Focused()
	for i, buttons := range l.calls {
		for _, button := range buttons {
			if focused == fyne.Focusable(button) {
				return i
			}
		}
	}
	return -1
}
