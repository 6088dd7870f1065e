package views

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// praiseDetail is one thing that was said, whole, and what can be done about it. It is built once; show fills it.
type praiseDetail struct {
	w      *Window
	object *fyne.Container
	row    models.PraiseRow

	text, who, facts, staff *kit.RichLine
	thanks                  *kit.RichLine
	replied, notReplied     *kit.Button
	open, copied            *kit.Button
	change, delete          *kit.Button
}

func newPraiseDetail(w *Window) *praiseDetail {
	d := &praiseDetail{w: w, text: kit.Body(""), who: kit.Body(""), facts: kit.Quiet(""), staff: kit.Rich(""), thanks: kit.Quiet("")}
	d.who.OnLink, d.staff.OnLink = w.follow, w.follow
	d.replied = kit.NewButton(kit.T("praise.replied"), func() { d.reply(w.store().Today()) })
	d.notReplied = kit.NewButton(kit.T("praise.notReplied"), func() { d.reply("") })
	d.open = kit.NewButton(kit.T("praise.open"), d.onOpen)
	d.copied = kit.NewButton(kit.T("praise.copy"), d.onCopy)
	d.change = kit.NewButton(kit.T("praise.change"), func() { changePraise(w, d.row.ID) })
	d.delete = kit.NewButton(kit.T("praise.delete"), d.onDelete).Danger()
	d.object = kit.Card(d.text, kit.VStack(4, d.who, d.facts, d.staff, d.thanks), kit.FlowRow(8, d.replied, d.notReplied, d.open, d.copied, d.change, d.delete))
	d.object.Hide()
	return d
}

// show shows what was said; nil hides it.
func (d *praiseDetail) show(row *models.PraiseRow) error {
	d.object.Hidden = row == nil
	if row == nil {
		return nil
	}
	d.row = *row
	d.text.SetText(kit.T("praise.quote", "Text", row.Text))
	d.who.SetMarkup(d.whoMarkup())
	d.facts.SetText(d.factsText())
	d.staff.Hidden = row.Staff == ""
	d.staff.SetMarkup(kit.T("praise.names", "Staff", linkMarkup(linkStaff, int64(row.StaffID), row.Staff)))
	thanks, err := d.w.praiseThanks(*row)
	if err != nil {
		return err
	}
	d.thanks.SetText(thanks)
	d.thanks.Hidden = thanks == ""
	review := row.Channel == models.PraiseReview
	d.replied.Hidden, d.notReplied.Hidden = !row.Unanswered(), !review || row.Unanswered()
	d.open.Hidden, d.copied.Hidden = row.Link == "", row.Link == ""
	d.object.Refresh()
	return nil
}

// whoMarkup is who said it, with the way to their card where they have one.
func (d *praiseDetail) whoMarkup() string {
	if d.row.CustomerID != 0 && !d.row.Gone {
		return linkMarkup(linkCustomer, int64(d.row.CustomerID), d.row.Name)
	}
	return kit.RichT("praise.who", "Name", praiseName(d.row))
}

// factsText is where and when, when it was answered, and whether it may be quoted.
func (d *praiseDetail) factsText() string {
	facts := []string{d.w.praiseWhere(d.row)}
	if d.row.RepliedOn != "" {
		facts = append(facts, kit.T("praise.fact.replied", "Day", d.w.dayText(d.row.RepliedOn)))
	}
	quote := "praise.fact.mayNotQuote"
	if d.row.MayQuote {
		quote = "praise.fact.mayQuote"
	}
	return strings.Join(append(facts, kit.T(quote)), kit.T("praise.fact.and"))
}

// praiseThanks tells whether whoever praised the shop was thanked for it; "" for somebody who is not in the book.
func (w *Window) praiseThanks(row models.PraiseRow) (string, error) {
	if row.CustomerID == 0 || row.Gone {
		return "", nil
	}
	state, err := w.store().PraiseThanks(row.ID)
	if err != nil || state == "" {
		return "", err
	}
	return kit.T("praise.thanks." + string(state)), nil
}

// focus puts the keyboard on the first thing that can be done.
func (d *praiseDetail) focus() {
	for _, b := range []*kit.Button{d.replied, d.open, d.change} {
		if b.Visible() {
			d.w.canvas().Focus(b)
			return
		}
	}
}

func (d *praiseDetail) reply(on models.Day) {
	name := praiseName(d.row) // where only what was not answered is listed, it goes on to the next one
	if err := d.w.store().ReplyToPraise(d.row.ID, on); err != nil {
		d.w.Trouble(err)
		return
	}
	key := "praise.did.replied"
	if on == "" {
		key = "praise.did.notReplied"
	}
	d.w.Did(kit.T(key, "Name", name))
	d.keepFocus()
}

// keepFocus gives the focus on where what had it went away.
func (d *praiseDetail) keepFocus() {
	if o, ok := d.w.canvas().Focused().(fyne.CanvasObject); ok && !o.Visible() {
		d.focus()
	}
}

// onOpen shows the review in the browser.
func (d *praiseDetail) onOpen() {
	at := d.row.Link
	if !strings.Contains(at, "://") {
		at = "https://" + at
	}
	target, err := url.Parse(at)
	if err != nil || target.Scheme != "https" && target.Scheme != "http" {
		d.w.Trouble(models.Problem{Field: "link", Key: "praise.link"})
		return
	}
	if err := d.w.app.Fyne().OpenURL(target); err != nil {
		d.w.Trouble(models.Problem{Field: "link", Key: "praise.noBrowser"})
	}
}

func (d *praiseDetail) onCopy() {
	d.w.app.Fyne().Clipboard().SetContent(d.row.Link)
	d.w.Say(kit.T("praise.copied"))
}

// onDelete takes it out; the detail goes on to the next one.
func (d *praiseDetail) onDelete() {
	name := praiseName(d.row)
	if err := d.w.store().DeletePraise(d.row.ID); err != nil {
		d.w.Trouble(err)
		return
	}
	d.w.Did(kit.T("praise.did.delete", "Name", name))
}
