package views

import (
	"slices"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// visitScreen is the form of a visit: who came, what they asked for, what was offered in place of what we did not
// have, and what was said beside it.
type visitScreen struct {
	w *Window

	base     visitTyped // what the form began with: it carries what no field shows
	form     *kit.Form
	who      *whoPart
	requests []*requestPart
	after    *afterPart

	title, subtitle *kit.RichLine
	missed, remove  *kit.Button
	slip            *kit.Button     // of a new visit
	more            *kit.MenuButton // of a visit in the log
	requestList     *fyne.Container
	scroll          *kit.ScrollBox
	money           models.Shop // whose currency the amounts are in
	body            *fyne.Container
	content         fyne.CanvasObject

	from    Place // where the form was opened from
	started bool  // the form is in use: saved or cancelled it is not
	filling bool  // the program fills the fields; nothing is typed
	keeping *draftTimer
}

func newVisit(w *Window) *visitScreen {
	s := &visitScreen{w: w, form: kit.NewForm()}
	s.keeping = newDraftTimer(w.app.After, s.keep)
	s.title, s.subtitle = kit.Title(""), kit.Quiet("")
	s.missed = kit.NewButton(kit.T("visit.missed"), s.onMissed)
	s.remove = kit.NewButton(kit.T("visit.delete"), s.onDelete).Danger()
	s.who = newWhoPart(w, s.onCustomer, s.onWho)
	s.after = newAfterPart(w, s.changed)
	s.requestList = kit.VStack(14)
	s.content = s.build()
	return s
}

func (s *visitScreen) build() fyne.CanvasObject {
	more := kit.NewButton(kit.T("visit.also"), s.onAlso).Small()
	requests := kit.Card(s.requestList, kit.HStack(8, more))
	s.subtitle.SetText(kit.T("visit.subtitle"))
	head := kit.PageHead(s.title, s.subtitle, s.missed)
	s.body = kit.VStack(14, head, s.who.object, requests, s.after.object)
	s.scroll = kit.Scroll(s.body)
	s.slip = kit.NewButton(kit.T("visit.slips"), s.onSlips)
	cancel := kit.NewButton(kit.T("kit.cancel"), s.onCancel)
	save := kit.NewButton(kit.T("visit.save"), s.onSave).Primary().Hint(kit.ShortcutText(key(fyne.KeyReturn)))
	s.more = kit.NewMenuButton(kit.T("customers.more"), s.moreItems)
	foot := kit.Ends(kit.FlowRow(10, s.remove, s.more, s.slip), cancel, save)
	return kit.Inset(22, 16, 22, 18, kit.VStack(12, kit.Grow(s.scroll), foot))
}

// Title is what the page is about.
func (s *visitScreen) Title() string { return s.title.Text() }

// Content is what the window shows.
func (s *visitScreen) Content() fyne.CanvasObject { return s.content }

// Uses tells whether the form offers or shows what changed; what is typed stays in any case.
func (s *visitScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindShop | models.KindStaff | models.KindCustomer | models.KindSpecialist | models.KindReferral)
}

// Reload reads anew what the form offers to choose from, and the names it shows while it is in use: whoever stands
// in one that was saved may have left the book since. What follows from that is nothing the owner typed.
func (s *visitScreen) Reload() error {
	if s.started && !s.typed().touched() {
		defer s.beginHere()
	}
	s.filling = true
	defer func() { s.filling = false }()
	shop, err := s.w.store().Shop()
	if err != nil {
		return err
	}
	s.setMoney(shop)
	if err := s.reloadStaff(); err != nil {
		return err
	}
	if !s.started {
		return nil
	}
	s.who.reload()
	s.eachRefer((*referPart).show) // an answer may have come in meanwhile
	s.after.sender.showKnown()
	return s.customerChanged()
}

// setMoney has the amounts written in the shop's currency.
func (s *visitScreen) setMoney(shop models.Shop) {
	s.money = shop
	s.after.spent.setMoney(shop)
	for _, r := range s.requests {
		r.offers.worth.setMoney(shop)
		for _, o := range r.offers.rows {
			o.price.setMoney(shop)
		}
	}
}

// reloadStaff offers those who work here, and whoever is named in the visit though they left.
func (s *visitScreen) reloadStaff() error {
	staff, err := s.w.store().Staff(true)
	if err != nil {
		return err
	}
	named := []models.StaffID{s.base.Entry.Visit.ServedBy, s.base.Entry.Visit.AskedFor}
	var choices []kit.Choice
	for _, m := range staff {
		if !m.Left() || slices.Contains(named, m.ID) {
			choices = append(choices, kit.Choice{Value: idText(m.ID), Label: m.Name})
		}
	}
	if len(choices) == 0 {
		s.who.setStaff(nil)
		s.after.setStaff(nil)
		return nil
	}
	nobody := kit.T("visit.servedBy.none")
	if s.base.Entry.Visit.ID == 0 {
		nobody = kit.T("visit.servedBy.yet") // there was no time to note it
	}
	s.who.setStaff(append([]kit.Choice{{Label: nobody}}, choices...))
	s.after.setStaff(append([]kit.Choice{{Label: kit.T("visit.askedFor.none")}}, choices...))
	return nil
}

// FocusFirst puts the cursor where the form is begun: whom it is about, or what they asked for where that is said.
func (s *visitScreen) FocusFirst() {
	s.w.layer.OnSave, s.w.layer.OnEscape = s.onSaveKey, s.onEscape
	if len(s.requests) == 0 {
		return
	}
	if s.who.someone() || s.who.stranger.Value() == passingBy {
		s.w.focusIn(s.requests[0].itemField)
		return
	}
	s.who.person.focus()
}

// Leave keeps what was typed: coming back goes on with it.
func (s *visitScreen) Leave() {
	s.w.layer.OnSave, s.w.layer.OnEscape = nil, nil
	s.keepNow()
	if t := s.typed(); s.started && t.touched() {
		s.w.Offer(kit.T("visit.kept"), kit.T("draft.goOn"), func() { s.bringBack(t) })
	}
}

// showVisit brings the form to the front, which will lead back to the place now shown.
func (w *Window) showVisit() *visitScreen {
	from := w.place
	w.Show(PlaceVisit)
	s := w.screens[PlaceVisit].(*visitScreen)
	if from != PlaceVisit {
		s.from = from
	}
	return s
}

// inFront tells whether the form is what the window shows, so that a key is meant for it.
func (s *visitScreen) inFront() bool {
	return s.w.place == PlaceVisit && s.w.screens[PlaceVisit] == Screen(s) && !kit.SheetOpen(s.w.canvas())
}

func (s *visitScreen) onSaveKey() {
	if s.inFront() {
		s.onSave()
	}
}

// onEscape leaves the form as the rail does: what was typed is kept.
func (s *visitScreen) onEscape() {
	if s.inFront() {
		s.goBack()
	}
}
