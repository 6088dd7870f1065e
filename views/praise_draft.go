package views

import (
	"encoding/json"
	"log/slog"

	"goodturn/models"
	"goodturn/views/kit"
)

// praiseDraft begins the names the praise being typed is kept under.
const praiseDraft = "praise "

// praiseTyped is what stands in the form of praise, as words.
type praiseTyped struct {
	From, Who, Signed, Text, Channel, Stars, Link, Replied, Staff, Day string
	MayQuote                                                           bool
}

// praiseKept is the form of praise as a draft keeps it.
type praiseKept struct {
	PraiseID     models.PraiseID // 0 for something new
	Who          models.Referrer // who was chosen. By their CustomerID erasing the person finds the draft
	Words        string          // else the words typed for them
	Name         string          // what to call who said it; "" for nobody yet
	Typed        praiseTyped
	Opened       praiseTyped // what stood in the fields at first
	Day, Replied models.Day  // the days that could be read: “yesterday” would be another one tomorrow
}

// changed keeps the draft soon.
func (f *praiseForm) changed() {
	if f.sheet != nil {
		f.draft.changed()
	}
}

// kept gives everything that stands in the form, a praiseKept.
func (f *praiseForm) kept() any {
	k := praiseKept{PraiseID: f.was.ID, Typed: f.typed(), Opened: f.opened, Name: f.signed.Text}
	if f.from.Value() == praiseByCustomer {
		k.Who, k.Words = f.who.person()
		k.Name = k.Words
		if k.Who.Given() {
			k.Name = f.whoSaid(k.Who)
		}
	}
	k.Day, k.Replied = dayTyped(f.day), dayTyped(f.replied)
	return k
}

// whoSaid is what to call the customer who said it.
func (f *praiseForm) whoSaid(who models.Referrer) string {
	if who.New != nil {
		return who.New.CalledName()
	}
	return f.w.personName(who)
}

// dayTyped is the day in a field, "" for none or for words that are none.
func dayTyped(d *kit.DateField) models.Day {
	day, err := d.Day()
	if err != nil {
		return ""
	}
	return models.Day(day)
}

// fill writes what a draft kept into the form.
func (f *praiseForm) fill(k praiseKept) {
	t := k.Typed
	f.from.SetValue(t.From)
	if k.Who.Given() || k.Words != "" {
		f.who.set(k.Who, k.Words)
	}
	f.signed.SetText(t.Signed)
	f.text.SetText(t.Text)
	f.channel.SetValue(t.Channel)
	f.stars.SetValue(t.Stars)
	f.link.SetText(t.Link)
	f.staff.SetValue(t.Staff)
	f.mayQuote.SetOn(t.MayQuote)
	fillDay(f.day, k.Day, t.Day)
	fillDay(f.replied, k.Replied, t.Replied)
	f.fit()
}

// fillDay writes a day into its field, or else the words that are none.
func fillDay(d *kit.DateField, day models.Day, words string) {
	if day != "" {
		d.SetDay(string(day))
		return
	}
	d.SetText(words)
}

// offerPraiseDraft offers to go on with praise that was typed and not saved when the program ended.
func (w *Window) offerPraiseDraft(kept models.Draft) {
	var k praiseKept
	if err := json.Unmarshal([]byte(kept.Body), &k); err != nil {
		slog.Error("reading the draft of praise", "error", err)
		return
	}
	when := kit.WhenOn(w.app.Now(), kept.At.In(w.app.Now().Location()))
	said := kit.T("praise.draft.offer", "When", when)
	if k.Name != "" {
		said = kit.T("praise.draft.offerOf", "Name", k.Name, "When", when)
	}
	w.layer.StayingToast(said, kit.T("draft.goOn"), "", func() { w.resumePraise(kept.Name, k) }, nil)
}

// resumePraise goes on with the praise that was typed. What was taken out of the book meanwhile is told of.
func (w *Window) resumePraise(draft string, k praiseKept) {
	p := newPraiseBy(w, 0)
	if k.PraiseID != 0 {
		stored, err := w.store().Praise(k.PraiseID)
		if err != nil {
			w.Trouble(err)
			return
		}
		p = *stored
	}
	f := openPraiseForm(w, p)
	if f == nil {
		return
	}
	f.draft.name = draft
	f.fill(k)
	f.opened = k.Opened
}
