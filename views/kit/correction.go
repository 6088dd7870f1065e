package kit

import "fyne.io/fyne/v2"

// correction is how an input tells, once, that the owner changed what is in it: the field around it then takes its
// problem away.
type correction struct{ then func() }

// whenCorrected sets what is called at the next change; nil for nothing.
func (c *correction) whenCorrected(then func()) { c.then = then }

// corrected is called after every change the owner made.
func (c *correction) corrected() {
	if c.then != nil {
		c.then()
	}
}

// whenCorrected has every input in o call then when the owner changes it.
func whenCorrected(o fyne.CanvasObject, then func()) {
	if input, ok := o.(interface{ whenCorrected(func()) }); ok {
		input.whenCorrected(then)
	}
	for _, part := range partsOf(o) {
		whenCorrected(part, then)
	}
}

// refit lays out anew all that is in front with o: something in it grew or shrank.
func refit(o fyne.CanvasObject) {
	if l := TopLayer(canvasOf(o)); l != nil {
		l.content.Refresh()
	}
}
