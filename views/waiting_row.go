package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// waitRow is somebody who waits for a thing, wherever that is told; open leads to their card.
func (w *Window) waitRow(wait models.WaitRow, open func(string)) *kit.Row {
	word, tone := waitWord(wait)
	return kit.NewRow().Set(kit.RowContent{
		Initials: kit.Initials(wait.Customer),
		Title:    kit.RichT("today.person", "Name", wait.Customer, "Reach", reachOf(wait.Person)),
		Second:   w.waitWhy(wait),
		Badges:   []kit.BadgeText{{Text: word, Tone: tone}},
		Wrap:     true,
		OnLink:   open,
	})
}

// waitWord is how far it has come for them.
func waitWord(wait models.WaitRow) (string, kit.Tone) {
	switch {
	case wait.Called == models.CallLeftMessage && wait.State != models.WantNotified:
		return kit.T("call.left_message"), kit.ToneWarn
	case wait.State == "" && wait.Here:
		return wantWord(models.WantReady)
	case wait.State == "":
		return kit.T("waiting.tell"), kit.TonePlain
	}
	return wantWord(wait.State)
}

// waitWhy is since when they wait, what they were told then, and who ordered it when, for when.
func (w *Window) waitWhy(wait models.WaitRow) string {
	var parts []string
	say := func(key string, args ...any) { parts = append(parts, kit.RichT(key, args...)) }
	if wait.Asked != "" {
		say("waiting.asked", "Day", w.dayText(wait.Asked))
	}
	if wait.Told != "" {
		say("waiting.told", "Words", wait.Told)
	}
	switch {
	case wait.OrderedOn != "" && wait.OrderedBy != "":
		say("waiting.orderedBy", "Day", w.dayText(wait.OrderedOn), "Name", wait.OrderedBy)
	case wait.OrderedOn != "":
		say("waiting.orderedOn", "Day", w.dayText(wait.OrderedOn))
	}
	switch today := w.store().Today(); {
	case wait.DueOn == "" || wait.State == models.WantNotified:
	case wait.Here && wait.DueOn > today:
		say("waiting.callAgain", "Day", w.dayText(wait.DueOn))
	case wait.Here:
	case wait.State == "":
		say("waiting.backBy", "Day", w.dayText(wait.DueOn))
	case wait.DueOn < today:
		say("waiting.late", "Day", w.dayText(wait.DueOn))
	default:
		say("waiting.due", "Day", w.dayText(wait.DueOn))
	}
	return oneAfterAnother(parts)
}

// oneAfterAnother sets short facts about one thing on a line.
func oneAfterAnother(facts []string) (line string) {
	for i, fact := range facts {
		if i == 0 {
			line = fact
			continue
		}
		line = kit.T("waiting.and", "Some", line, "More", fact)
	}
	return line
}
