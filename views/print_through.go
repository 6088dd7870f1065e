package views

import (
	"context"

	"goodturn/app"
	"goodturn/views/kit"
)

// printerChoice is through which printer pages go: the system's PDF program, or one of the printers it tells of. The one chosen last
// is chosen again, and there is no choice where there is nothing to choose from.
type printerChoice struct {
	w      *Window
	change func() // another one is chosen
	sel    *kit.Select
	field  *kit.Field
}

func newPrinterChoice(w *Window, change func()) *printerChoice {
	p := &printerChoice{w: w, change: change}
	p.sel = kit.NewSelect(nil, "", p.onChosen)
	p.field = kit.NewField(kit.T("slip.printer"), p.sel)
	p.field.Hide()
	return p
}

// name is the printer; "" for the PDF program.
func (p *printerChoice) name() string { return p.sel.Value() }

// label is how the printer is told of.
func (p *printerChoice) label() string {
	if p.name() == "" {
		return kit.T("slip.printer.program")
	}
	return p.name()
}

func (p *printerChoice) onChosen(name string) {
	p.w.app.Prefs.SetPrinter(name)
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

func (p *printerChoice) offer(names []string) {
	choices := []kit.Choice{{Label: kit.T("slip.printer.program")}}
	for _, name := range names {
		choices = append(choices, kit.Choice{Value: name, Label: name})
		if name == p.w.app.Prefs.Printer() {
			p.sel.SetValue(name)
		}
	}
	p.sel.SetChoices(choices)
	p.field.Hidden = len(names) == 0
	p.change()
}
