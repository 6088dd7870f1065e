package views

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"goodturn/models"
)

// Where a day that has been is asked for, a weekday is the last one: nothing was said or done on a day to come.
func TestAWeekdayThatHasBeenIsMeant(t *testing.T) {
	v := newVisitBench(t)
	friday := v.store().Today().AddDays(-1)
	for friday.In(time.UTC).Weekday() != time.Friday {
		friday = friday.AddDays(-1)
	}
	v.w.do("logVisit")
	at := v.screen().who.at
	at.entry.SetText("last Friday 9.30")
	got, words := at.read()
	if here := got.In(v.w.app.Now().Location()); words != "" || models.DayOf(here) != friday || here.Format("15:04") != "09:30" {
		t.Errorf("of the visit Friday is %v, %q; want %s", here, words, friday)
	}
	f := openPraiseForm(v.w, newPraiseBy(v.w, v.ann))
	f.text.SetText("Nobody listens the way Mike does")
	f.day.SetText("last friday")
	v.save()
	if praises, _, err := v.store().Praises(models.PraiseFilter{Limit: 9}); err != nil || len(praises) != 1 || praises[0].OnDay != friday {
		t.Errorf("praise is %+v, %v; want one of %s", praises, err, friday)
	}
}

// The day to get back to them follows its choice, and what it is about the day: never the time it is ready by.
func TestTheDayToGetBackFollowsItsChoice(t *testing.T) {
	v := newVisitBench(t)
	v.w.do("logVisit")
	after := v.screen().after
	after.back.chips.SetValue(string(backOnDay))
	after.back.onChip("")
	v.press(fyne.KeyTab)
	if v.w.canvas().Focused() != fyne.Focusable(after.back.about) {
		t.Fatalf("after the day comes %T", v.w.canvas().Focused())
	}
	v.press(fyne.KeyTab)
	if v.w.canvas().Focused() != fyne.Focusable(after.ready.entry) {
		t.Errorf("after what it is about comes %T", v.w.canvas().Focused())
	}
	after.back.day.SetText("yesterday")
	if p, _ := models.IsProblem(after.back.problem()); p.Key != "later.over" || p.Field != "followUpOn" {
		t.Errorf("to get back to them yesterday is %+v", p)
	}
	after.back.day.SetText("today")
	if err := after.back.problem(); err != nil {
		t.Errorf("today: %v", err)
	}
}
