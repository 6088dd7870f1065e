package views

import (
	"slices"
	"time"

	"goodturn/models"
	"goodturn/views/kit"
)

// saidCard is what the customer said about the shop last.
type saidCard struct {
	rowsCard
	card *customerCard
}

func newSaidCard(c *customerCard) *saidCard {
	s := &saidCard{card: c}
	s.rows, s.contents = newSideRows(), s.all
	s.box = kit.CardWithHeading(kit.T("praise.card"), -1, s.rows.object)
	return s
}

func (s *saidCard) all(card *models.Card) []kit.RowContent {
	said := slices.DeleteFunc(slices.Clone(card.Praise), func(row models.PraiseRow) bool { return stillToThank(card, row.ID) })
	rows := rowsOf(said, s.row)
	if more := card.PraiseN - len(card.Praise); more > 0 && len(rows) > 0 {
		rows[len(rows)-1].Second = kit.T("praise.card.more", "Second", rows[len(rows)-1].Second, "More", kit.TN("praise.more", more))
	}
	return rows
}

// stillToThank tells whether the praise stands on the card already, as what they are to be thanked for.
func stillToThank(card *models.Card, id models.PraiseID) bool {
	return slices.ContainsFunc(card.ToThank, func(t models.ThankYouRow) bool { return t.Cause == models.ThanksPraise && t.CauseID == int64(id) })
}

// shortPraise is how many letters of praise a small card shows; the rest is a click away.
const shortPraise = 140

func (s *saidCard) row(row models.PraiseRow) kit.RowContent {
	text := []rune(onOneLine(row.Text))
	if len(text) > shortPraise {
		text = append(text[:shortPraise], '…')
	}
	where := "[" + kit.Escape(s.card.w.praiseWhere(row)) + "](" + linkPraise + ":" + idText(row.ID) + ")"
	return kit.RowContent{Title: kit.RichT("praise.row", "Text", string(text)), Second: where, OnLink: s.card.w.follow}
}

// onPraised writes down something nice that the customer said.
func (c *customerCard) onPraised() { showPraiseForm(c.w, c.id) }

// praise puts what they said about the shop into the story; choosing it opens it.
func (s *customerStory) praise(row *models.PraiseRow) kit.TimelineEntry {
	entry := kit.TimelineEntry{When: s.card.w.dayText(row.OnDay), Kind: kit.T("praise.story." + string(row.Channel)), Tone: kit.TonePraise,
		Lines: []string{kit.RichT("praise.story.text", "Text", onOneLine(row.Text))}, OnTap: func() { s.card.w.OpenPraise(row.ID) }}
	if row.Staff != "" {
		entry.Lines = append(entry.Lines, kit.RichT("praise.story.staff", "Staff", row.Staff))
	}
	return entry
}

// advocateBecause is what makes the customer an advocate: somebody they sent, or what they wrote for all to read.
func (c *customerCard) advocateBecause() string {
	why := c.card.Because
	switch {
	case why.BroughtN == 0:
		return kit.T("praise.because.review", "When", c.w.monthText(why.ReviewOn))
	case why.ReviewOn != "":
		return kit.TN("praise.because.both", why.BroughtN, "Name", why.Brought, "When", c.w.monthText(why.ReviewOn))
	}
	return kit.TN("customers.because.advocate", why.BroughtN, "Name", why.Brought)
}

// loyalBecause is what makes the customer loyal: whom they ask for, how often they come, or what they said.
func (c *customerCard) loyalBecause() string {
	why := c.card.Because
	switch {
	case why.AsksFor != "":
		return kit.T("customers.because.asks", "Staff", why.AsksFor)
	case why.DaysYear < c.shop.LoyalDays && why.PraisedOn != "":
		return kit.T("praise.because.praised", "When", c.w.monthText(why.PraisedOn))
	}
	return kit.TN("customers.because.loyal", why.DaysYear)
}

// monthText is the month of a day as one says it behind "in": "March", and "March 2025" of another year.
func (w *Window) monthText(day models.Day) string {
	at := day.In(time.UTC)
	if at.Year() == w.app.Now().Year() {
		return kit.MonthName(at)
	}
	return kit.T("praise.month", "Month", kit.MonthName(at), "Year", at.Year())
}

// nextMarkup is what still takes the customer up the ladder, with the way to do it where there is one; "" for nothing to say.
func (c *customerCard) nextMarkup() string {
	next := c.card.Next
	switch {
	case c.inArchive() || next.To == "":
		return ""
	case len(next.Waiting) == 1:
		r := next.Waiting[0]
		link := linkLog + ":" + idText(r.RefereeID)
		return kit.T("next.waiting.one", "Name", kit.Escape(r.Referee), "Link", link)
	case len(next.Waiting) > 1:
		return kit.T("next.waiting.many", "N", len(next.Waiting), "Link", linkBrought+":"+idText(c.id))
	case next.To == models.RungLoyal:
		return kit.RichTN("next.loyal", max(next.Days, 1))
	case next.To == models.RungAdvocate:
		return kit.RichT("next.advocate")
	}
	return kit.RichT("next.repeat")
}
