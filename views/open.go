package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// OpenCustomer shows a customer's card.
func (w *Window) OpenCustomer(id models.CustomerID) {
	w.Show(PlaceCustomers)
	w.screens[PlaceCustomers].(*customersScreen).open(id)
}

// OpenSpecialist shows a specialist's card.
func (w *Window) OpenSpecialist(id models.SpecialistID) {
	w.Show(PlaceSpecialists)
	w.screens[PlaceSpecialists].(*specialistsScreen).open(id)
}

// NewCustomer opens the form for a new customer, with what was typed elsewhere as the name, or as the phone
// number where it can be one. The card is shown once it is saved.
func (w *Window) NewCustomer(typed string) {
	showCustomerForm(w, customerFrom(typed), func(id models.CustomerID) { w.OpenCustomer(id) })
}

// customerFrom gives a new customer with what was typed in a search as name or phone.
func customerFrom(typed string) *models.Customer {
	c := &models.Customer{}
	if digits := models.Digits(typed); len(digits) >= 3 && models.LooksLikePhone(typed) {
		c.SetContact(models.ContactPhone, typed)
	} else {
		c.Name = typed
	}
	return c
}

// VisitStart is what is known when the form of a visit opens.
type VisitStart struct {
	Customer    models.CustomerID
	Stranger    bool // somebody passing by: the customer is left out and the thing asked for comes first
	Unavailable bool // the first request is one we did not have
}

// LogVisit opens the form of a new visit. One that was begun and not saved is kept and goes on.
func (w *Window) LogVisit(start VisitStart) {
	w.showVisit().start(start)
}

// EditVisit opens the form of a visit in the log.
func (w *Window) EditVisit(id models.VisitID) {
	e, err := w.store().Visit(id)
	if err != nil {
		w.Trouble(err)
		return
	}
	w.showVisit().edit(e)
}

// offerDrafts offers to go on with what was typed and not saved when the program ended. The offers stay: whoever starts
// the program may turn to a customer before they read them.
func (w *Window) offerDrafts() {
	w.keepTyped()
	w.offerVisitDraft()
	w.offerEach(customerDraft, w.offerCustomerDraft)
	w.offerEach(praiseDraft, w.offerPraiseDraft)
}

// offerEach offers the drafts whose names begin with kind.
func (w *Window) offerEach(kind string, offer func(models.Draft)) {
	kept, err := w.store().Drafts(kind)
	if err != nil {
		w.Trouble(err)
	}
	for _, draft := range kept {
		offer(draft)
	}
}

func (w *Window) offerVisitDraft() {
	body, at, err := w.store().Draft(visitDraft)
	if err != nil {
		w.Trouble(err)
		return
	}
	if body == "" {
		return
	}
	when := kit.WhenOn(w.app.Now(), at.In(w.app.Now().Location()))
	w.offered = w.layer.StayingToast(kit.T("draft.offer", "When", when), kit.T("draft.goOn"), w.shortcutText("logVisit"), w.resumeVisit, nil)
}

// resumeVisit goes on with the visit that was begun, as it is by now: since the offer it may have been changed, or saved.
func (w *Window) resumeVisit() { w.LogVisit(VisitStart{}) }

// OpenLog shows the service log of one item.
func (w *Window) OpenLog(item models.ItemRow) {
	w.Show(PlaceLog)
	w.screens[PlaceLog].(*serviceLogScreen).showItem(item)
}

// OpenLogOf shows what became of the requests of some days: those of an outcome, and what else is asked of them.
func (w *Window) OpenLogOf(days models.Days, outcome string, asked models.LogFilter) {
	w.Show(PlaceLog)
	s := w.screens[PlaceLog].(*serviceLogScreen)
	s.filters.setTo(days, outcome, asked)
	s.onFiltered()
}
