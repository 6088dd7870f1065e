package views

import (
	"errors"

	"goodturn/models"
	"goodturn/views/kit"
)

// ReferralStart is what is known when the form of a referral opens.
type ReferralStart struct {
	Referrer models.Referrer
	Referee  models.CustomerID
}

// referralForm is the sheet in which a referral to us is recorded or changed.
type referralForm struct {
	w         *Window
	was       models.ReferralIn // as it is stored; a new one has no ID
	form      *kit.Form
	sheet     *kit.Sheet
	who, whom *personPicker
	day       *kit.DateField
	staff     *kit.Select
	note      *kit.Entry
	before    *kit.Tick
	opened    referralTyped
}

// referralTyped is what stands in the form, to tell whether leaving would lose something.
type referralTyped struct {
	who, whom, day, staff, note string
	before                      bool
}

// showReferralForm opens the form for a new referral.
func showReferralForm(w *Window, start ReferralStart) {
	openReferralForm(w, models.ReferralIn{Referrer: start.Referrer, RefereeID: start.Referee, OnDay: w.store().Today()})
}

// changeReferral opens the form of a referral that is stored.
func changeReferral(w *Window, id models.ReferralInID) {
	r, err := w.store().ReferralIn(id)
	if err != nil {
		w.Trouble(err)
		return
	}
	openReferralForm(w, *r)
}

func openReferralForm(w *Window, r models.ReferralIn) {
	f := &referralForm{w: w, was: r, form: kit.NewForm()}
	f.who = newPersonPicker(w, kit.T("referrals.form.who"), "broughtBy", "broughtBy", f.onWho, nothing)
	f.who.specialists, f.who.newOnes = true, true
	f.whom = newPersonPicker(w, kit.T("referrals.form.whom"), "referee", "referee", nothing, nothing)
	staff, err := w.staffChoices(kit.T("referrals.form.staff.none"), r.StaffID)
	if err != nil {
		w.Trouble(err)
		return
	}
	f.staff = kit.NewSelect(staff, idText(r.StaffID), nil)
	f.day = kit.NewDateField(w.app.Now, kit.DayOrderHere())
	f.day.Past = true
	f.day.SetDay(string(r.OnDay))
	f.note = kit.NewArea("", 2)
	f.note.SetText(r.Note)
	f.before = kit.NewTick(kit.T("referrals.form.before"), r.FromBefore, nil)
	f.who.set(r.Referrer, "")
	f.whom.set(models.Referrer{CustomerID: r.RefereeID}, "")
	f.show()
}

// nothing is for those who need not be told.
func nothing() {}

func (f *referralForm) show() {
	f.who.nameFields(f.form)
	f.whom.nameFields(f.form)
	day := f.form.Add("onDay", kit.NewField(kit.T("referrals.form.day"), f.day))
	staff := kit.NewField(kit.T("referrals.form.staff"), f.staff)
	before := f.form.Add("fromBefore", kit.NewField("", f.before).WithHint(kit.T("referrals.form.before.hint")))
	body := kit.VStack(14, f.who.object, f.whom.object, kit.Columns([]float32{1, 1}, 14, 420, day, staff),
		kit.NewField(kit.T("referrals.form.note"), f.note), before)
	title := kit.T("referrals.form.new")
	if f.was.ID != 0 {
		title = kit.T("referrals.form.change")
	}
	f.opened = f.typed()
	f.sheet = kit.ShowSheet(f.w.canvas(), title, body, kit.SheetOptions{Help: "referrals", Save: kit.T("referrals.form.save"), OnSave: f.save, Dirty: f.dirty})
	if f.was.ID == 0 && f.was.Referrer.Given() && f.was.RefereeID == 0 {
		f.whom.focus()
	}
}

// onWho goes on to whom they sent, once it is known who did.
func (f *referralForm) onWho() {
	if who, words := f.whom.person(); !who.Given() && words == "" {
		f.whom.focus()
	}
}

func (f *referralForm) typed() referralTyped {
	return referralTyped{who: typedPerson(f.who), whom: typedPerson(f.whom), day: f.day.Text, staff: f.staff.Value(), note: f.note.Text, before: f.before.On()}
}

// typedPerson is what stands in a picker, as one text.
func typedPerson(p *personPicker) string {
	who, words := p.person()
	if who.New != nil {
		return who.New.Name + "\n" + who.New.Phone()
	}
	return words + who.NewSpecialist + "\n" + idText(who.CustomerID) + "\n" + idText(who.SpecialistID)
}

func (f *referralForm) dirty() bool { return f.typed() != f.opened }

// read gives what the form says, or the Problems of all fields that cannot be read.
func (f *referralForm) read() (*models.ReferralIn, error) {
	r := f.was
	day, err := f.day.Day()
	if err := errors.Join(f.who.problem(), f.whom.problem(), kit.InField("onDay", err)); err != nil {
		return nil, err
	}
	who, _ := f.who.person()
	whom, _ := f.whom.person()
	r.Referrer, r.RefereeID, r.Referee = who, whom.CustomerID, whom.New
	if !who.Given() {
		r.ReferrerCustomerID, r.ReferrerSpecialistID = 0, 0
	}
	r.OnDay, r.StaffID = models.Day(day), idFrom[models.StaffID](f.staff.Value())
	r.Note, r.FromBefore = f.note.Text, f.before.On()
	return &r, nil
}

func (f *referralForm) save() {
	r, err := f.read()
	if err == nil {
		err = f.w.store().SaveReferral(r)
	}
	if err != nil {
		f.w.Trouble(f.form.Show(err))
		return
	}
	f.sheet.Close()
	f.w.Did(f.said(r))
	if screen, ok := f.w.screens[PlaceReferrals].(*referralsScreen); ok && f.w.place == PlaceReferrals {
		screen.choose(r.ID)
	}
}

// said is what the owner is told: who sent whom, and whether somebody is to be thanked for it.
func (f *referralForm) said(r *models.ReferralIn) string {
	who := f.w.personName(models.Referrer{CustomerID: r.ReferrerCustomerID, SpecialistID: r.ReferrerSpecialistID})
	whom := f.w.personName(models.Referrer{CustomerID: r.RefereeID})
	key := "referrals.did.save"
	if r.State == models.ReferralApproved && !r.FromBefore {
		key = "referrals.did.saveDue"
	}
	return kit.T(key, "Who", who, "Whom", whom)
}

// personName is what to call a customer or a specialist of the books; "" for somebody who is in neither.
func (w *Window) personName(who models.Referrer) string {
	if who.SpecialistID != 0 {
		if p, err := w.store().Specialist(who.SpecialistID); err == nil {
			return p.Name
		}
		return ""
	}
	c, err := w.store().Customer(who.CustomerID)
	if err != nil {
		return ""
	}
	return c.CalledName()
}

// staffChoices offers nobody, under the given words, those who work here, and also who stands there now although
// they left.
func (w *Window) staffChoices(none string, now models.StaffID) ([]kit.Choice, error) {
	staff, err := w.store().Staff(true)
	if err != nil {
		return nil, err
	}
	choices := []kit.Choice{{Value: "", Label: none}}
	for _, m := range staff {
		if !m.Left() || m.ID == now {
			choices = append(choices, kit.Choice{Value: idText(m.ID), Label: m.Name})
		}
	}
	return choices, nil
}
