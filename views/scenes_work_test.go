package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

var visitScenes = []scene{
	{name: string(PlaceVisit), open: func(s *stage) { s.newVisit(VisitStart{Customer: s.named(regular)}) }},
	{name: "visit-not-there", open: (*stage).notThere},
	{name: "visit-edit", open: func(s *stage) { s.w.EditVisit(s.lastVisit()) }},
	{name: "visit-begun", of: "visit_draft.go", open: (*stage).begun},
	{name: "visit-cancel", of: "visit_cancel.go", open: func(s *stage) { askCancelVisit(s.w, s.lastVisit(), func() {}) }},
	{name: "visit-history", of: "visit_cancel.go", open: func(s *stage) { showVisitHistory(s.w, s.lastVisit()) }},
	{name: "quick-log", of: "quick_log.go", open: func(s *stage) { s.w.do("missed") }},
	{name: "log-filter", of: "log_filter_sheet.go", open: func(s *stage) { s.tapOn(PlaceLog, "log.more") }},
	{name: "log-export", of: "log_export.go", open: func(s *stage) { s.log().onExport() }},
	{name: "about-a-thing", of: "item_pick.go", open: func(s *stage) { s.w.do("thing") }},
	{name: "thing", of: "item_sheet.go", open: func(s *stage) { showItem(s.w, s.thing()) }},
	{name: "ordered", of: "wanted_order.go", open: func(s *stage) { showOrdered(s.w, s.thing(), "Pannier set") }},
	{name: "later", of: "later.go", open: func(s *stage) { showLater(s.w, regular, func(models.Day) error { return nil }) }},
	{name: "ready-late", of: "promise.go", open: func(s *stage) { showReadyLate(s.w, s.promise()) }},
	{name: "make-good", of: "line_sheet.go", open: func(s *stage) { showMakeGood(s.w, s.lastVisit(), regular) }},
	{name: "how-it-went", of: "how_it_went.go", open: func(s *stage) { showHowItWent(s.w, s.sentOut()) }},
	{name: string(PlaceGuide), open: func(s *stage) { s.w.showGuide("customers") }},
	{name: "guide-picture", of: "guide_picture.go", open: (*stage).guidePicture},
	{name: "keys", of: "help.go", open: func(s *stage) { s.w.do("keys") }},
	{name: "commands", of: "help.go", open: func(s *stage) { s.w.do("commands"); s.typed("new") }},
	{name: "help-sheet", of: "help_sheet.go", open: func(s *stage) { s.w.do("missed"); s.w.do("helpHere") }},
	{name: "about", of: "about.go", open: func(s *stage) { s.w.do("about") }},
	{name: "trouble", of: "tell.go", open: func(s *stage) { s.w.Trouble(models.ErrNotFound) }},
	{name: "sure", of: "bin.go", open: func(s *stage) { kit.Confirm(s.w.canvas(), kit.TN("bin.sure", 3), kit.T("bin.removeYes"), func() {}) }},
}

var thanksScenes = []scene{
	{name: "thanks-done", open: func(s *stage) { s.thanksTab(tabDone) }},
	{name: "thanks-give", open: func(s *stage) { s.thanksTab(tabGive) }},
	{name: "thanked", of: "thanks_sheets.go", open: func(s *stage) { showThanked(s.w, s.due()[:1]) }},
	{name: "put-aside", of: "line_sheet.go", open: func(s *stage) { showPutAside(s.w, s.due()[:1]) }},
	{name: "reward", of: "thanks_reward.go", open: func(s *stage) { showReward(s.w, s.due()[0]) }},
	{name: "thank-somebody", of: "thanks_other.go", open: func(s *stage) { showOtherThanks(s.w) }},
	{name: "posted", of: "thanks_posted.go", open: func(s *stage) { showPosted(s.w, s.printed(), 0) }},
	{name: "came-out", of: "came_out.go", open: func(s *stage) {
		(&cameOut{cameAsk: cameAsk{store: s.store(), thanks: s.due()}, w: s.w, without: map[models.ThankYouID]bool{}}).show(printedPages{})
	}},
}

