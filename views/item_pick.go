package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// itemPick is a sheet that asks for a thing: to see its page, or to say that it is the same as another.
type itemPick struct {
	w      *Window
	form   *kit.Form
	picker *kit.Picker
	sheet  *kit.Sheet
	take   func(o kit.Option) error // what is done with the thing chosen
}

func newItemPick(w *Window, take func(o kit.Option) error) *itemPick {
	p := &itemPick{w: w, form: kit.NewForm(), take: take}
	p.picker = kit.NewPicker(w.findItems)
	p.picker.SetPlaceHolder(kit.T("item.pick.place"))
	return p
}

// open shows the sheet.
func (p *itemPick) open(title, label, hint, save string) {
	field := p.form.Add("item", kit.NewField(label, p.picker).WithHint(hint))
	p.sheet = kit.ShowSheet(p.w.canvas(), title, field, kit.SheetOptions{Help: "wanted", Save: save, OnSave: p.onSave, Width: 520})
}

func (p *itemPick) onSave() {
	o, chosen := p.picker.Chosen()
	var err error = models.Problem{Field: "item", Key: "item.which"}
	if chosen {
		err = p.take(o)
	}
	if err != nil {
		p.w.Trouble(p.form.Show(err))
	}
}

// showThing opens the page of the thing that is chosen on the screen; where none is, it asks for one.
func (w *Window) showThing() {
	if s, ok := w.screens[w.place].(interface{ chosenThing() models.ItemID }); ok {
		if id := s.chosenThing(); id != 0 {
			showItem(w, id)
			return
		}
	}
	var p *itemPick
	open := func(o kit.Option) error {
		p.sheet.Close()
		showItem(w, models.ItemID(o.ID))
		return nil
	}
	p = newItemPick(w, open)
	p.picker.OnChosen = func(o kit.Option) { p.onSave() }
	p.open(kit.T("item.pick"), kit.T("item.pick.label"), "", kit.T("item.pick.save"))
}

// showItemMerge asks which thing is the same as keep, and makes it another name of it.
func showItemMerge(w *Window, keep models.Item) {
	var p *itemPick
	p = newItemPick(w, func(o kit.Option) error {
		if err := w.store().MergeItems(keep.ID, models.ItemID(o.ID)); err != nil {
			return err
		}
		p.sheet.Close()
		w.Did(kit.T("item.merged", "Name", o.Title, "Keep", keep.Name))
		return nil
	})
	p.open(kit.T("item.merge.title", "Name", keep.Name), kit.T("item.merge.label"), kit.T("item.merge.hint", "Name", keep.Name), kit.T("item.merge.save"))
}

// findItems gives the things asked for before that fit a text.
func (w *Window) findItems(typed string) []kit.Option {
	items, err := w.store().FindItems(typed, itemsFound)
	if err != nil {
		w.Trouble(err)
		return nil
	}
	options := make([]kit.Option, len(items))
	for i, item := range items {
		options[i] = kit.Option{ID: int64(item.ID), Title: item.Name, Second: askedText(item.AskedN)}
	}
	return options
}
