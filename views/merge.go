package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// mergeForm sets two cards side by side, field by field, before they become one. The left one is kept.
type mergeForm struct {
	w       *Window
	both    *models.Comparison // One is kept
	form    *kit.Form
	choices map[models.MergeField]*kit.Either
	body    *fyne.Container
	sheet   *kit.Sheet
}

// mergeWidth leaves each column readable beside the other at the largest text.
const mergeWidth = 820

// showMerge opens the sheet; keep is the card that is kept unless the owner takes the other.
func showMerge(w *Window, keep, gone models.CustomerID) {
	f := &mergeForm{w: w, body: kit.VStack(14)}
	if err := f.read(keep, gone, nil); err != nil {
		w.Trouble(err)
		return
	}
	two := kit.NewButton(kit.T("duplicates.twoPeople"), f.onTwoPeople)
	f.sheet = kit.ShowSheet(w.canvas(), kit.T("merge.title"), f.body, kit.SheetOptions{Help: "duplicates", Save: kit.T("merge.save"), OnSave: f.onSave, Width: mergeWidth,
		Extra: []fyne.CanvasObject{two}})
}

// read sets the two side by side anew. chosen are the sides taken so far.
func (f *mergeForm) read(keep, gone models.CustomerID, chosen models.MergeChoice) (err error) {
	if f.both, err = f.w.store().CompareCustomers(keep, gone); err != nil {
		return err
	}
	f.form, f.choices = kit.NewForm(), map[models.MergeField]*kit.Either{}
	swap := kit.NewButton(kit.T("merge.swap"), f.onSwap).Link().Small()
	f.body.Objects = []fyne.CanvasObject{kit.Quiet(kit.T("merge.intro")), f.heads(), kit.HStack(0, swap)}
	for _, field := range f.both.Fields {
		if field.One != "" || field.Other != "" {
			f.body.Add(f.field(field, chosen[field.Field]))
		}
	}
	f.body.Add(f.kept())
	return nil
}

// heads are the two cards: who each is, and how much comes together.
func (f *mergeForm) heads() fyne.CanvasObject {
	left := f.head(f.both.One, kit.T("merge.kept"), kit.ToneOK, f.both.OneHas)
	right := f.head(f.both.Other, kit.T("merge.goes"), kit.TonePlain, f.both.OtherHas)
	return kit.Columns([]float32{1, 1}, 8, 0, left, right)
}

func (f *mergeForm) head(c *models.Customer, word string, tone kit.Tone, has models.MergeCounts) fyne.CanvasObject {
	return kit.VStack(2, kit.HStack(0, kit.NewBadge(word, tone)), kit.Strong(c.CalledName()), kit.Quiet(reachText(c)), kit.Quiet(countsText(has)))
}

// countsText says how much a card brings along.
func countsText(c models.MergeCounts) string {
	return kit.T("merge.counts", "Visits", kit.TN("merge.visits", c.Visits), "Requests", kit.TN("merge.requests", c.Requests),
		"Sent", kit.TN("merge.sent", c.Sent), "Praise", kit.TN("merge.praise", c.Praise), "Thanks", kit.TN("merge.thanks", c.Thanks))
}

// field is one field of both cards: to choose from where they differ, and to look at where only one says something.
func (f *mergeForm) field(c models.ComparedField, side models.MergeSide) fyne.CanvasObject {
	label := kit.T("merge.field." + string(c.Field))
	if !f.mayChoose(c) {
		cell := func(text string) fyne.CanvasObject {
			return kit.Inset(12, 0, 12, 0, kit.Body(mergeText(c.Field, text)))
		}
		return kit.NewField(label, kit.Columns([]float32{1, 1}, 8, 0, cell(c.One), cell(c.Other)))
	}
	if side == models.MergeEither {
		side = f.firstSide(c)
	}
	either := kit.NewEither(kit.Choice{Value: string(models.MergeKeep), Label: mergeText(c.Field, c.One)},
		kit.Choice{Value: string(models.MergeGone), Label: mergeText(c.Field, c.Other)}, string(side), nil)
	f.choices[c.Field] = either
	field := kit.NewField(label, either)
	if c.Field == models.MergeBroughtBy {
		f.form.Add("broughtBy", field)
	}
	return field
}

// firstSide is what is chosen before the owner chooses: what the card that is kept says, and of who sent them what the one card says that
// says it. Where both do, or it is one of the two themselves, that is a thing to know, not to take for granted.
func (f *mergeForm) firstSide(c models.ComparedField) models.MergeSide {
	sender := c.One + c.Other
	switch {
	case c.Field != models.MergeBroughtBy:
		return models.MergeKeep
	case c.One != "" && c.Other != "" || sender == f.both.One.Name || sender == f.both.Other.Name:
		return models.MergeEither
	case c.One != "":
		return models.MergeKeep
	}
	return models.MergeGone
}

// mayChoose tells whether the field asks for a choice: who sent them does even where one card alone says it, for one of the two
// may have sent the other. Two photos are never told apart by their words.
func (f *mergeForm) mayChoose(c models.ComparedField) bool {
	return c.Differs() || c.Field == models.MergeBroughtBy && c.One != c.Other || c.Field == models.MergePhoto && c.One != "" && c.Other != ""
}

// mergeText is what a card says in a field, as its owner reads it.
func mergeText(field models.MergeField, text string) string {
	switch {
	case text == "" && field == models.MergeBroughtBy:
		return kit.T("merge.nobody")
	case text == "":
		return kit.T("merge.nothing")
	case field == models.MergeBirthday:
		return kit.BirthdayText(text)
	case field == models.MergeReachBy:
		return reachByWord(models.ReachBy(text))
	case field == models.MergePhoto:
		return kit.T("merge.photo")
	}
	return text
}

// kept lists what stays of both, and how much that is.
func (f *mergeForm) kept() fyne.CanvasObject {
	var parts []string
	for _, c := range []*models.Customer{f.both.One, f.both.Other} {
		for _, contact := range c.Contacts {
			parts = append(parts, contact.Value)
		}
		for _, note := range c.Remember {
			parts = append(parts, noteLine(note))
		}
		parts = append(parts, c.Tags...)
	}
	total := kit.Body(countsText(f.both.OneHas.Plus(f.both.OtherHas)))
	if len(parts) == 0 {
		return kit.NewField(kit.T("merge.together"), total)
	}
	return kit.NewField(kit.T("merge.together"), kit.VStack(2, total, kit.Quiet(strings.Join(unlike(parts), " · "))))
}

// sameDigits is how many digits at the end of two numbers make them the same, with or without a country's code.
const sameDigits = 8

// unlike gives the texts without those that say the same as one before.
func unlike(texts []string) (some []string) {
	seen := map[string]bool{}
	for _, text := range texts {
		key := models.Fold(text)
		if models.LooksLikePhone(text) {
			digits := models.Digits(text)
			key = digits[max(0, len(digits)-sameDigits):]
		}
		if !seen[key] {
			seen[key] = true
			some = append(some, text)
		}
	}
	return some
}
