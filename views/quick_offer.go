package views

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// quickOffer is what was offered in place of the thing, by one chip, and by another what they said.
type quickOffer struct {
	q         *quickLog
	worked    []models.Worked // what the first chips stand for
	chips     *kit.Chips
	field     *kit.Field
	what      *kit.Picker // of another thing, a specialist, or something else
	whatField *kit.Field
	warning   *kit.RichLine // of a specialist who disappointed before
	answer    *kit.Chips
	said      *kit.Field
	object    *fyne.Container
}

// workedChip begins the value of a chip that stands for what worked before.
const workedChip = "worked."

func newQuickOffer(q *quickLog) *quickOffer {
	o := &quickOffer{q: q}
	o.chips = kit.NewChips(o.choices(), "", o.onChosen)
	o.chips.AllowNone = true
	o.field = q.form.Add("requests.0.alternatives", kit.NewField(kit.T("visit.offered"), o.chips))
	o.what = kit.NewPicker(o.find)
	o.what.OnChosen, o.what.OnCleared = o.onWhat, o.warn
	o.what.OnSubmitted = o.toAnswer
	o.whatField = kit.NewField("", o.what)
	for _, name := range []string{"description", "specialist", "kind"} {
		q.form.Add("requests.0.alternatives.0."+name, o.whatField)
	}
	o.answer = kit.NewChips([]kit.Choice{
		{Value: string(models.AlternativeAccepted), Label: kit.T("answer.accepted"), Tone: kit.ToneOK},
		{Value: string(models.AlternativeDeclined), Label: kit.T("answer.declined")},
		{Value: string(models.AlternativeThinking), Label: kit.T("answer.thinking"), Tone: kit.ToneWarn},
	}, "", nil)
	o.answer.AllowNone = true
	o.said = kit.NewField(kit.T("quick.answer"), o.answer)
	o.warning = kit.Rich("")
	o.object = kit.VStack(8, o.field, o.whatField, o.warning, o.said)
	o.warning.Hide()
	o.whatField.Hide()
	o.said.Hide()
	return o
}

// choices are a chip for each of what worked before, for each kind of offer, and one that says there was none.
func (o *quickOffer) choices() []kit.Choice {
	var choices []kit.Choice
	for i, w := range o.worked {
		choices = append(choices, kit.Choice{Value: workedChip + strconv.Itoa(i), Label: kit.T("visit.worked.chip", "What", workedWords(w), "Taken", kit.Count(w.Taken), "Offered", kit.Count(w.Offered))})
	}
	for _, k := range models.AlternativeKinds {
		if slices.ContainsFunc(o.worked, func(w models.Worked) bool { return w.Kind == k && w.What == "" }) {
			continue // it stands there already, with how it went
		}
		choices = append(choices, kit.Choice{Value: string(k), Label: kit.T("quick.offer." + string(k))})
	}
	return append(choices, kit.Choice{Value: nothingSuitable, Label: kit.T("visit.nothing"), Tone: kit.ToneUnavailable})
}

// update shows what worked before for the thing as it is typed now. What was chosen of it already goes with it.
func (o *quickOffer) update(thing string) {
	found, err := o.q.w.store().WorkedBefore(thing, workedShown)
	if err != nil {
		o.q.w.Trouble(err)
	}
	if slices.EqualFunc(found, o.worked, sameWorked) {
		return
	}
	o.worked = found
	o.chips.SetChoices(o.choices())
	if strings.HasPrefix(o.chips.Value(), workedChip) {
		o.chips.SetValue("")
		o.onChosen("")
	}
}

// kind is what was offered; "" for nothing.
func (o *quickOffer) kind() models.AlternativeKind {
	value := o.chips.Value()
	if w, ok := o.chosenWorked(); ok {
		return w.Kind
	}
	if value == nothingSuitable {
		return ""
	}
	return models.AlternativeKind(value)
}

// chosenWorked is what worked before and was offered again, if it was.
func (o *quickOffer) chosenWorked() (models.Worked, bool) {
	n, ok := strings.CutPrefix(o.chips.Value(), workedChip)
	i, err := strconv.Atoi(n)
	if !ok || err != nil || i >= len(o.worked) {
		return models.Worked{}, false
	}
	return o.worked[i], true
}

// onChosen asks what is not said yet, and goes on to it: which one it was, or what they said.
func (o *quickOffer) onChosen(string) {
	kind := o.kind()
	_, known := o.chosenWorked()
	asks := !known && (kind == models.AnotherItem || kind == models.ToSpecialist || kind == models.SomethingElse)
	o.whatField.Hidden = !asks
	o.said.Hidden = kind == ""
	o.field.SetProblem("")
	o.warn()
	if asks {
		o.what.FreeText = kind != models.ToSpecialist
		o.what.Whole = kind == models.ToSpecialist
		o.what.SetPlaceHolder(kit.T("visit.offer.place." + string(kind)))
	}
	o.object.Refresh()
	o.q.refit()
	switch {
	case asks:
		o.q.w.focusIn(o.whatField)
	case kind != "":
		o.toAnswer()
	}
}

func (o *quickOffer) toAnswer() { o.q.w.canvas().Focus(o.answer) }

// find gives the things, or the specialists, that fit a text.
func (o *quickOffer) find(text string) []kit.Option {
	switch o.kind() {
	case models.AnotherItem:
		return o.q.w.findItems(text)
	case models.ToSpecialist:
		return o.q.w.specialistOptions(text)
	}
	return nil
}

// onWhat takes a thing as words that can still be changed, and a specialist as they are.
func (o *quickOffer) onWhat(chosen kit.Option) {
	if o.kind() == models.AnotherItem {
		o.what.SetText(chosen.Title)
	}
	o.warn()
	o.toAnswer()
}

// warn says of a specialist who disappointed two customers or more what to know before the next.
func (o *quickOffer) warn() {
	a, _ := o.read()
	if a.SpecialistID == 0 {
		o.warning.Hide()
		return
	}
	p, err := o.q.w.store().SpecialistRow(a.SpecialistID)
	warning := ""
	if err == nil {
		warning, err = o.q.w.specialistWarning(p)
	}
	if err != nil {
		o.q.w.Trouble(err)
	}
	o.warning.SetMarkup(warning)
	o.warning.Hidden = warning == ""
	o.object.Refresh()
	o.q.refit()
}

// problem is a specialist who is in no book.
func (o *quickOffer) problem() error {
	if _, chosen := o.what.Chosen(); o.whatField.Visible() && o.kind() == models.ToSpecialist && !chosen && o.what.Text() != "" {
		return models.Problem{Field: "requests.0.alternatives.0.specialist", Key: "quick.specialist"}
	}
	return nil
}

// read gives what was offered; false where nothing was.
func (o *quickOffer) read() (models.Alternative, bool) {
	a := models.Alternative{Kind: o.kind(), State: models.AlternativeOffered}
	if a.Kind == "" {
		return a, false
	}
	if answer := o.answer.Value(); answer != "" {
		a.State = models.Answer(answer)
	}
	if w, ok := o.chosenWorked(); ok {
		a.Description, a.SpecialistID = w.What, w.SpecialistID
		if a.Kind == models.ToSpecialist {
			a.Specialist, a.Description = w.What, ""
		}
		return a, true
	}
	switch a.Kind {
	case models.AnotherItem, models.SomethingElse:
		a.Description = o.what.Text()
	case models.ToSpecialist:
		if chosen, ok := o.what.Chosen(); ok {
			a.SpecialistID, a.Specialist = models.SpecialistID(chosen.ID), chosen.Title
		}
	}
	return a, true
}
