package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// praiseForm is the sheet in which something nice is written down that somebody said, or is changed.
type praiseForm struct {
	w     *Window
	was   models.Praise // as it is stored; a new one has no ID
	form  *kit.Form
	sheet *kit.Sheet

	from      *kit.Either // somebody of the book, or not
	who       *personPicker
	signed    *kit.Entry
	signedBox *kit.Field
	text      *kit.Entry
	channel   *kit.Chips
	stars     *kit.Select
	link      *kit.Entry
	replied   *kit.DateField
	public    *fyne.Container // what only a public review has
	staff     *kit.Select
	day       *kit.DateField
	mayQuote  *kit.Tick
	opened    praiseTyped // what stood in the fields at first, to tell whether leaving would lose something
	draft     *formDraft
}

// Who says something nice.
const (
	praiseByCustomer = "customer"
	praiseByOther    = "other"
)

// showPraiseForm opens the form for something new that a customer said; 0 asks who did.
func showPraiseForm(w *Window, by models.CustomerID) { openPraiseForm(w, newPraiseBy(w, by)) }

// newPraiseBy is what the form of something new begins with.
func newPraiseBy(w *Window, by models.CustomerID) models.Praise {
	return models.Praise{CustomerID: by, Channel: models.PraiseInPerson, OnDay: w.store().Today()}
}

// changePraise opens the form of praise that is stored.
func changePraise(w *Window, id models.PraiseID) {
	p, err := w.store().Praise(id)
	if err != nil {
		w.Trouble(err)
		return
	}
	openPraiseForm(w, *p)
}

// openPraiseForm opens the form of p, and gives it; nil where something went wrong, which is told.
func openPraiseForm(w *Window, p models.Praise) *praiseForm {
	f := &praiseForm{w: w, was: p, form: kit.NewForm()}
	f.draft = newFormDraft(w, praiseDraft, f.dirty, f.kept)
	staff, err := w.staffChoices(kit.T("praise.form.staff.none"), p.StaffID)
	if err != nil {
		w.Trouble(err)
		return nil
	}
	f.staff = kit.NewSelect(staff, idText(p.StaffID), f.onChosen)
	f.buildWho()
	f.text = kit.NewArea(kit.T("praise.form.text.place"), 4)
	f.text.SetText(p.Text)
	also(&f.text.OnChanged, f.changed)
	f.channel = kit.NewChips(praiseChannels(), string(p.Channel), f.onChosen)
	f.buildPublic()
	f.day = kit.NewDateField(w.app.Now, kit.DayOrderHere())
	f.day.Past = true
	f.day.SetDay(string(p.OnDay))
	also(&f.day.OnChanged, f.changed)
	f.mayQuote = kit.NewTick(kit.T("praise.form.mayQuote"), p.MayQuote, func(bool) { f.changed() })
	f.show()
	return f
}

// buildWho makes the fields of who said it.
func (f *praiseForm) buildWho() {
	from := praiseByCustomer
	if f.was.ID != 0 && f.was.CustomerID == 0 {
		from = praiseByOther
	}
	f.from = kit.NewEither(kit.Choice{Value: praiseByCustomer, Label: kit.T("praise.form.from.customer")},
		kit.Choice{Value: praiseByOther, Label: kit.T("praise.form.from.other")}, from, f.onChosen)
	f.who = newPersonPicker(f.w, kit.T("praise.form.who"), "customer", "newCustomer", f.onWho, f.changed)
	f.who.logged = f.was.CustomerID // it stays theirs though they left the book
	f.who.set(models.Referrer{CustomerID: f.was.CustomerID}, "")
	f.signed = kit.NewEntry(kit.T("praise.form.signed.place"))
	f.signed.SetText(f.was.SaidBy)
	also(&f.signed.OnChanged, f.changed)
	f.signedBox = kit.NewField(kit.T("praise.form.signed"), f.signed).WithHint(kit.T("praise.form.signed.hint"))
}

// buildPublic makes the fields of a review that all can read.
func (f *praiseForm) buildPublic() {
	stars := []kit.Choice{{Value: "", Label: kit.T("praise.form.stars.none")}}
	for n := 5; n > 0; n-- {
		stars = append(stars, kit.Choice{Value: idText(models.PraiseID(n)), Label: kit.TN("praise.stars", n)})
	}
	f.stars = kit.NewSelect(stars, idText(models.PraiseID(f.was.Rating)), f.onChosen)
	f.link = kit.NewEntry(kit.T("praise.form.link.place"))
	f.link.SetText(f.was.Link)
	also(&f.link.OnChanged, f.changed)
	f.replied = kit.NewDateField(f.w.app.Now, kit.DayOrderHere())
	f.replied.Past = true
	f.replied.SetDay(string(f.was.RepliedOn))
	also(&f.replied.OnChanged, f.changed)
}

