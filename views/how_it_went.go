package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// showHowItWent asks how it went at the specialist's, and stores the answer.
func showHowItWent(w *Window, o models.ReferralOutRow) {
	form := kit.NewForm()
	var choices []kit.Choice
	for _, outcome := range []models.Outcome{models.OutcomeSatisfied, models.OutcomeNotSatisfied, models.OutcomeDidNotGo} {
		word, tone := outcomeWord(models.ReferralOutRow{ReferralOut: models.ReferralOut{Outcome: outcome}})
		choices = append(choices, kit.Choice{Value: string(outcome), Label: word, Tone: tone})
	}
	answer := kit.NewChips(choices, string(o.Outcome), nil)
	note := kit.NewEntry("")
	note.SetText(o.OutcomeNote)
	form.Add("outcome", kit.NewField(kit.T("howWent.answer"), answer))
	form.Add("note", kit.NewField(kit.T("howWent.note"), note))

	var sheet *kit.Sheet
	save := func() {
		if err := w.store().HeardBack(o.ID, models.Outcome(answer.Value()), note.Text); err != nil {
			w.Trouble(form.Show(err))
			return
		}
		sheet.Close()
		w.Did(kit.T("howWent.did", "Who", o.Specialist))
	}
	note.OnSubmitted = func(string) { save() }
	title := kit.T("howWent.title", "Who", o.Specialist)
	if o.Customer != "" {
		title = kit.T("howWent.titleFor", "Who", o.Specialist, "Name", o.Customer)
	}
	dirty := func() bool { return answer.Value() != string(o.Outcome) || note.Text != o.OutcomeNote }
	sheet = kit.ShowSheet(w.canvas(), title, kit.VStack(12, form.Field("outcome"), form.Field("note")),
		kit.SheetOptions{Save: kit.T("howWent.save"), OnSave: save, Dirty: dirty, Width: 520})
}
