package views

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// tagSheet gives people a tag, or takes one from them.
type tagSheet struct {
	w     *Window
	ids   []models.CustomerID
	tags  []models.TagRow
	form  *kit.Form
	name  *kit.Picker
	sheet *kit.Sheet
}

// quickTags is how many tags are offered to a click; the others are found by typing.
const quickTags = 10

// showTagging opens the sheet for those of ids.
func showTagging(w *Window, ids []models.CustomerID) {
	t := &tagSheet{w: w, ids: ids, form: kit.NewForm()}
	tags, err := w.store().Tags()
	if err != nil {
		w.Trouble(err)
		return
	}
	have, err := w.store().TagsAmong(ids)
	if err != nil {
		w.Trouble(err)
		return
	}
	t.tags = tags
	t.name = kit.NewPicker(t.search)
	t.name.SetPlaceHolder(kit.T("lists.tagging.like"))
	t.name.OnChosen = func(o kit.Option) { t.give(o.Title) }
	t.name.OnSubmitted = t.onEnter
	t.name.FreeText = true
	body := kit.VStack(14, t.form.Add("tag", kit.NewField(kit.T("lists.tagging.name"), t.name)))
	if quick := t.quick(have); len(quick) > 0 {
		body.Add(kit.NewField(kit.T("lists.tagging.quick"), kit.FlowRow(8, quick...)))
	}
	if len(have) > 0 {
		body.Add(kit.NewField(kit.T("lists.tagging.have"), kit.Rows(t.rows(have)...)))
	}
	all := kit.NewButton(kit.T("lists.tags"), func() { t.sheet.Close(); showTags(w) }).Link()
	t.sheet = kit.ShowSheet(w.canvas(), kit.TN("lists.tagging.title", len(ids)), body,
		kit.SheetOptions{Help: "customers", Save: kit.T("lists.tagging.save"), OnSave: t.save, Dirty: t.dirty, Extra: []fyne.CanvasObject{all}, Width: 520})
}

func (t *tagSheet) dirty() bool { return t.name.Text() != "" }

// search offers the tags that begin with what is typed, then those that have it inside, and to make a new one.
func (t *tagSheet) search(text string) []kit.Option {
	typed := models.Fold(text)
	var starts, inside []kit.Option
	known := false
	for _, tag := range t.tags {
		folded := models.Fold(tag.Name)
		known = known || folded == typed
		o := kit.Option{ID: int64(tag.ID), Title: tag.Name, Second: kit.TN("lists.count", tag.N)}
		switch at := strings.Index(folded, typed); {
		case at == 0:
			starts = append(starts, o)
		case at > 0:
			inside = append(inside, o)
		}
	}
	found := slices.Concat(starts, inside)
	found = found[:min(len(found), 7)]
	if !known {
		found = append(found, kit.Option{Title: text, Add: true})
	}
	return found
}

// quick are buttons for the tags that most people have, but those that all of these have.
func (t *tagSheet) quick(have []models.TagRow) []fyne.CanvasObject {
	most := slices.Clone(t.tags)
	slices.SortStableFunc(most, func(a, b models.TagRow) int { return cmp.Compare(b.N, a.N) })
	var buttons []fyne.CanvasObject
	for _, tag := range most {
		all := slices.ContainsFunc(have, func(h models.TagRow) bool { return h.ID == tag.ID && h.N == len(t.ids) })
		if !all && len(buttons) < quickTags {
			buttons = append(buttons, kit.NewButton(tag.Name, func() { t.give(tag.Name) }).Small())
		}
	}
	return buttons
}

// rows are the tags they have, to take them off.
func (t *tagSheet) rows(have []models.TagRow) []fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(have))
	for i, tag := range have {
		second := kit.T("lists.tagging.some", "N", kit.Count(tag.N), "All", kit.Count(len(t.ids)))
		rows[i] = kit.NewRow().Set(kit.RowContent{Title: "**" + kit.Escape(tag.Name) + "**", Second: "_" + second + "_",
			Buttons: []kit.RowButton{{Label: kit.T("lists.tagging.off"), OnTap: func() { t.take(tag) }}}})
	}
	return rows
}

// onEnter saves once there is a tag to give.
func (t *tagSheet) onEnter() {
	if t.dirty() {
		t.save()
	}
}

// save gives the tag that was typed.
func (t *tagSheet) save() { t.give(t.name.Text()) }

func (t *tagSheet) give(name string) {
	deed, err := t.w.store().Tagging(t.ids, name)
	if err != nil {
		t.w.Trouble(t.form.Show(err))
		return
	}
	did := kit.TN("lists.tagging.did", len(t.ids), "Name", name)
	t.w.doDeed(kit.TN("many.tag", len(t.ids), "Name", name), deed, func(err error) { t.ended(err, did) })
}

// ended says what was done, or what is wrong.
func (t *tagSheet) ended(err error, did string) {
	if err != nil {
		t.w.Trouble(t.form.Show(err))
		return
	}
	t.sheet.Close()
	t.w.Did(did)
}

func (t *tagSheet) take(tag models.TagRow) {
	did := kit.TN("lists.tagging.took", tag.N, "Name", tag.Name)
	t.w.doDeed(kit.T("many.untag", "Name", tag.Name), t.w.store().Untagging(t.ids, tag.ID), func(err error) { t.ended(err, did) })
}
