package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is something to fill in: its label above, and beneath it a hint or, when
// there is one, the problem with what was entered.
type Field struct {
	widget.BaseWidget
	label, hint, problem *RichLine
	input                fyne.CanvasObject
	content              *fyne.Container
}

// NewField puts a label above w.
func NewField(label string, w fyne.CanvasObject) *Field {
	f := &Field{label: Quiet(label), input: w}
	f.hint = Quiet("")
	f.problem = plainLine("", textLook{SizeSecond, ColorBad, true})
	f.hint.Hide()
	f.problem.Hide()
	f.content = VStack(5, f.label, w, f.hint, f.problem)
	if label == "" {
		f.label.Hide()
	}
	nameInput(w, label)
	f.ExtendBaseWidget(f)
	return f
}

// WithHint says beneath the field what it is for.
func (f *Field) WithHint(text string) *Field {
	f.SetHint(text)
	return f
}

// SetHint changes the hint; empty takes it away.
func (f *Field) SetHint(text string) {
	f.hint.SetText(text)
	f.hint.Hidden = text == "" || f.problem.Visible()
	f.content.Refresh()
}

// SetLabel changes the label.
func (f *Field) SetLabel(text string) {
	f.label.SetText(text)
	f.label.Hidden = text == ""
	nameInput(f.input, text)
	f.content.Refresh()
}

// SetProblem says beneath the field what is wrong with it; empty takes that away, and so does the owner by changing
// what is in the field.
func (f *Field) SetProblem(sentence string) {
	if sentence == f.problem.Text() {
		return
	}
	f.problem.SetText(sentence)
	f.problem.Hidden = sentence == ""
	f.hint.Hidden = f.hint.Text() == "" || sentence != ""
	marked := marksIn(f.input)
	for _, m := range marked {
		m.setProblem(sentence != "" && len(marked) == 1) // of several nobody can tell which is meant
		if date, ok := m.(*DateField); ok && sentence != "" {
			date.hideNote() // it would lie over the sentence
		}
	}
	whenCorrected(f.input, f.onCorrected())
	f.content.Refresh()
	refit(f)
}

// marks is an input that shows by its border that there is a problem with it.
type marks interface{ setProblem(on bool) }

// marksIn finds those that are shown in o.
func marksIn(o fyne.CanvasObject) (all []marks) {
	if m, ok := o.(marks); ok {
		return []marks{m}
	}
	for _, part := range partsOf(o) {
		if part.Visible() {
			all = append(all, marksIn(part)...)
		}
	}
	return all
}

// onCorrected is what a change of the input calls for: nothing while there is no problem.
func (f *Field) onCorrected() func() {
	if f.Problem() == "" {
		return nil
	}
	return func() { f.SetProblem("") }
}

// Problem gives the sentence shown, or "".
func (f *Field) Problem() string { return f.problem.Text() }

// Input gives what the field is around.
func (f *Field) Input() fyne.CanvasObject { return f.input }

// Focus puts the cursor into the field.
func (f *Field) Focus() {
	if target := focusTarget(f.input); target != nil {
		focusOn(target)
	}
}

// focusTarget finds what takes the focus in o.
func focusTarget(o fyne.CanvasObject) fyne.Focusable {
	switch o := o.(type) {
	case fyne.Focusable:
		return o
	case interface{ FocusTarget() fyne.Focusable }:
		return o.FocusTarget()
	}
	for _, part := range partsOf(o) {
		if target := focusTarget(part); target != nil {
			return target
		}
	}
	return nil
}

// Parts gives the children, for the search for a focused widget's scrolls.
func (f *Field) Parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.content} }

// HeightFor gives the height at a width.
func (f *Field) HeightFor(width float32) float32 { return HeightFor(f.content, width) }

func (f *Field) naturalWidth() float32 { return naturalWidth(f.content) }

// CreateRenderer is Fyne's way to ask for what is drawn.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }
