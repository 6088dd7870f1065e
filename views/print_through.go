package views

import (
	"context"
	"strconv"

	"goodturn/app"
	"goodturn/views/kit"
)

// printerChoice is the way in which pages of a kind of paper leave the program: through the system's PDF program, straight to one of the
// printers it tells of, or as a file.
type printerChoice struct {
	w      *Window
	kind   app.PaperKind
	change func() // another one is chosen
	sel    *kit.Select
	field  *kit.Field
	times  *kit.Select
	number *kit.Field // how many copies a printer makes
}

// What stands for a way that is no printer: no printer's name has a stroke in it.
const (
	throughProgram = ""
	throughFile    = "/file"
)

func newPrinterChoice(w *Window, kind app.PaperKind, change func()) *printerChoice {
	p := &printerChoice{w: w, kind: kind, change: change}
	last, value := w.app.Prefs.LastPrinted(kind), throughProgram
	var known []string
	switch last.Way {
	case app.PrintQueue:
		known, value = []string{last.Printer}, last.Printer // Enter may come before the system has told of it
	case app.PrintFile:
		value = throughFile
	}
	p.sel = kit.NewSelect(throughChoices(known), value, func(string) { p.chosen() })
	p.field = kit.NewField(kit.T("slip.printer"), p.sel)
	p.field.SetHint(p.hint())
	p.times = kit.NewSelect(copiesChoices(), "1", nil) // more are meant once: Enter prints one, as last time
	p.number = kit.NewField(kit.T("desk.copies"), p.times)
	p.number.Hidden = p.name() == ""
	return p
}

// copiesChoices are how many copies can be asked for.
func copiesChoices() []kit.Choice {
	var choices []kit.Choice
	for _, n := range []int{1, 2, 3, 4, 5, 6, 8, 10, 20, 50} {
		choices = append(choices, kit.Choice{Value: strconv.Itoa(n), Label: kit.TN("desk.copies.n", n)})
	}
	return choices
}

// copies is how many a printer makes. The other ways ask for it themselves.
func (p *printerChoice) copies() int {
	n, err := strconv.Atoi(p.times.Value())
	if err != nil || p.name() == "" {
		return 1
	}
	return n
}

func throughChoices(printers []string) []kit.Choice {
	choices := []kit.Choice{{Value: throughProgram, Label: kit.T("slip.printer.program")}}
	for _, name := range printers {
		choices = append(choices, kit.Choice{Value: name, Label: name})
	}
	return append(choices, kit.Choice{Value: throughFile, Label: kit.T("desk.file")})
}

// how is the way that is chosen.
func (p *printerChoice) how() app.Printed {
	switch value := p.sel.Value(); value {
	case throughProgram:
		return app.Printed{Way: app.PrintProgram}
	case throughFile:
		return app.Printed{Way: app.PrintFile}
	default:
		return app.Printed{Way: app.PrintQueue, Printer: value}
	}
}

// name is the printer; "" where none has the pages straight away.
func (p *printerChoice) name() string { return p.how().Printer }

// label is how the printer is told of.
func (p *printerChoice) label() string {
	if name := p.name(); name != "" {
		return name
	}
	return kit.T("slip.printer.program")
}

// verb is what the main button says.
func (p *printerChoice) verb() string { return kit.T("desk.do." + string(p.how().Way)) }

// hint is what comes of it.
func (p *printerChoice) hint() string { return kit.T("desk.hint." + string(p.how().Way)) }

func (p *printerChoice) chosen() {
	p.field.SetHint(p.hint())
	p.number.Hidden = p.name() == ""
	p.change()
}

// find asks the system for its printers, which may take a moment, and offers them.
func (p *printerChoice) find() {
	var names []string
	work := func(ctx context.Context, _ func(done, total int)) (err error) {
		names, err = app.Printers(ctx)
		return err
	}
	p.w.app.Run(work, app.Watch{Done: func(error) { p.offer(names) }}) // without them the PDF program prints as well
}

// offer offers printers. One that is gone is not printed on.
func (p *printerChoice) offer(names []string) {
	choices := throughChoices(names)
	gone := true
	for _, choice := range choices {
		gone = gone && choice.Value != p.sel.Value()
	}
	if gone {
		p.sel.SetValue(throughProgram)
	}
	p.sel.SetChoices(choices)
	p.chosen()
}
