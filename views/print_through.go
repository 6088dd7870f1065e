package views

import (
	"context"

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
	return p
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