func (f *praiseForm) show() {
	f.who.nameFields(f.form)
	stars := f.form.Add("rating", kit.NewField(kit.T("praise.form.stars"), f.stars))
	link := f.form.Add("link", kit.NewField(kit.T("praise.form.link"), f.link))
	replied := f.form.Add("repliedOn", kit.NewField(kit.T("praise.form.replied"), f.replied))
	f.public = kit.VStack(14, kit.Columns([]float32{1, 1}, 14, 420, stars, replied), link)
	text := f.form.Add("text", kit.NewField(kit.T("praise.form.text"), f.text))
	day := f.form.Add("onDay", kit.NewField(kit.T("praise.form.day"), f.day))
	staff := kit.NewField(kit.T("praise.form.staff"), f.staff)
	body := kit.VStack(14, kit.VStack(8, f.from, f.who.object, f.signedBox), text, kit.NewField(kit.T("praise.form.channel"), f.channel), f.public,
		kit.Columns([]float32{1, 1}, 14, 420, staff, day), f.mayQuote)
	title := kit.T("praise.form.new")
	if f.was.ID != 0 {
		title = kit.T("praise.form.change")
	}
	f.fit()
	f.opened = f.typed()
	f.sheet = kit.ShowSheet(f.w.canvas(), title, body, kit.SheetOptions{Help: "praise", Save: kit.T("praise.form.save"), OnSave: f.save,
		Dirty: f.draft.loses, OnCancel: f.draft.cancelled})
	f.focus()
}

// focus puts the cursor where there is something to say first: who it was, or where that is known what they said.
func (f *praiseForm) focus() {
	if f.was.CustomerID != 0 || f.was.ID != 0 {
		f.onWho()
		return
	}
	f.who.focus()
}

func (f *praiseForm) onWho() { f.form.Field("text").Focus() }

// onChosen fits the fields to what was chosen.
func (f *praiseForm) onChosen(string) {
	f.fit()
	f.changed()
}

// fit shows the fields that there is something to say in.
func (f *praiseForm) fit() {
	known := f.from.Value() == praiseByCustomer
	f.who.object.Hidden, f.signedBox.Hidden = !known, known
	f.public.Hidden = models.PraiseChannel(f.channel.Value()) != models.PraiseReview
	if f.sheet != nil {
		f.sheet.Refit()
	}
}

func (f *praiseForm) typed() praiseTyped {
	return praiseTyped{From: f.from.Value(), Who: typedPerson(f.who), Signed: f.signed.Text, Text: f.text.Text, Channel: f.channel.Value(), Stars: f.stars.Value(),
		Link: f.link.Text, Replied: f.replied.Text, Staff: f.staff.Value(), Day: f.day.Text, MayQuote: f.mayQuote.On()}
}

func (f *praiseForm) dirty() bool { return f.typed() != f.opened }

// read gives what the form says, or the Problems of all fields that cannot be read.
func (f *praiseForm) read() (*models.Praise, error) {
	p := f.was
	p.Draft = f.draft.name
	day, err := f.day.Day()
	err = errors.Join(f.readWho(&p), kit.InField("onDay", err))
	p.OnDay, p.StaffID, p.Text = models.Day(day), idFrom[models.StaffID](f.staff.Value()), f.text.Text
	p.Channel, p.MayQuote = models.PraiseChannel(f.channel.Value()), f.mayQuote.On()
	p.Rating, p.Link, p.RepliedOn = 0, "", ""
	if p.Channel != models.PraiseReview {
		return &p, err
	}
	replied, unread := f.replied.Day()
	err = errors.Join(err, kit.InField("repliedOn", unread))
	p.Rating, p.Link, p.RepliedOn = int(idFrom[models.PraiseID](f.stars.Value())), f.link.Text, models.Day(replied)
	return &p, err
}

func (f *praiseForm) readWho(p *models.Praise) error {
	p.CustomerID, p.NewCustomer, p.SaidBy = 0, nil, ""
	if f.from.Value() == praiseByOther {
		p.SaidBy = f.signed.Text
		return nil
	}
	if err := f.who.problem(); err != nil {
		return err
	}
	who, _ := f.who.person()
	if !who.Given() {
		return models.Problem{Field: "customer", Key: "praise.who"}
	}
	p.CustomerID, p.NewCustomer = who.CustomerID, who.New
	return nil
}

func (f *praiseForm) save() {
	p, err := f.read()
	if err = errors.Join(err, p.Validate()); err == nil {
		err = f.w.store().SavePraise(p)
	}
	if err != nil {
		f.w.Trouble(f.form.Show(err))
		return
	}
	f.draft.leave()
	f.sheet.Close()
	f.w.Did(f.said(p))
	if screen, ok := f.w.screens[PlacePraise].(*praiseScreen); ok && f.w.place == PlacePraise {
		screen.choose(p.ID)
	}
}

// said is what the owner is told: that it is noted, and whether somebody is to be thanked for it.
func (f *praiseForm) said(p *models.Praise) string {
	switch {
	case f.was.ID != 0:
		return kit.T("praise.did.change")
	case p.CustomerID != 0:
		return kit.T("praise.did.save", "Name", f.w.personName(models.Referrer{CustomerID: p.CustomerID}))
	}
	return kit.T("praise.did.saveOther")
}
