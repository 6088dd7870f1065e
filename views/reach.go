package views

import (
	"net/url"
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// reach is somebody to be called or written to.
type reach struct {
	w                *Window
	name             string
	noPhone, noEmail bool // they asked us not to
}

// reachLink makes words in a line of markup that call or write to value.
func reachLink(kind models.ContactKind, value string) string {
	if value == "" {
		return ""
	}
	return "[" + kit.Escape(value) + "](" + string(kind) + ":" + url.QueryEscape(value) + ")"
}

// contactOf reads what reachLink wrote.
func contactOf(target string) (kind models.ContactKind, value string) {
	before, after, _ := strings.Cut(target, ":")
	value, _ = url.QueryUnescape(after) // only ever our own
	return models.ContactKind(before), value
}

// follow calls or writes, after it is said where they asked us not to.
func (r reach) follow(target string) {
	kind, value := contactOf(target)
	if kind == models.ContactPhone && r.noPhone || kind == models.ContactEmail && r.noEmail {
		kit.Confirm(r.w.canvas(), kit.T("reach.asked."+string(kind), "Name", r.name), kit.T("reach.allTheSame."+string(kind)), func() { r.begin(kind, value) })
		return
	}
	r.begin(kind, value)
}

// begin hands over to the system's own program, which may not be set up: so the number can be copied all the same.
func (r reach) begin(kind models.ContactKind, value string) {
	if err := r.w.app.Reach(kind, value); err != nil {
		r.w.Trouble(err)
		return
	}
	r.w.Offer(kit.T("reach.begun."+string(kind), "Value", value), kit.T("reach.copy"), func() { r.w.copyText(value) })
}

// copy puts what a link of reachLink stands for on the clipboard.
func (r reach) copy(target string) {
	_, value := contactOf(target)
	r.w.copyText(value)
}

// on makes the links of a line work.
func (r reach) on(line *kit.RichLine) *kit.RichLine {
	line.OnLink, line.OnCopy = r.follow, r.copy
	return line
}

// copyText puts a text on the clipboard and says so.
func (w *Window) copyText(text string) {
	w.app.Fyne().Clipboard().SetContent(text)
	w.Say(kit.T("reach.copied", "What", strings.ReplaceAll(text, "\n", ", ")))
}

// copyItems are the lines of a menu that copies each of what somebody is reached by.
func (w *Window) copyItems(values ...string) (items []kit.MenuItem) {
	for _, value := range values {
		if value != "" {
			items = append(items, kit.MenuItem{Label: strings.ReplaceAll(value, "\n", ", "), OnTap: func() { w.copyText(value) }})
		}
	}
	return items
}
