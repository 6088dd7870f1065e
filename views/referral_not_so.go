package views

import (
	"goodturn/models"
	"goodturn/views/kit"
)

// showNotSo asks why somebody was not sent by that person after all, and notes it.
func showNotSo(w *Window, row models.ReferralRow) {
	showLine(w, lineAsk{
		title: kit.T("referrals.notSo.title", "Who", row.Referrer, "Whom", row.Referee),
		label: kit.T("referrals.notSo.why"), place: kit.T("referrals.notSo.place"), save: kit.T("referrals.notSo.save"), field: "reason",
		store: func(reason string) error { return w.store().DenyReferral(row.ID, reason) },
		did:   func(string) string { return kit.T("referrals.did.notSo", "Who", row.Referrer, "Whom", row.Referee) },
	})
}
