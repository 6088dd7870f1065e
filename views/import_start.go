package views

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/views/kit"
)

// importDone is an import that was just stored.
type importDone struct {
	path   string
	survey exchange.Survey
	result models.ImportResult
}

// showStart is the first step: a file is chosen, or an import of the last days taken back.
func (s *importScreen) showStart() {
	choose := s.mainButton(kit.T("import.choose"), s.choose)
	s.focus = func() { s.w.canvas().Focus(choose) }
	var body fyne.CanvasObject = kit.CardFilled(kit.EmptyState(kit.T("import.begin"), kit.T("import.choose"), s.choose))
	if s.done != nil || len(s.past) > 0 {
		body = kit.Scroll(s.imported())
	}
	step := "import.step.start"
	if s.done != nil {
		step = "import.step.done"
	}
	s.show(importStart, kit.RichT(step), []fyne.CanvasObject{choose}, body)
}

// imported is what was brought in: just now, and in the last days.
func (s *importScreen) imported() fyne.CanvasObject {
	cards := kit.VStack(16)
	if s.done != nil {
		cards.Add(s.doneCard())
	} else {
		cards.Add(kit.Card(kit.VStack(8, kit.Heading(kit.T("import.what")), kit.Body(kit.T("import.kinds")), kit.Quiet(kit.T("import.drop")))))
	}
	if len(s.past) > 0 {
		cards.Add(s.pastCard())
	}
	return cards
}

// choose asks for the file.
func (s *importScreen) choose() {
	start := s.w.app.Prefs.ImportFolder()
	if start == "" {
		start = app.DocumentsFolder()
	}
	showChooser(s.w, kit.NewForm(), choosing{title: kit.T("import.chooseTitle"), why: kit.T("import.kinds"), label: kit.T("import.path"), save: kit.T("import.open"),
		start: nearestFolder(start), ending: app.ImportEndings[0], also: strings.Join(app.ImportEndings[1:], " "),
		check: checkFile, then: s.read})
}

// doneCard tells what the import just stored did.
func (s *importScreen) doneCard() fyne.CanvasObject {
	r := s.done.result
	buttons := kit.FlowRow(8)
	if r.ID != 0 {
		buttons.Add(kit.NewButton(kit.T("import.takeBack"), func() { s.askToTakeBack(r.ID) }))
	}
	if rejected(r.Issues) > 0 {
		buttons.Add(kit.NewButton(kit.T("import.saveRejected"), func() { s.saveRejected(s.done.path, s.done.survey, r.Issues) }))
	}
	if rejected(r.Issues) < len(r.Issues) {
		buttons.Add(kit.NewButton(kit.T("import.saveUnclear"), func() { s.saveUnclear(s.done.path, s.done.survey, r.Issues) }))
	}
	if len(r.Kept) > 0 {
		buttons.Add(kit.NewButton(kit.T("import.saveKept"), func() { s.saveKept(s.done.path, s.done.survey, r.Kept) }))
	}
	buttons.Add(kit.NewButton(kit.T("import.toBook"), func() { s.w.Show(PlaceCustomers) }))
	lines := kit.VStack(4)
	for _, line := range []struct {
		key string
		n   int
	}{{"import.added", r.Added}, {"import.filled", r.Filled}, {"import.left", r.Skipped}, {"import.sent", r.Referred},
		{"import.rejected", rejected(r.Issues)}, {"import.unclear", linesOf(unclear(r.Issues))}, {"import.cardsKept", linesOf(r.Kept)}} {
		if line.n > 0 {
			lines.Add(kit.Body(kit.TN(line.key, line.n)))
		}
	}
	if r.Added+r.Filled+r.Referred == 0 {
		lines.Add(kit.Body(kit.T("import.nothing")))
	}
	return kit.CardWithHeading(kit.T("import.done", "File", filepath.Base(s.done.path)), -1, lines, buttons)
}

// pastCard lists the imports that can be taken back.
func (s *importScreen) pastCard() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, past := range s.past {
		rows = append(rows, kit.NewRow().Set(kit.RowContent{Title: kit.RichT("import.past", "File", pastName(past)), Second: s.pastWords(past), Wrap: true,
			Buttons: []kit.RowButton{{Label: kit.T("import.takeBack"), OnTap: func() { s.askToTakeBack(past.ID) }}}}))
	}
	return kit.CardWithHeading(kit.T("import.pastHeading"), -1, kit.Quiet(kit.T("import.pastWhy")), kit.Rows(rows...))
}

// pastName is what the file was called; its name is forgotten with whoever was erased and came in it.
func pastName(past models.Import) string {
	if past.File == "" {
		return kit.T("import.noName")
	}
	return past.File
}

func (s *importScreen) pastWords(past models.Import) string {
	words := kit.T("import.pastBoth", "When", s.w.momentText(past.At), "Added", kit.TN("import.added", past.Added))
	if past.Filled > 0 {
		words = kit.T("import.pastMore", "Words", words, "Filled", kit.TN("import.filled", past.Filled))
	}
	return kit.RichT("changes.second", "Changes", words)
}

// rejected counts the rows that were not stored.
func rejected(issues []models.ImportIssue) (n int) {
	for _, issue := range issues {
		if !issue.Stored {
			n++
		}
	}
	return n
}
