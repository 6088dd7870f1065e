package models_test

import (
	"maps"
	"slices"

	"goodturn/models"

	"pgregory.net/rapid"
)

func (m *machine) renameItem(t *rapid.T) error {
	return m.store.RenameItem(pick[models.Item](m, t, "item"), mostly(t, "name", "", things...))
}

func (m *machine) mergeItems(t *rapid.T) error {
	return m.store.MergeItems(pick[models.Item](m, t, "item"), pick[models.Item](m, t, "item"))
}

func (m *machine) splitItem(t *rapid.T) error {
	return m.store.SplitItem(pick[models.Item](m, t, "item"))
}

func (m *machine) order(t *rapid.T) error {
	return m.store.OrderWant(pick[models.Want](m, t, "want"), perhaps[models.Staff](m, t, "staff"), dayNamed(t))
}

func (m *machine) orderAll(t *rapid.T) error {
	n, err := m.store.OrderItem(pick[models.Item](m, t, "item"), perhaps[models.Staff](m, t, "staff"), dayNamed(t))
	if err == nil && n == 0 {
		t.Error("ordered for nobody")
	}
	return err
}

// cameIn tells as many as are on the list afterwards.
func (m *machine) cameIn(t *rapid.T) error {
	id := pick[models.Item](m, t, "item")
	told, err := m.store.CameIn(id)
	if err != nil {
		return err
	}
	rows, err := m.store.Waiting(id)
	here := 0
	for _, row := range rows {
		if row.Here {
			here++
		}
	}
	if here < told || told == 0 {
		t.Errorf("told %d, and %d are on the list", told, here)
	}
	return err
}

func (m *machine) call(t *rapid.T) error {
	of := models.CallOf{WantID: pick[models.Want](m, t, "want")}
	if of.WantID == 0 || rapid.Bool().Draw(t, "said to be told") {
		of = models.CallOf{FollowUpID: pick[models.FollowUp](m, t, "follow_up")}
	}
	return m.store.NoteCall(of, mostly(t, "outcome", "shrug", models.CallOutcomes...))
}

func (m *machine) cancelVisit(t *rapid.T) error {
	return m.store.CancelVisit(pick[models.Visit](m, t, "visit"))
}

func (m *machine) snooze(t *rapid.T) error {
	abouts := map[models.SnoozeLine]int64{
		models.SnoozeNotSeen: int64(pick[models.Customer](m, t, "customer")), models.SnoozePromise: int64(pick[models.Visit](m, t, "visit")),
		models.SnoozeOverdue: int64(pick[models.Want](m, t, "want")), models.SnoozeThank: int64(pick[models.ThankYou](m, t, "thank_you")),
	}
	line := mostly(t, "line", "nap", slices.Sorted(maps.Keys(abouts))...)
	return m.store.Snooze(line, abouts[line], dayNamed(t))
}

func (m *machine) markReady(t *rapid.T) error {
	id := pick[models.Visit](m, t, "visit")
	if seldom(t, "made good", 4) {
		return m.store.MakeGood(id, word(t, "what was done"))
	}
	return m.store.MarkReady(id, models.MomentOf(m.clock.Now())-models.Moment(within(t, "hours ago", -1, 30)*3600), word(t, "what was done"))
}

func (m *machine) greet(t *rapid.T) error {
	return m.store.Greeted(pick[models.Customer](m, t, "customer"), word(t, "why"), evenly(t, "line", models.SnoozeNotSeen, models.SnoozeBirthday))
}
