package views

import (
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// sayPrint writes on the button what it prints.
func (s *thanksScreen) sayPrint() {
	key := "thanks.print"
	if s.w.app.Prefs.ThanksWriting() {
		key = "thanks.print.writing"
	}
	s.print.SetText(kit.T(key))
}

// addNotes puts beside the rows of a list what helps to write to each of them.
func (p *thanksPrinter) addNotes(list []paper.ThankYouRow, rows []models.ThankYouRow) error {
	var ids []models.CustomerID
	for _, t := range rows {
		if t.CustomerID != 0 {
			ids = append(ids, t.CustomerID)
		}
	}
	notes, err := p.w.store().ThanksNotes(ids)
	if err != nil {
		return err
	}
	for i, t := range rows {
		list[i].Notes = p.notes(t, notes[t.CustomerID])
	}
	return nil
}

// notes words them, what matters most first: how to address somebody, what goes with it, their own words, whom they sent, what to
// remember, and what was last done for them.
func (p *thanksPrinter) notes(t models.ThankYouRow, n models.ThanksNotes) []paper.Note {
	notes := about("writing.called", n.Called)
	if t.ToGive() {
		notes = append(notes, about("writing.with", p.w.rewardText(t.WithReward()))...)
	}
	if t.TheirWords != "" && t.Cause != models.ThanksPraise { // whoever is thanked for praise is quoted already
		notes = append(notes, about("writing.words", kit.T("writing.words.on", "Words", t.TheirWords, "Day", p.day(t.SaidOn)))...)
	}
	notes = append(notes, about("writing.sent", p.referee(t)...)...)
	var remember []string
	for _, r := range n.Remember {
		remember = append(remember, r.Text)
	}
	notes = append(notes, about("writing.remember", remember...)...)
	if n.Extra.What != "" {
		notes = append(notes, about("writing.extra", kit.T("writing.extra.on", "What", n.Extra.What, "Day", p.day(n.Extra.Day)))...)
	}
	return notes
}

// about gives a note for each text there is, the first of them with what all of them are about.
func about(key string, texts ...string) (notes []paper.Note) {
	label := kit.T(key)
	for _, text := range texts {
		if text != "" {
			notes = append(notes, paper.Note{Label: label, Text: text})
			label = ""
		}
	}
	return notes
}
