package views

import (
	"goodturn/assets"
	"goodturn/views/kit"
)

// speak has the program speak the language that was chosen, or else the computer's.
func (w *Window) speak() {
	kit.Speak(assets.Translations, w.app.Prefs.Language(), w.app.Locale())
}

// speakAnew is speak once the window stands, of which every screen is made anew. What was chosen or typed there stands in it again.
func (w *Window) speakAnew() {
	w.speak()
	if !kit.InItsFonts(w.app.Fyne().Settings().Theme()) {
		w.layer.SetContent(kit.Ground(kit.ColorPaper, 0)) // what is made anew need not be drawn once more
		w.setTheme()
	}
	if w.app.Store != nil {
		w.makeAnew()
	}
}

// makeAnew makes every screen anew, as speakAnew says.
func (w *Window) makeAnew() {
	place := w.place
	w.leave()
	typed, chosen := w.visitAgain(), w.customerAgain()
	w.layer.HideToasts()
	w.restored = nil
	w.layer.OnSave, w.layer.OnEscape = nil, nil
	w.screens, w.stale, w.unstyled, w.place = map[Place]Screen{}, map[Place]bool{}, map[Place]bool{}, ""
	w.buildMenu()
	w.layer.SetContent(w.build())
	w.nameWindow()
	w.rail.recount()
	w.Show(place)
	chosen()
	typed()
	w.offerEach(customerDraft, w.offerCustomerDraft)
	w.offerEach(praiseDraft, w.offerPraiseDraft)
}

// visitAgain gives what puts the visit now being typed into the form made anew, or else offers again what an earlier start left.
func (w *Window) visitAgain() func() {
	old, ok := w.screens[PlaceVisit].(*visitScreen)
	if !ok || !old.started {
		return w.offerVisitDraft
	}
	old.keepNow()
	typed, from := old.typed(), old.from
	return func() {
		s := w.screen(PlaceVisit).(*visitScreen)
		w.reload(PlaceVisit)
		s.from = from
		s.fill(typed)
	}
}

// customerAgain gives what shows the card of the customer last chosen again, where the screen in front is another.
func (w *Window) customerAgain() func() {
	old, ok := w.screens[PlaceCustomers].(*customersScreen)
	if !ok {
		return func() {}
	}
	id := old.card.id
	return func() {
		if id == 0 {
			return
		}
		s := w.screen(PlaceCustomers).(*customersScreen)
		w.reload(PlaceCustomers)
		s.open(id)
	}
}
