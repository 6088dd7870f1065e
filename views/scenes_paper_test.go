package views

import (
	"path/filepath"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// paperScenes are the desks of every kind of paper.
var paperScenes = []scene{
	{name: "print-today", of: "today_papers.go", open: func(s *stage) { s.w.Show(PlaceToday); s.w.print() }},
	{name: "print-log", of: "log_print.go", open: func(s *stage) { s.log().Print() }},
	{name: "print-customers", of: "print_customers.go", open: func(s *stage) { showPrintCustomers(s.w, s.three(), kit.T("place.customers")) }},
	{name: "print-thanks", of: "thanks_choices.go", open: func(s *stage) { s.thanksTab(tabDue); s.w.print() }},
	{name: "print-writing", of: "thanks_choices.go", open: func(s *stage) {
		s.w.app.Prefs.SetThanksWriting(true)
		s.thanksTab(tabDue)
		s.w.print()
		s.w.app.Prefs.SetThanksWriting(false)
	}},
	{name: "print-wanted", of: "call_list.go", open: func(s *stage) { s.w.Show(PlaceWanted); s.w.print() }},
	{name: "print-calls", of: "call_list.go", open: func(s *stage) { showCalls(s.w, s.thing(), "Pannier set") }},
	{name: "print-family", of: "family_print.go", open: func(s *stage) { s.w.Show(PlaceFamily); s.w.print() }},
	{name: "print-bringers", of: "bringers.go", open: func(s *stage) { s.w.Show(PlaceBringers); s.w.print() }},
	{name: "print-insights", of: "insights_print.go", open: func(s *stage) { s.w.Show(PlaceInsights); s.w.print() }},
	{name: "wall", of: "praise_wall.go", open: func(s *stage) { s.w.Show(PlacePraise); showPraiseWall(s.w) }},
	{name: "monday", of: "monday.go", open: func(s *stage) { s.w.do("monday") }},
	{name: "slip", of: "slip.go", open: func(s *stage) { showSentSlip(s.w, s.sentOut()) }},
	{name: "slip-understood", of: "slip.go", open: func(s *stage) { s.w.EditVisit(s.lastVisit()); s.w.print() }},
	{name: "labels", of: "labels.go", open: func(s *stage) { s.labels() }},
	{name: "label-measures", of: "labels_measure.go", open: func(s *stage) { showLabelMeasures(s.labels(), models.LabelSheet{Paper: models.PaperA4}) }},
	{name: "label-nudge", of: "labels_nudge.go", open: func(s *stage) { s.labels().onAdjust() }},
	{name: "label-keep", of: "line_sheet.go", open: func(s *stage) { s.labels().onKeep() }},
	{name: "left-out", of: "post_left.go", open: func(s *stage) { s.leftOut() }},
	{name: "cards", of: "cards.go", open: func(s *stage) { showCards(s.w, postCustomers(regular, s.three())) }},
	{name: "save-pages", of: "desk_save.go", open: func(s *stage) { s.labels().desk.save(printJob{}) }},
}

var figureScenes = []scene{
	{name: "adverts", of: "adverts.go", open: func(s *stage) { page := s.insightsPage(); showAdverts(s.w, page.period()) }},
	{name: "behind", of: "insights_behind.go", open: func(s *stage) {
		page := s.insightsPage()
		showBehind(s.w, "New customers", page.period(), models.Figure{Of: models.FigureCame, Part: 11, Came: models.CameReturning})
	}},
	{name: "figures-out", of: "insights_export.go", open: func(s *stage) { showFiguresExport(s.w, s.insightsPage().shown) }},
}

var shopScenes = []scene{
	{name: "new-source", of: "settings_source_sheet.go", open: func(s *stage) { showSource(s.w, models.Source{}) }},
	{name: "welcome", of: "welcome.go", open: func(s *stage) { (&welcome{w: s.w}).askShop() }},
	{name: "welcome-staff", of: "welcome_staff.go", open: func(s *stage) {
		(&welcome{w: s.w, name: "Harbour Cycles", staff: staffTyped{names: []string{"Ivy", "Mike"}}}).askStaff()
	}},
	{name: "welcome-begin", of: "welcome_begin.go", open: func(s *stage) { showWelcomeBegin(&welcome{w: s.w}) }},
	{name: "export", of: "export.go", open: func(s *stage) { exportBook(s.w) }},
	{name: "export-everything", of: "export_all.go", open: func(s *stage) { exportAll(s.w) }},
	{name: "import-columns", open: func(s *stage) { s.importing() }},
	{name: "import-column", of: "import_columns.go", open: func(s *stage) { s.importing().askField(1) }},
	{name: "import-person", of: "import_preview.go", open: func(s *stage) { s.importing().showPerson(0) }},
	{name: "import-trial", open: func(s *stage) { s.importing().tryOut() }},
	{name: "import-known", of: "import_trial.go", open: func(s *stage) { page := s.importing(); page.tryOut(); trialOf(page).askMatch(page.trial.Matches[0]) }},
}

var safeScenes = []scene{
	{name: "seal", of: "files_chooser.go", open: func(s *stage) { showSeal(s.w, s.backedUp()) }},
	{name: "restore", of: "backups_restore.go", open: func(s *stage) { beginRestore(s.w, s.backedUp().Path) }},
	{name: "passphrase", of: "backups_restore.go", open: func(s *stage) { (&restoring{w: s.w, from: "Harbour Cycles, Mon 30 Nov.goodturn"}).askPhrase() }},
	{name: "closing", of: "backup_close.go", open: func(s *stage) { (&closing{w: s.w, words: "backup.closing"}).show() }},
	{name: "check", of: "check.go", open: func(s *stage) { s.w.do("checkFile") }},
	{name: "damaged", of: "check.go", open: func(s *stage) { showDamage(s.w) }},
	{name: "rescue", of: "files_chooser.go", open: func(s *stage) { askWhereToRescue(s.w, s.path) }},
}

var fileScenes = []scene{
	{name: "open-file", of: "files_chooser.go", open: func(s *stage) { s.w.do("openFile") }},
	{name: "recent-files", of: "recent.go", open: func(s *stage) {
		s.w.app.Fyne().Preferences().SetStringList("file.recent", []string{s.path, filepath.Join(s.t.TempDir(), "Station Cycles.goodturn")})
		s.w.do("recent")
	}},
	{name: "new-file", of: "files_chooser.go", open: func(s *stage) { s.w.do("newFile") }},
	{name: "new-folder", of: "files_new_folder.go", open: func(s *stage) {
		askForFolder(showChooser(s.w, kit.NewForm(), choosing{start: s.t.TempDir(), title: kit.T("export.title"), save: kit.T("export.save")}))
	}},
	{name: "dropped-backup", of: "files_dropped.go", open: func(s *stage) { askToOpenBackup(s.w, s.path) }},
	{name: "report", of: "files_chooser.go", open: func(s *stage) { s.w.do("report") }},
}

// labels opens the desk of labels for everybody.
func (s *stage) labels() *labelsSheet { return showLabels(s.w, postCustomers(regular, s.three())) }

// leftOut shows who gets no label for want of an address.
func (s *stage) leftOut() {
	modelstest.Customer(s.t, s.store(), "Nadia Nowhere", "")
	left := newPostLeft(s.w, func() {})
	left.people[0] = []models.Addressee{{Heading: "Nadia Nowhere", Name: "Nadia Nowhere", CustomerID: s.named("Nadia Nowhere")}}
	left.show(0)
}

func (s *stage) insightsPage() *insightsScreen {
	s.w.Show(PlaceInsights)
	return s.w.screens[PlaceInsights].(*insightsScreen)
}

// importing begins to bring in a file of which every list of a trial has something.
func (s *stage) importing() *importScreen {
	delete(s.w.screens, PlaceImport)
	return s.dropFile("people.csv", "Name,Phone,Birthday,Referred by\nIda Brook,0171 555 0181,3.4.1980,Zoe Somebody\nOlu Brook,0171 555 0182,31.2.1980,\n"+
		"Ida Brook,0171 555 0181,,\nPia Marsh,0171 555 0183,,Ida Brook\n"+regular+","+s.phoneOf(regular)+",,\n")
}

func (s *stage) phoneOf(name string) string {
	rows, _, err := s.store().Customers(models.CustomerFilter{Text: name, Limit: 1})
	s.must(err)
	return rows[0].Phone
}

// backedUp is a backup of the shop, on the page of backups.
func (s *stage) backedUp() app.Stored {
	s.w.do("backup")
	closeSheets(s.bench)
	return s.shelf().stock.Backups[0]
}
