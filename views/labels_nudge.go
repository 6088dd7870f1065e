package views

import (
	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// noNudge is a printer that prints where it should.
var noNudge app.Nudge

// nudgeSheet says by how much a printer's labels are moved, and prints the page that shows it.
type nudgeSheet struct {
	of          *labelsSheet
	printer     string // "" for the PDF program
	form        *kit.Form
	right, down *kit.Entry
	sheet       *kit.Sheet
}

// onAdjust opens it for the chosen printer.
func (s *labelsSheet) onAdjust() {
	n := &nudgeSheet{of: s, printer: s.desk.through.name(), form: kit.NewForm(), right: kit.NewEntry("0"), down: kit.NewEntry("0")}
	if now := s.nudge(); now != noNudge {
		n.right.SetText(tenths(now.Right))
		n.down.SetText(tenths(now.Down))
	}
	body := kit.VStack(14, kit.Body(kit.T("labels.nudge.hint")),
		kit.HStack(0, kit.NewButton(kit.T("labels.nudge.test"), n.onTest)),
		sideBySide(n.form.Add("right", kit.NewField(kit.T("labels.nudge.right"), n.right).WithHint(kit.T("labels.nudge.right.hint"))),
			n.form.Add("down", kit.NewField(kit.T("labels.nudge.down"), n.down).WithHint(kit.T("labels.nudge.down.hint")))))
	n.sheet = kit.ShowSheet(s.w.canvas(), kit.T("labels.nudge.title", "Printer", s.desk.through.label()), body, kit.SheetOptions{Save: kit.T("labels.nudge.save"), OnSave: n.save, Width: 560})
}

// nudge is how far labels are moved on the chosen printer.
func (s *labelsSheet) nudge() app.Nudge { return s.w.app.Prefs.LabelNudge(s.desk.through.name()) }

// onPrinter says how far the printer that is chosen is moved.
func (s *labelsSheet) onPrinter() {
	now := s.nudge()
	s.adjust.SetText(kit.T("labels.nudge"))
	if now != noNudge {
		s.adjust.SetText(kit.T("labels.nudge.now", "Right", tenths(now.Right), "Down", tenths(now.Down)))
	}
	s.desk.sheet.Layer().Refresh()
}

// tenths writes tenths of a millimetre in millimetres.
func tenths(n int) string { return millimetres(models.Hundredths(n * 10)) }

// read gives what was typed, to the tenth; nothing is none. Each field that is no length, or too much, is a Problem.
func (n *nudgeSheet) read() (nudge app.Nudge, err error) {
	for _, f := range []struct {
		name  string
		entry *kit.Entry
		into  *int
	}{{"right", n.right, &nudge.Right}, {"down", n.down, &nudge.Down}} {
		h, ok := parseMillimetres(f.entry.Text)
		*f.into = int(h) / 10
		if f.entry.Text != "" && !ok || max(*f.into, -*f.into) > app.MostNudge {
			return nudge, models.Problem{Field: f.name, Key: "labels.nudge", Args: map[string]any{"Most": app.MostNudge / 10}}
		}
	}
	return nudge, nil
}

func (n *nudgeSheet) save() {
	nudge, err := n.read()
	if err != nil {
		n.of.w.Trouble(n.form.Show(err))
		return
	}
	n.of.w.app.Prefs.SetLabelNudge(n.printer, nudge)
	n.sheet.Close()
	n.of.onPrinter()
}

// onTest prints the page that shows how far off the printer is, with what is typed: so it also shows whether that is right.
func (n *nudgeSheet) onTest() {
	s := n.of
	nudge, err := n.read()
	if err != nil {
		s.w.Trouble(n.form.Show(err))
		return
	}
	sheet := s.chosenSheet()
	test := app.LabelTest{Shop: s.shop, Made: s.w.app.Now(), Language: kit.T("print.language"), Sheet: sheet, Nudge: nudge, Words: paper.LabelTestWords{
		Title: kit.T("labels.test.title", "Sheet", sheet.Name, "Printer", s.desk.through.label()), Right: kit.T("labels.test.right"), Down: kit.T("labels.test.down"),
		Steps: []string{kit.T("labels.test.print"), kit.T("labels.test.hold"), kit.T("labels.test.read"), kit.T("labels.test.scale")}}}
	job := printJob{how: s.desk.through.how(), name: kit.T("labels.test.file"), done: n.tested,
		lay: pagesOf(func() (*paper.Document, error) { return s.w.app.Press().LayOutLabelTest(test) })}
	if job.how.Way == app.PrintFile {
		job.how.Way = app.PrintProgram // the test page is of use on paper alone
	}
	s.w.printOut(job)
}

// tested opens the page where no printer has it.
func (n *nudgeSheet) tested(out printedPages) {
	switch {
	case out.Way == app.PrintQueue:
		n.sheet.Layer().Toast(kit.T("labels.test.sent", "Printer", n.printer), "", "", nil)
	case showPrinted(n.of.w, out.path):
		n.sheet.Layer().Toast(kit.T("labels.test.did"), "", "", nil)
	}
}
