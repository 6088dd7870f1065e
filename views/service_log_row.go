package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

func (s *serviceLogScreen) bind(i int, o fyne.CanvasObject) {
	row, ok := s.rows.at(i)
	if !ok {
		return
	}
	word, tone := requestWord(row.State)
	if row.Cancelled {
		word, tone = kit.T("log.cancelled"), kit.TonePlain
	}
	o.(*kit.Row).Set(kit.RowContent{
		Initials: kit.Initials(row.Customer),
		Title:    logTitle(row),
		Second:   s.logSecond(row),
		Side:     s.logSide(row),
		Badges:   []kit.BadgeText{{Text: word, Tone: tone}},
		OnLink:   func(string) { s.w.OpenCustomer(row.CustomerID) },
	})
}

func logTitle(row models.LogRow) string {
	if row.Reason == models.ReasonNone {
		return kit.RichT("log.title", "What", row.Item)
	}
	return kit.RichT("log.titleMissing", "What", row.Item, "Reason", reasonWord(row.Reason))
}

// logSecond is who asked and when and, until that day has gone, when it is to be ready.
func (s *serviceLogScreen) logSecond(row models.LogRow) string {
	asked := s.logAsked(row)
	if row.PromisedFor == 0 || models.DayOf(row.PromisedFor.In(s.w.app.Now().Location())) < s.w.store().Today() {
		return asked
	}
	return kit.T("log.ready", "Asked", asked, "When", kit.Escape(s.w.momentText(row.PromisedFor)))
}

func (s *serviceLogScreen) logAsked(row models.LogRow) string {
	when := s.w.momentText(row.At)
	switch {
	case row.Customer == "" && row.ServedBy == "":
		return kit.RichT("log.stranger", "When", when)
	case row.Customer == "":
		return kit.RichT("log.strangerServed", "When", when, "Staff", row.ServedBy)
	case row.ServedBy == "":
		return kit.RichT("log.second", "Name", row.Customer, "When", when)
	}
	return kit.RichT("log.secondServed", "Name", row.Customer, "When", when, "Staff", row.ServedBy)
}

// logSide is what came of the offers, in a few words.
func (s *serviceLogScreen) logSide(row models.LogRow) string {
	switch {
	case row.Accepted != "" && row.AcceptedFor != 0:
		return kit.T("log.acceptedFor", "What", row.Accepted, "Price", s.w.money(row.AcceptedFor))
	case row.AcceptedHow == models.AnotherItem || row.AcceptedHow == models.SomethingElse || row.AcceptedHow == models.ToSpecialist:
		return row.Accepted
	case row.LostReason == models.LostNothingSuitable:
		return kit.T("log.nothingSuitable")
	case row.OfferedN > 0 && row.Accepted == "" && row.AcceptedHow == "":
		return kit.TN("log.offered", row.OfferedN)
	}
	return ""
}

// totalsText is what requests come to: how many people, how they left, and the money.
func (w *Window) totalsText(t models.LogTotals) string {
	var all []string
	add := func(n int, fact string) {
		if n > 0 {
			all = append(all, fact)
		}
	}
	add(t.People, kit.TN("log.totals.people", t.People, "Count", kit.Count(t.People)))
	add(t.Strangers, kit.TN("log.totals.strangers", t.Strangers, "Count", kit.Count(t.Strangers)))
	add(t.Lost, kit.RichTN("log.totals.lost", t.Lost, "Count", kit.Count(t.Lost)))
	add(t.Taken, kit.RichTN("log.totals.taken", t.Taken, "Count", kit.Count(t.Taken)))
	add(int(t.Spent), kit.RichT("log.totals.spent", "Money", w.money(t.Spent)))
	add(int(t.Stake), kit.RichT("wanted.stake", "Money", w.money(t.Stake)))
	return oneAfterAnother(all)
}
