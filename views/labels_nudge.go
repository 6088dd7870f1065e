package views

import (
	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// noNudge is a printer that prints where it should.
var noNudge app.Nudge

// nudging is what is moved on a printer, and by how much.
type nudging struct {
	through *printerChoice
	now     app.Nudge
	hint    string                               // how to find out by how much
	keep    func(app.Nudge)                      // it was changed
	test    func(n *nudgeSheet, nudge app.Nudge) // prints the page that shows it; nil for none
}

// nudgeSheet says by how much what a printer prints is moved, and prints the page that shows it.
type nudgeSheet struct {
	w           *Window
	what        nudging
	printer     string // "" for the PDF program
	form        *kit.Form
	right, down *kit.Entry
	sheet       *kit.Sheet
}

// showNudge opens it for the chosen printer.
func showNudge(w *Window, what nudging) {
	n := &nudgeSheet{w: w, what: what, printer: what.through.name(), form: kit.NewForm(), right: kit.NewEntry("0"), down: kit.NewEntry("0")}
	if what.now != noNudge {
		n.right.SetText(tenths(what.now.Right))
		n.down.SetText(tenths(what.now.Down))
	}
	body := kit.VStack(14, kit.Body(what.hint))
	if what.test != nil {
		body.Add(kit.HStack(0, kit.NewButton(kit.T("labels.nudge.test"), n.onTest)))
	}
	body.Add(sideBySide(n.form.Add("right", kit.NewField(kit.T("labels.nudge.right"), n.right).WithHint(kit.T("labels.nudge.right.hint"))),
		n.form.Add("down", kit.NewField(kit.T("labels.nudge.down"), n.down).WithHint(kit.T("labels.nudge.down.hint")))))
	n.sheet = kit.ShowSheet(w.canvas(), kit.T("labels.nudge.title", "Printer", what.through.label()), body, kit.SheetOptions{Help: "labels", Save: kit.T("labels.nudge.save"), OnSave: n.save, Width: 560})
}

// onAdjust opens it for labels.
func (s *labelsSheet) onAdjust() {
	printer := s.desk.through.name()
	showNudge(s.w, nudging{through: s.desk.through, now: s.nudge(), hint: kit.T("labels.nudge.hint"), test: s.testNudge,
		keep: func(n app.Nudge) { s.w.app.Prefs.SetLabelNudge(printer, n); s.onPrinter() }})
}

// nudge is how far labels are moved on the chosen printer.
func (s *labelsSheet) nudge() app.Nudge { return s.w.app.Prefs.LabelNudge(s.desk.through.name()) }

// onPrinter says how far the printer that is chosen is moved.
func (s *labelsSheet) onPrinter() {
	s.adjust.SetText(nudgeText(s.nudge()))
	s.desk.sheet.Refit()
}

// nudgeText is what leads to the nudge, and says how far it is where it is any.
func nudgeText(now app.Nudge) string {
	if now == noNudge {
		return kit.T("labels.nudge")
	}
	return kit.T("labels.nudge.now", "Right", tenths(now.Right), "Down", tenths(now.Down))
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
		n.w.Trouble(n.form.Show(err))
		return
	}
	n.sheet.Close()
	n.what.keep(nudge)
}

// onTest prints the page that shows how far off the printer is, with what is typed: so it also shows whether that is right.
func (n *nudgeSheet) onTest() {
	nudge, err := n.read()
	if err != nil {
		n.w.Trouble(n.form.Show(err))
		return
	}
	n.what.test(n, nudge)
}

// testNudge prints the sheet of labels that is chosen as a test page.
func (s *labelsSheet) testNudge(n *nudgeSheet, nudge app.Nudge) {
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
	case showPrinted(n.w, out.path):
		n.sheet.Layer().Toast(kit.T("labels.test.did"), "", "", nil)
	}
}
