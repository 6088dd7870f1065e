package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// notSoSheet asks why somebody was not sent by that person after all.
type notSoSheet struct {
	w      *Window
	row    models.ReferralRow
	form   *kit.Form
	sheet  *kit.Sheet
	reason *kit.Entry
}

// showNotSo opens the sheet for a referral.
func showNotSo(w *Window, row models.ReferralRow) {
	n := &notSoSheet{w: w, row: row, form: kit.NewForm(), reason: kit.NewEntry(kit.T("referrals.notSo.place"))}
	n.reason.OnSubmitted = func(string) { n.save() }
	field := n.form.Add("reason", kit.NewField(kit.T("referrals.notSo.why"), n.reason))
	title := kit.T("referrals.notSo.title", "Who", row.Referrer, "Whom", row.Referee)
	n.sheet = kit.ShowSheet(w.canvas(), title, field, kit.SheetOptions{Save: kit.T("referrals.notSo.save"), OnSave: n.save, Dirty: n.dirty, Width: 520})
}

func (n *notSoSheet) dirty() bool { return n.reason.Text != "" }

func (n *notSoSheet) save() {
	if err := n.w.store().DenyReferral(n.row.ID, n.reason.Text); err != nil {
		n.w.Trouble(n.form.Show(err))
		return
	}
	n.sheet.Close()
	n.w.Did(kit.T("referrals.did.notSo", "Who", n.row.Referrer, "Whom", n.row.Referee))
}
