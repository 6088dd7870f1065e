package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// namedShown is how many of those to be marked a sheet names.
const namedShown = 8

// thankedSheet asks who said thank you, and what, and marks all of its rows as thanked in one step.
type thankedSheet struct {
	w     *Window
	rows  []models.ThankYouRow
	form  *kit.Form
	sheet *kit.Sheet
	by    *kit.Select
	words *kit.Entry
	given *kit.Tick // what goes with them was given as well; hidden where nothing does
}

// showThanked opens the sheet for rows, of which there is at least one.
func showThanked(w *Window, rows []models.ThankYouRow) {
	usual, err := w.usualStaff()
	if err != nil {
		w.Trouble(err)
		return
	}
	staff, err := w.staffChoices(kit.T("thanks.by.none"), 0)
	if err != nil {
		w.Trouble(err)
		return
	}
	t := &thankedSheet{w: w, rows: rows, form: kit.NewForm(), by: kit.NewSelect(staff, idText(usual), nil)}
	t.words = kit.NewArea(kit.T("thanks.words.place"), 2)
	rewards := len(t.toGive())
	t.given = kit.NewTick(kit.TN("thanks.mark.given", rewards), false, nil)
	t.given.Hidden = rewards == 0
	body := kit.VStack(14, t.talkingPoint(), kit.NewField(kit.T("thanks.by"), t.by), kit.NewField(kit.T("thanks.words"), t.words), t.given)
	title := kit.TN("thanks.mark.title", len(rows), "Name", rows[0].Name)
	t.sheet = kit.ShowSheet(w.canvas(), title, body, kit.SheetOptions{Help: "thank-yous", Save: kit.T("thanks.mark.save"), OnSave: t.save, Dirty: t.dirty, Width: 520})
}

// talkingPoint is who they are; of one alone also what to thank for and what they said themselves, to begin with.
func (t *thankedSheet) talkingPoint() fyne.CanvasObject {
	lines := kit.VStack(4, kit.Quiet(namesOf(t.rows)))
	if len(t.rows) > 1 {
		return lines
	}
	row := t.rows[0]
	lines.Add(kit.Rich(t.w.thanksWhy(row)))
	for _, line := range []string{t.w.doing(row), theirWords(row, t.w.dayText)} {
		if line != "" {
			lines.Add(kit.Quiet(line))
		}
	}
	return lines
}

// toGive gives those with which something goes that was not given yet.
func (t *thankedSheet) toGive() []models.ThankYouID {
	var ids []models.ThankYouID
	for _, row := range t.rows {
		if row.ToGive() {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

func (t *thankedSheet) dirty() bool { return t.words.Text != "" || t.given.On() }

func (t *thankedSheet) save() {
	var given []models.ThankYouID
	if t.given.On() {
		given = t.toGive()
	}
	if err := t.w.store().MarkThankedGiving(idsOf(t.rows), given, idFrom[models.StaffID](t.by.Value()), t.words.Text); err != nil {
		t.w.Trouble(t.form.Show(err))
		return
	}
	t.sheet.Close()
	t.w.Did(kit.TN("thanks.did.thanked", len(t.rows), "Name", t.rows[0].Name))
}

// thank marks one thank-you as said by whoever usually serves, without asking for words.
func (w *Window) thank(id models.ThankYouID) error {
	by, err := w.usualStaff()
	if err != nil {
		return err
	}
	return w.store().MarkThanked([]models.ThankYouID{id}, by, "")
}

// usualStaff is who most likely did what is being noted: the only one who works here, or who served last if they
// still do; 0 where that is nobody.
func (w *Window) usualStaff() (models.StaffID, error) {
	shop, err := w.store().Shop()
	if err != nil {
		return 0, err
	}
	staff, err := w.store().Staff(false)
	if err != nil {
		return 0, err
	}
	if len(staff) == 1 {
		return staff[0].ID, nil
	}
	last := models.StaffID(w.app.Prefs.ServedBy(shop.UID))
	for _, m := range staff {
		if m.ID == last {
			return last, nil
		}
	}
	return 0, nil
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

// showPutAside asks why those in rows, of whom there is at least one, need not be thanked, and puts that aside in one step.
func showPutAside(w *Window, rows []models.ThankYouRow) {
	n, name := len(rows), rows[0].Name
	showLine(w, lineAsk{
		title: kit.TN("thanks.aside.title", n, "Name", name), label: kit.T("thanks.aside.why"), place: kit.T("thanks.aside.place"),
		hint: kit.T("thanks.aside.hint"), save: kit.T("thanks.aside.save"), field: "reason",
		store: func(reason string) error { return w.store().WaiveThankYous(idsOf(rows), reason) },
		did:   func(string) string { return kit.TN("thanks.did.aside", n, "Name", name) },
	})
}
