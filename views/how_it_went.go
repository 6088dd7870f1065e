package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// howItWent is the sheet that asks how it went at the specialist's.
type howItWent struct {
	w      *Window
	o      models.ReferralOutRow
	form   *kit.Form
	sheet  *kit.Sheet
	answer *kit.Chips
	note   *kit.Entry
}

// showHowItWent opens the sheet, and stores the answer.
func showHowItWent(w *Window, o models.ReferralOutRow) {
	h := &howItWent{w: w, o: o, form: kit.NewForm(), note: kit.NewEntry("")}
	var choices []kit.Choice
	for _, outcome := range []models.Outcome{models.OutcomeSatisfied, models.OutcomeNotSatisfied, models.OutcomeDidNotGo} {
		word, tone := outcomeWord(outcome)
		choices = append(choices, kit.Choice{Value: string(outcome), Label: word, Tone: tone})
	}
	h.answer = kit.NewChips(choices, string(o.Outcome), nil)
	h.note.SetText(o.OutcomeNote)
	h.note.OnSubmitted = func(string) { h.save() }
	body := kit.VStack(12, h.form.Add("outcome", kit.NewField(kit.T("howWent.answer"), h.answer)),
		h.form.Add("note", kit.NewField(kit.T("howWent.note"), h.note)))
	title := kit.T("howWent.title", "Who", o.Specialist)
	if o.Customer != "" {
		title = kit.T("howWent.titleFor", "Who", o.Specialist, "Name", o.Customer)
	}
	h.sheet = kit.ShowSheet(w.canvas(), title, body, kit.SheetOptions{Help: "specialists", Save: kit.T("howWent.save"), OnSave: h.save, Dirty: h.dirty, Width: 520})
}

func (h *howItWent) dirty() bool {
	return h.answer.Value() != string(h.o.Outcome) || h.note.Text != h.o.OutcomeNote
}

func (h *howItWent) save() {
	if err := h.w.store().HeardBack(h.o.ID, models.Outcome(h.answer.Value()), h.note.Text); err != nil {
		h.w.Trouble(h.form.Show(err))
		return
	}
	h.sheet.Close()
	h.w.Did(kit.T("howWent.did", "Who", h.o.Specialist))
}
