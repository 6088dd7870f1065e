package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// namedShown is how many of those to be marked a sheet names.
const namedShown = 8

// showThanked asks who said thank you, and what, and marks all of them as thanked in one step.
func showThanked(w *Window, rows []models.ThankYouRow) {
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	last := models.StaffID(w.app.Prefs.ServedBy(shop.UID))
	staff, err := w.staffChoices(kit.T("thanks.by.none"), 0)
	if err != nil {
		w.Trouble(err)
		return
	}
	by, words := kit.NewSelect(staff, idText(last), nil), kit.NewArea(kit.T("thanks.words.place"), 2)
	form := kit.NewForm()
	var sheet *kit.Sheet
	save := func() {
		if err := w.store().MarkThanked(idsOf(rows), idFrom[models.StaffID](by.Value()), words.Text); err != nil {
			w.Trouble(form.Show(err))
			return
		}
		sheet.Close()
		w.Did(kit.TN("thanks.did.thanked", len(rows), "Name", rows[0].Name))
	}
	body := kit.VStack(14, kit.Quiet(namesOf(rows)), kit.NewField(kit.T("thanks.by"), by), kit.NewField(kit.T("thanks.words"), words))
	title := kit.TN("thanks.mark.title", len(rows), "Name", rows[0].Name)
	sheet = kit.ShowSheet(w.canvas(), title, body,
		kit.SheetOptions{Save: kit.T("thanks.mark.save"), OnSave: save, Dirty: func() bool { return words.Text != "" }, Width: 520})
}

func idsOf(rows []models.ThankYouRow) []models.ThankYouID {
	ids := make([]models.ThankYouID, len(rows))
	for i, t := range rows {
		ids[i] = t.ID
	}
	return ids
}

// namesOf lists who they are, the first of them where they are many.
func namesOf(rows []models.ThankYouRow) string {
	var names []string
	for _, t := range rows[:min(len(rows), namedShown)] {
		names = append(names, kit.T("thanks.mark.name", "Name", t.Name, "How", channelWord(t.Channel)))
	}
	list := strings.Join(names, ", ")
	if rest := len(rows) - len(names); rest > 0 {
		return kit.TN("thanks.mark.andMore", rest, "Names", list)
	}
	return list
}

// showPutAside asks why somebody need not be thanked for this, and puts it aside for good.
func showPutAside(w *Window, t models.ThankYouRow) {
	reason := kit.NewEntry(kit.T("thanks.aside.place"))
	form := kit.NewForm()
	form.Add("reason", kit.NewField(kit.T("thanks.aside.why"), reason).WithHint(kit.T("thanks.aside.hint")))
	var sheet *kit.Sheet
	save := func() {
		if err := w.store().WaiveThankYou(t.ID, reason.Text); err != nil {
			w.Trouble(form.Show(err))
			return
		}
		sheet.Close()
		w.Did(kit.T("thanks.did.aside", "Name", t.Name))
	}
	reason.OnSubmitted = func(string) { save() }
	sheet = kit.ShowSheet(w.canvas(), kit.T("thanks.aside.title", "Name", t.Name), form.Field("reason"),
		kit.SheetOptions{Save: kit.T("thanks.aside.save"), OnSave: save, Dirty: func() bool { return reason.Text != "" }, Width: 520})
}
