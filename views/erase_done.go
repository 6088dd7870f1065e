package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// showDone is the sheet after a person was erased: where the name still stands, and what to do about older backups.
func (e *erasing) showDone() {
	body := kit.VStack(12, kit.Body(kit.T("erase.did")))
	if e.swept != nil {
		body.Add(kit.Body(kit.T("erase.notSwept")).Colored(kit.ColorWarn))
	}
	if len(e.mentions) > 0 {
		body.Add(kit.VStack(2, kit.Strong(kit.TN("erase.mentions", len(e.mentions))), kit.Quiet(kit.T("erase.mentionsWhy"))))
		body.Add(kit.CardFilled(e.mentionList()))
	}
	body.Add(kit.VStack(2, kit.Strong(kit.T("erase.backups")), kit.Body(kit.T("erase.backupsWhat"))))
	body.Add(kit.VStack(2, kit.Strong(kit.T("erase.elsewhere")), kit.Body(kit.T("erase.elsewhereWhat"))))
	fresh := kit.NewButton(kit.T("erase.fresh"), e.onFresh)
	e.sheet = kit.ShowSheet(e.w.canvas(), kit.T("erase.doneTitle", "Name", e.name), body,
		kit.SheetOptions{Help: "privacy", Width: 620, Extra: []fyne.CanvasObject{fresh}})
}

// mentionList leads to the places where the name still stands.
func (e *erasing) mentionList() *kit.List {
	list := kit.NewList(func() int { return len(e.mentions) }, func() fyne.CanvasObject { return kit.NewRow() }, e.bind).Ruled()
	list.OnClicked, list.OnActivated = e.onMention, e.onMention
	return list
}

func (e *erasing) bind(i int, o fyne.CanvasObject) {
	if i >= len(e.mentions) {
		return
	}
	m := e.mentions[i]
	what := thingWord(m.Thing)
	if m.Customer != "" {
		what = kit.T("changes.of", "Kind", what, "Customer", m.Customer)
	}
	o.(*kit.Row).Set(kit.RowContent{Title: kit.RichT("changes.day", "Day", what), Second: kit.RichT("changes.second", "Changes", around(m.Text, e.name))})
}

// mentionBefore is how many letters are shown before a name in the middle of a long text.
const mentionBefore = 40

// around is the part of a text that has the name in it, as far as it is found as it is written.
func around(text, name string) string {
	text = strings.Join(strings.Fields(text), " ")
	at := strings.Index(strings.ToLower(text), strings.ToLower(name))
	if at < 0 || at > len(text) {
		return text
	}
	before := []rune(text[:at])
	if len(before) <= mentionBefore {
		return text
	}
	return "…" + string(before[len(before)-mentionBefore:]) + text[at:]
}

// onMention opens the place, and offers the way back to the others.
func (e *erasing) onMention(i int) {
	m := e.mentions[i]
	e.sheet.Close()
	about := models.CustomerID(0)
	if m.Thing == models.ThingCustomer {
		about = models.CustomerID(m.ID)
	}
	e.w.openThing(openable{thing: m.Thing, id: m.ID, customer: about, name: m.Text})
	e.w.Offer(kit.TN("erase.more", len(e.mentions)), kit.T("erase.lookAgain"), e.lookAgain)
}
