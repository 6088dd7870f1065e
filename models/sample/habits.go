package sample

import (
	"math/rand/v2"
	"strings"
	"time"

	"goodturn/models"
)

// habits are the visits of those who come again and again, for things the shop had.
func (t *teller) habits() []event {
	var tolds []told
	for _, h := range []struct {
		who, by     string
		last, every int // days ago, and days between
		times       int
		items       []string
	}{
		{"Ann Hughes", "Ivy", 126, 35, 28, []string{"Brake service", "Chain oil", "Handlebar tape", "Inner tube"}},
		{"Jürgen Müller", "Mike", 18, 66, 18, []string{"Club ride check", "Tyre, 28 mm", "Cassette", "Chain"}},
		{"Olu Ade", "Ivy", 63, 49, 14, []string{"Front light", "Inner tube", "Brake pads", "Mudguard stay"}},
		{"Dana Fox", "Mike", 35, 55, 12, []string{"Child's bicycle service", "Bell", "Inner tube, 20 inch", "Helmet, child"}},
		{"Ravi Shah", "Mike", 133, 50, 8, []string{"Gear service", "Brake pads", "Rear light"}},
		{"Elsie Grant", "Ivy", 10, 30, 9, []string{"Tyres pumped", "Basket strap", "Tricycle service"}},
		{"Jonas Berg", "Mike", 50, 35, 5, []string{"Bottom bracket", "Headset bearings", "Frame pump"}},
		{"Aisha Noor", "Ivy", 3, 5, 3, []string{"Puncture repair", "Lock", "Bell"}},
	} {
		for n := range h.times {
			at := t.when(h.last+n*h.every, 10+n%7, 13*n%60)
			item := h.items[n%len(h.items)]
			v := told{at: at, who: h.who, by: h.by, spent: paid(item, n), left: models.LeftContent, requests: []models.Request{{Item: item}}}
			if strings.HasSuffix(item, "service") {
				v.promise(n)
			}
			tolds = append(tolds, v)
		}
	}
	return t.visits(tolds)
}

// promise is that the work is ready on the next day, which is kept but for every seventh time.
func (v *told) promise(n int) {
	day := v.at.AddDate(0, 0, 1)
	v.promised = time.Date(day.Year(), day.Month(), day.Day(), 17, 0, 0, 0, day.Location())
	switch {
	case n%7 == 4:
		v.ready, v.madeGood = v.promised.Add(18*time.Hour), "Took it to their door, with a new bell"
	case n%3 == 0:
		v.ready = v.at.Add(5 * time.Hour)
	default:
		v.ready = v.promised.Add(-2 * time.Hour)
	}
}

// passersBy are the strangers of the last eight weeks, about four on each day but Sunday.
func (t *teller) passersBy() []event {
	random := rand.New(rand.NewPCG(12, 1978))
	asked := t.strangersAsk()
	var tolds []told
	for daysAgo := 55; daysAgo >= 0; daysAgo-- {
		if t.when(daysAgo, 12, 0).Weekday() == time.Sunday {
			continue
		}
		for range 3 + random.IntN(3) {
			v := told{at: t.when(daysAgo, 9+random.IntN(9), random.IntN(60)), by: []string{"Mike", "Ivy"}[random.IntN(2)]}
			v.requests = []models.Request{asked[random.IntN(len(asked))]}
			if v.requests[0].Available() {
				v.spent = paid(v.requests[0].Item, random.IntN(80))
			}
			tolds = append(tolds, v)
		}
	}
	return t.visits(tolds)
}

// strangersAsk is what people passing by ask for; one thing in six is not there.
func (t *teller) strangersAsk() []models.Request {
	var asked []models.Request
	for _, item := range []string{"Inner tube", "Puncture repair", "Brake pads", "Chain oil", "Lock", "Bell", "Front light", "Rear light", "Tyre, 28 mm", "Tyre levers",
		"Gear service", "Mudguard stay", "Helmet", "Water bottle", "Pump", "Brake cable", "Pedals", "Rain cape", "Tyre, 32 mm", "Handlebar grips"} {
		asked = append(asked, models.Request{Item: item})
	}
	return append(asked,
		models.Request{Item: "Tyre, tubeless", TheirWords: "one of those tyres that need no tube", Reason: models.ReasonOutOfStock, Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Tyre, puncture-proof", State: models.AlternativeAccepted}}},
		models.Request{Item: "Cargo trailer", Reason: models.ReasonNotCarried, Worth: 18900, Alternatives: []models.Alternative{
			{Kind: models.AnotherItem, Description: "Pannier set", State: models.AlternativeDeclined, DeclineReason: "too small"}}},
		models.Request{Item: "E-bike battery", Reason: models.ReasonNotOurTrade, Alternatives: []models.Alternative{
			{Kind: models.ToSpecialist, SpecialistID: t.specialists["Volt & Daughter"], State: models.AlternativeAccepted}}},
		models.Request{Item: "Skateboard wheels", Reason: models.ReasonNotCarried, NothingSuitable: true})
}
