package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// referralDetail is the card of the chosen referral: through whom the person came, from the very beginning, what
// is known of it, and what can be done about it.
type referralDetail struct {
	w           *Window
	card        *fyne.Container
	path, facts *kit.RichLine
	notSo, so   *kit.Button
	row         models.ReferralRow
}

func newReferralDetail(w *Window) *referralDetail {
	d := &referralDetail{w: w, path: kit.Rich(""), facts: kit.Rich("")}
	d.path.OnLink, d.facts.OnLink = w.follow, w.follow
	d.notSo = kit.NewButton(kit.T("referrals.notSo"), d.onNotSo).Small()
	d.so = kit.NewButton(kit.T("referrals.so"), d.onSo).Small()
	head := kit.Ends(kit.Quiet(kit.T("referrals.path")), kit.NewButton(kit.T("referrals.tree"), d.onTree).Small(),
		kit.NewButton(kit.T("referrals.change"), d.onChange).Small(), d.notSo, d.so, kit.NewButton(kit.T("referrals.delete"), d.onDelete).Small())
	d.card = kit.CardFilled(kit.VStack(4, head, d.path, d.facts))
	return d
}

// show shows a referral, or with nil nothing.
func (d *referralDetail) show(row *models.ReferralRow) error {
	d.card.Hidden = row == nil
	if row == nil {
		d.row = models.ReferralRow{}
		d.card.Refresh()
		return nil
	}
	d.row = *row
	path, err := d.pathText()
	if err != nil {
		return err
	}
	d.path.SetMarkup(path)
	d.facts.SetMarkup(d.factsText())
	d.notSo.Hidden = row.State == models.ReferralDenied
	d.so.Hidden = !d.notSo.Hidden
	d.card.Refresh()
	return nil
}

// pathText is the way by which the person came to us; of one who was not sent after all, only the two names.
func (d *referralDetail) pathText() (string, error) {
	whom := linkMarkup(linkCustomer, int64(d.row.RefereeID), d.row.Referee)
	if d.row.State == models.ReferralDenied {
		return kit.T("referrals.path.denied", "Who", linkReferrer(d.row), "Whom", whom), nil
	}
	steps, err := d.w.store().ReferralPath(d.row.RefereeID)
	if err != nil {
		return "", err
	}
	return stepsMarkup(steps), nil
}

// stepsMarkup names everybody on the way, each as a link to where they are kept.
func stepsMarkup(steps []models.PathStep) string {
	names := make([]string, len(steps))
	for i, step := range steps {
		names[i] = linkMarkup(linkCustomer, int64(step.CustomerID), step.Name)
		if step.SpecialistID != 0 {
			names[i] = linkMarkup(linkSpecialist, int64(step.SpecialistID), step.Name)
		}
	}
	return strings.Join(names, kit.T("referrals.path.arrow"))
}

// linkReferrer names who sent them, as a link to where they are kept.
func linkReferrer(row models.ReferralRow) string {
	if row.SpecialistID != 0 {
		return linkMarkup(linkSpecialist, int64(row.SpecialistID), row.Referrer)
	}
	return linkMarkup(linkCustomer, int64(row.ReferrerID), row.Referrer)
}

// factsText says what is known, a sentence each.
func (d *referralDetail) factsText() string {
	r := d.row
	var facts []string
	if r.FromBefore {
		facts = append(facts, kit.T("referrals.fact.before"))
	}
	if r.Staff != "" {
		facts = append(facts, kit.RichT("referrals.fact.staff", "Staff", r.Staff))
	}
	if r.DeniedReason != "" && r.State == models.ReferralDenied {
		facts = append(facts, kit.RichT("referrals.fact.denied", "Reason", r.DeniedReason))
	}
	facts = append(facts, d.visitsText())
	if r.ThanksState == models.ThanksThanked {
		facts = append(facts, kit.RichT("referrals.fact.thanked", "Name", r.Referrer, "How", channelWord(r.ThankedChannel)))
	}
	if r.Note != "" {
		facts = append(facts, kit.RichT("referrals.fact.note", "Note", r.Note))
	}
	text := facts[0]
	for _, fact := range facts[1:] {
		text = kit.T("referrals.facts", "Facts", text, "Next", fact)
	}
	return text
}

// visitsText says how the one who was sent is doing.
func (d *referralDetail) visitsText() string {
	r := d.row
	if r.RefereeVisitN == 0 {
		return kit.RichT("referrals.fact.noVisit", "Name", r.Referee)
	}
	ago := d.w.agoText(r.RefereeLastAt)
	if r.RefereeSpent == 0 {
		return kit.RichTN("referrals.fact.visits", r.RefereeVisitN, "Name", r.Referee, "Ago", ago)
	}
	return kit.RichTN("referrals.fact.visitsSpent", r.RefereeVisitN, "Name", r.Referee, "Ago", ago, "Spent", d.w.money(r.RefereeSpent))
}

func (d *referralDetail) onChange() {
	if d.row.ID == 0 {
		return
	}
	changeReferral(d.w, d.row.ID)
}

// onTree shows everyone who came through the one who sent them.
func (d *referralDetail) onTree() {
	d.w.ShowFamily(models.Referrer{CustomerID: d.row.ReferrerID, SpecialistID: d.row.SpecialistID})
}

func (d *referralDetail) onDelete() {
	row := d.row
	if err := d.w.store().DeleteReferral(row.ID); err != nil {
		d.w.Trouble(err)
		return
	}
	d.w.Did(kit.T("referrals.did.delete", "Who", row.Referrer, "Whom", row.Referee))
}

func (d *referralDetail) onNotSo() { showNotSo(d.w, d.row) }

// onSo takes back that they were not sent by that person.
func (d *referralDetail) onSo() {
	row := d.row
	if err := d.w.store().AcceptReferral(row.ID); err != nil {
		d.w.Trouble(err)
		return
	}
	d.w.Did(kit.T("referrals.did.save", "Who", row.Referrer, "Whom", row.Referee))
}
