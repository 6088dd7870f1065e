package views

import (
	"goodturn/app"
	"goodturn/docs/guide"
	"goodturn/views/kit"
)

// guidePage names the page of the guide about a screen.
func guidePage(place Place) string {
	switch place {
	case PlaceToday:
		return "today"
	case PlaceCustomers:
		return "customers"
	case PlaceVisit, PlaceLog:
		return "visits"
	case PlaceWanted:
		return "wanted"
	case PlaceLeaving:
		return "leaving"
	case PlaceReferrals:
		return "referrals"
	case PlaceBringers, PlaceFamily:
		return "tree"
	case PlaceThanks:
		return "thank-yous"
	case PlacePraise, PlaceStaff:
		return "praise"
	case PlaceSpecialists:
		return "specialists"
	case PlaceInsights:
		return "insights"
	case PlaceSettings:
		return "settings"
	case PlaceBackups:
		return "backups"
	case PlaceChanges, PlaceBin:
		return "undo"
	case PlaceImport:
		return "importing"
	case PlaceDuplicates:
		return "duplicates"
	}
	return ""
}

// showGuide opens a page of the guide by its name; "" for the one that was read last, or the first.
func (w *Window) showGuide(page string) {
	s := w.screen(PlaceGuide).(*guideScreen)
	if w.place != PlaceGuide {
		s.from = w.place
	}
	w.Show(PlaceGuide)
	s.open(page)
}

// helpHere opens the page about the screen in front; from there it leads back. About a sheet it opens over it, or what was typed there
// would be lost.
func (w *Window) helpHere() {
	if kit.SheetOpen(w.canvas()) {
		kit.HelpOnSheet(w.canvas())
		return
	}
	if s, ok := w.screens[w.place].(*guideScreen); ok {
		w.Show(s.from)
		return
	}
	w.showGuide(guidePage(w.place))
}

// onBackKey goes back: to the sheet before the one in front, or in the guide.
func (w *Window) onBackKey() {
	if kit.SheetOpen(w.canvas()) {
		kit.BackFromSheet(w.canvas())
		return
	}
	if s, ok := w.screens[w.place].(*guideScreen); ok {
		s.onBack()
	}
}

// guideFitting gives the lines of the pages of which each of the folded words that were typed begins a word: of their names first.
func (w *Window) guideFitting(typed []string) (lines []keyLine) {
	if w.app.Store == nil {
		return nil
	}
	for _, found := range newGuideIndex(guide.Pages(kit.SpokenLanguage().Code)).fitting(typed) {
		lines = append(lines, keyLine{what: found.page.Title, page: found.page.Name, menu: kit.T("place.guide")})
	}
	return lines
}

// paperPage names the page of the guide about a kind of paper.
func paperPage(kind app.PaperKind) string {
	switch kind {
	case app.PaperLabels:
		return "labels"
	case app.PaperPost:
		return "cards"
	case app.PaperSlip, app.PaperCalls:
		return "slips"
	case app.PaperMonday:
		return "monday"
	case app.PaperWall:
		return "praise"
	case app.PaperFamily:
		return "tree"
	}
	return "printing"
}