var wordScenes = []scene{
	{name: "new-referral", of: "referral_form.go", open: func(s *stage) { s.w.do("recordReferral") }},
	{name: "not-so", of: "line_sheet.go", open: func(s *stage) { showNotSo(s.w, s.referral()) }},
	{name: "sent-out", open: func(s *stage) { s.sentSide() }},
	{name: "new-praise", of: "praise_form.go", open: func(s *stage) { s.w.do("recordPraise") }},
	{name: "new-specialist", of: "specialist_form.go", open: func(s *stage) { s.w.do("newSpecialist") }},
	{name: "specialist", open: func(s *stage) { s.w.OpenSpecialist(s.specialist()) }},
	{name: "bringer", open: func(s *stage) { s.bringers("bring") }},
	{name: "tree-of-one", open: func(s *stage) { s.w.ShowFamily(models.Referrer{CustomerID: s.named(advocate)}) }},
}

// newVisit opens the form of a new visit, of which nothing was begun before.
func (s *stage) newVisit(start VisitStart) *visitScreen {
	s.must(s.store().DropDraft(visitDraft))
	delete(s.w.screens, PlaceVisit)
	s.w.LogVisit(start)
	closeSheets(s.bench)
	return s.w.screens[PlaceVisit].(*visitScreen)
}

// notThere fills in a visit of somebody who asked for what is not there, and was offered something else.
func (s *stage) notThere() {
	s.newVisit(VisitStart{Customer: s.named(regular), Unavailable: true})
	s.typed("Pannier set")
	s.keys(fyne.KeyTab, fyne.KeyTab)
	s.pass()
}

// begun asks what becomes of a visit that was begun with somebody else.
func (s *stage) begun() {
	s.newVisit(VisitStart{Customer: s.named(regular)})
	s.typed("Brake pads")
	s.pass()
	s.w.LogVisit(VisitStart{Customer: s.named(advocate)})
}

// lastVisit is the newest in the log.
func (s *stage) lastVisit() models.VisitID {
	rows, _, err := s.log().read(0, 1)
	s.must(err)
	return rows[0].VisitID
}

func (s *stage) log() *serviceLogScreen {
	s.w.Show(PlaceLog)
	return s.w.screens[PlaceLog].(*serviceLogScreen)
}

// thing is the thing that is wanted most.
func (s *stage) thing() models.ItemID {
	rows, _, err := s.store().WantedItems(models.WantedFilter{Limit: 1})
	s.must(err)
	return rows[0].ItemID
}

// printed are the thank-yous that are due and were printed.
func (s *stage) printed() []models.ThankYouRow {
	rows, _, err := s.store().ThankYous(models.ThanksFilter{Printed: true, Limit: 5})
	s.must(err)
	return rows
}

// promise is something that is promised for today.
func (s *stage) promise() models.PromiseRow {
	page, err := s.store().TodayPage()
	s.must(err)
	return page.Promises[0]
}

// sentOut is somebody we sent to a specialist.
func (s *stage) sentOut() models.ReferralOutRow {
	rows, _, err := s.store().ReferralsOut(0, 0, 1)
	s.must(err)
	return rows[0]
}

func (s *stage) specialist() models.SpecialistID {
	rows, err := s.store().Specialists("")
	s.must(err)
	return rows[0].ID
}

// referral is somebody who was sent to us.
func (s *stage) referral() models.ReferralRow {
	rows, _, err := s.store().Referrals(models.ReferralFilter{Limit: 1})
	s.must(err)
	return rows[0]
}

// sentSide is the page of referrals with whom we sent away.
func (s *stage) sentSide() {
	s.w.Show(PlaceReferrals)
	page := s.w.screens[PlaceReferrals].(*referralsScreen)
	page.side.SetValue(sideSent)
	s.must(page.Reload())
}

func (s *stage) thanksTab(tab string) {
	s.w.Show(PlaceThanks)
	page := s.w.screens[PlaceThanks].(*thanksScreen)
	page.tab.SetValue(tab)
	s.must(page.Reload())
}
