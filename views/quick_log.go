package views

import (
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// quickLog is the sheet for the busiest minute, over whatever page one is on: what was asked for and not there, by whom, what was offered
// and what they said. Beneath stand the last ones, each to be logged again by one click.
type quickLog struct {
	w     *Window
	form  *kit.Form
	sheet *kit.Sheet

	item      *kit.Picker
	itemField *kit.Field
	who       *personPicker
	why       *kit.Chips
	offer     *quickOffer
	last      []models.MissedRow
}

// quickLast is how many of the last ones are shown, which with the form fit into the smallest window.
const quickLast = 4

// showQuickLog opens the sheet; nil where what stands in it cannot be read.
func showQuickLog(w *Window) *quickLog {
	q := &quickLog{w: w, form: kit.NewForm()}
	q.item = kit.NewPicker(w.findItems)
	q.item.FreeText = true
	q.item.SetPlaceHolder(kit.T("visit.item.place"))
	q.item.OnTyped = func(string) { q.onTyped() }
	q.item.OnChosen = func(o kit.Option) { q.item.SetText(o.Title); q.onTyped(); q.toOffers() }
	q.item.OnSubmitted = q.toOffers
	q.itemField = q.form.Add("requests.0.item", kit.NewField(kit.T("visit.item"), q.item))
	q.who = newPersonPicker(w, kit.T("quick.who"), "customer", "newCustomer", q.toOffers, q.refit)
	q.who.find.SetPlaceHolder(kit.T("quick.nobody"))
	q.who.nameFields(q.form)
	q.offer = newQuickOffer(q)
	q.why = kit.NewChips(reasonChoices(), string(models.ReasonOutOfStock), nil)
	var err error
	if q.last, err = w.store().LastMissed(quickLast); err != nil {
		w.Trouble(err)
		return nil
	}
	whole := kit.NewButton(kit.T("quick.whole"), q.onWhole)
	q.sheet = kit.ShowSheet(w.canvas(), kit.T("log.missed"), q.body(),
		kit.SheetOptions{Help: "wanted", Save: kit.T("quick.save"), OnSave: q.save, Dirty: q.dirty, Width: 760, Extra: []fyne.CanvasObject{whole}})
	return q
}

// reasonChoices are why a thing was not there.
func reasonChoices() []kit.Choice {
	var reasons []kit.Choice
	for _, r := range models.Reasons {
		reasons = append(reasons, kit.Choice{Value: string(r), Label: reasonWord(r)})
	}
	return reasons
}

// body lays the sheet out.
func (q *quickLog) body() fyne.CanvasObject {
	body := kit.VStack(12, kit.Columns([]float32{3, 2}, 14, 560, q.itemField, q.who.object), q.offer.object,
		kit.NewField(kit.T("visit.why"), q.why))
	if len(q.last) > 0 {
		rows := make([]fyne.CanvasObject, len(q.last))
		for i, row := range q.last {
			rows[i] = q.lastRow(row)
		}
		body.Add(kit.Hairline())
		body.Add(kit.VStack(4, kit.Heading(kit.T("quick.last")), kit.Rows(rows...)))
	}
	return body
}

// lastRow is one of the last ones, with the button that logs it again.
func (q *quickLog) lastRow(row models.MissedRow) fyne.CanvasObject {
	who := row.Customer
	if who == "" {
		who = kit.T("visit.stranger")
	}
	when := q.w.momentText(row.At)
	return kit.NewRow().Set(kit.RowContent{
		Title:   kit.RichT("log.titleMissing", "What", row.Item, "Reason", reasonWord(row.Reason)),
		Second:  kit.RichT("quick.lastRow", "Offers", offersText(row.Offers), "Name", who, "When", when),
		Buttons: []kit.RowButton{{Label: kit.T("quick.again"), OnTap: func() { q.again(row) }}},
	})
}

// offersText is what was offered and what they said, in a few words.
func offersText(offers []models.Alternative) string {
	if len(offers) == 0 {
		return kit.T("visit.nothing")
	}
	all := make([]string, len(offers))
	for i, a := range offers {
		answer, _ := answerWord(a.State)
		all[i] = kit.T("quick.offer", "What", offerWords(a), "Answer", answer)
		if a.State == models.AlternativeOffered {
			all[i] = offerWords(a)
		}
	}
	return oneAfterAnother(all)
}

// offerWords is what an alternative is called.
func offerWords(a models.Alternative) string {
	switch {
	case a.Kind == models.ToSpecialist && a.Specialist != "":
		return a.Specialist
	case a.Description != "" && (a.Kind == models.AnotherItem || a.Kind == models.SomethingElse):
		return a.Description
	}
	return kindWord(a.Kind)
}

// onTyped lets what worked before follow the thing.
func (q *quickLog) onTyped() {
	q.offer.update(q.item.Text())
	q.refit()
}

// toOffers goes on to what was offered.
func (q *quickLog) toOffers() {
	q.refit()
	q.w.canvas().Focus(q.offer.chips)
}

// refit gives the sheet the height it needs now.
func (q *quickLog) refit() {
	if q.sheet != nil {
		q.sheet.Refit()
	}
}

func (q *quickLog) dirty() bool {
	who, words := q.who.person()
	return q.item.Text() != "" || who.Given() || words != "" || q.offer.chips.Value() != ""
}

// entry is what is to be stored.
func (q *quickLog) entry(r models.Request) (*models.VisitEntry, error) {
	by, err := q.w.usualStaff()
	if err != nil {
		return nil, err
	}
	who, _ := q.who.person()
	return &models.VisitEntry{NewCustomer: who.New, Visit: models.Visit{CustomerID: who.CustomerID, At: models.MomentOf(q.w.app.Now()),
		ServedBy: by, Requests: []models.Request{r}}}, nil
}

// request is the thing as the sheet has it.
func (q *quickLog) request() models.Request {
	r := models.Request{Item: q.item.Text(), Reason: models.Reason(q.why.Value()), NothingSuitable: q.offer.chips.Value() == nothingSuitable}
	if a, ok := q.offer.read(); ok {
		r.Alternatives = []models.Alternative{a}
	}
	return r
}

// save stores what the sheet says as a visit.
func (q *quickLog) save() {
	e, err := q.entry(q.request())
	if err != nil {
		q.w.Trouble(err)
		return
	}
	err = errors.Join(q.who.problem(), q.offer.problem(), q.w.store().CheckVisit(e))
	if err != nil {
		q.w.Trouble(q.form.Show(err))
		q.refit()
		return
	}
	q.store(e)
}

// again logs one of the last ones once more, for whoever stands in the sheet or, where nobody does, for whom it was then.
func (q *quickLog) again(row models.MissedRow) {
	r, err := q.w.store().MissedAgain(row.RequestID)
	if err != nil {
		q.w.Trouble(err)
		return
	}
	e, err := q.entry(r)
	if err == nil {
		err = q.who.problem()
	}
	if err != nil {
		q.w.Trouble(q.form.Show(err))
		return
	}
	if e.NewCustomer == nil && e.Visit.CustomerID == 0 {
		e.Visit.CustomerID = row.CustomerID
	}
	q.store(e)
}

// store stores the visit, and says so with Undo.
func (q *quickLog) store(e *models.VisitEntry) {
	if err := q.w.store().SaveVisit(e); err != nil {
		q.w.Trouble(q.form.Show(err))
		q.refit()
		return
	}
	q.sheet.Close()
	q.w.Did(kit.T("quick.did", "What", e.Visit.Requests[0].Item))
}

// onWhole goes on in the form of a visit, with what was said so far.
func (q *quickLog) onWhole() {
	e, err := q.entry(q.request())
	if err != nil {
		q.w.Trouble(err)
		return
	}
	t := typedFrom(e)
	_, t.Who = q.who.person()
	t.Stranger = t.Stranger && e.NewCustomer == nil && t.Who == ""
	q.sheet.Close()
	q.w.showVisit().bringBack(t)
}
