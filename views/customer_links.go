package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// The kinds of place that a link in a text leads to; the target is the kind and a number.
const (
	linkCustomer   = "customer"
	linkSpecialist = "specialist"
	linkBrought    = "brought" // the people that customer brought
	linkPart       = "part"    // parts that customer from the card they are one with
	linkPraise     = "praise"
	linkStaff      = "staff"
	linkLog        = "log"    // a visit of that customer, to be logged
	linkVisits     = "visits" // of that customer, in the story on the card
	linkFamily     = "family" // everyone who came through that customer

	linkFamilyOfSpecialist = "familyOfSpecialist"
)

// linkMarkup makes words in bold that lead somewhere; see Window.follow. Who was erased has no name any more, and no card.
func linkMarkup(kind string, id int64, words string) string {
	if words == "" {
		return "**" + kit.T("customers.erased") + "**"
	}
	return "**[" + kit.Escape(words) + "](" + kind + ":" + idText(models.CustomerID(id)) + ")**"
}

// follow goes where a link made by linkMarkup leads.
func (w *Window) follow(target string) {
	kind, id, _ := strings.Cut(target, ":")
	switch kind {
	case linkCustomer:
		w.OpenCustomer(idFrom[models.CustomerID](id))
	case linkSpecialist:
		w.OpenSpecialist(idFrom[models.SpecialistID](id))
	case linkBrought:
		showBrought(w, idFrom[models.CustomerID](id))
	case linkFamily:
		w.ShowFamily(models.Referrer{CustomerID: idFrom[models.CustomerID](id)})
	case linkFamilyOfSpecialist:
		w.ShowFamily(models.Referrer{SpecialistID: idFrom[models.SpecialistID](id)})
	case linkPart:
		w.partAgain(idFrom[models.CustomerID](id))
	case linkStaff:
		w.Show(PlaceStaff)
	case linkPraise:
		w.OpenPraise(idFrom[models.PraiseID](id))
	case linkLog:
		w.LogVisit(VisitStart{Customer: idFrom[models.CustomerID](id)})
	}
}

// broughtShown is how many of the people somebody brought are listed; the referrals have the rest.
const broughtShown = 100

// showBrought lists the people a customer brought; each leads to their card.
func showBrought(w *Window, id models.CustomerID) {
	people, _, err := w.store().Referrals(models.ReferralFilter{Referrer: id, Limit: broughtShown})
	if err != nil {
		w.Trouble(err)
		return
	}
	if len(people) == 0 {
		return
	}
	var sheet *kit.Sheet
	rows := make([]fyne.CanvasObject, len(people))
	for i, r := range people {
		open := func() { sheet.Close(); w.OpenCustomer(r.RefereeID) }
		rows[i] = kit.NewTapArea(kit.NewRow().Set(w.broughtRow(r)), open)
	}
	title := kit.T("customers.broughtTitle", "Name", people[0].Referrer)
	sheet = kit.ShowSheet(w.canvas(), title, kit.Pad(4, kit.Rows(rows...)), kit.SheetOptions{Width: 560})
}

func (w *Window) broughtRow(r models.ReferralRow) kit.RowContent {
	word, tone := referralWord(r.State)
	second := kit.RichT("customers.broughtRow", "Day", w.dayText(r.OnDay))
	if r.RefereeVisitN > 0 {
		second = kit.RichTN("customers.broughtRowVisits", r.RefereeVisitN, "Day", w.dayText(r.OnDay), "Spent", w.money(r.RefereeSpent))
	}
	return kit.RowContent{Initials: kit.Initials(r.Referee), Title: "**" + kit.Escape(r.Referee) + "**", Second: second,
		Badges: []kit.BadgeText{{Text: word, Tone: tone}}}
}
