package views

import (
	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// referralsScreen is who was sent to us by whom, and whom we sent to specialists.
type referralsScreen struct {
	w        *Window
	side     *kit.Chips
	subtitle *kit.RichLine
	place    *fyne.Container
	brought  *broughtPart
	sent     *sentPart
	content  fyne.CanvasObject
}

// The two sides of the screen.
const (
	sideBrought = "brought"
	sideSent    = "sent"
)

func newReferrals(w *Window) *referralsScreen {
	s := &referralsScreen{w: w, subtitle: kit.Quiet(""), place: page(nil)}
	s.brought, s.sent = newBroughtPart(w, s.reload), newSentPart(w)
	s.side = rememberedChips(w, app.ChoosingReferrals, []kit.Choice{
		{Value: sideBrought, Label: kit.T("referrals.brought")},
		{Value: sideSent, Label: kit.T("referrals.sent")}}, sideBrought, s.onSide)
	record := kit.NewButton(kit.T("referrals.record"), s.Add).Hint(w.shortcutText("recordReferral"))
	praise := kit.NewButton(kit.T("praise.go"), func() { w.Show(PlacePraise) }).Link()
	head := kit.PageHead(kit.Title(kit.T("place.referrals")), s.subtitle, praise, s.side, record)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.Grow(s.place)))
	return s
}

// Title is what the rail calls the page.
func (s *referralsScreen) Title() string { return kit.T("place.referrals") }

// Content is what the window shows.
func (s *referralsScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what stands here: referrals, with the names, visits and thanks of those in them.
func (s *referralsScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindReferral | models.KindThankYou | models.KindCustomer | models.KindSpecialist | models.KindVisit | models.KindStaff)
}

// Add records a referral.
func (s *referralsScreen) Add() { s.w.do("recordReferral") }

// FocusFirst puts the keyboard on the list.
func (s *referralsScreen) FocusFirst() {
	list := s.brought.list
	if s.side.Value() == sideSent {
		list = s.sent.list
	}
	if s.part().len() > 0 {
		s.w.canvas().Focus(list)
	}
}

// Leave leaves nothing to be done while another screen, or another shop, is shown.
func (s *referralsScreen) Leave() {
	if s.brought.bringers.soon.planned() {
		s.brought.bringers.soon.drop()
		s.w.stale[PlaceReferrals] = true
	}
}

// referralsPart is one side of the screen.
type referralsPart interface {
	reload() error
	len() int
	object() fyne.CanvasObject
	countText() string
}

func (s *referralsScreen) part() referralsPart {
	if s.side.Value() == sideSent {
		return s.sent
	}
	return s.brought
}

func (s *referralsScreen) onSide(string) {
	s.reload()
	s.FocusFirst()
}

func (s *referralsScreen) reload() {
	if err := s.Reload(); err != nil {
		s.w.Trouble(err)
	}
}

// Reload reads the side in front anew; the chosen referral stays chosen.
func (s *referralsScreen) Reload() error {
	part := s.part()
	if err := part.reload(); err != nil {
		return err
	}
	s.subtitle.SetText(part.countText())
	s.subtitle.Show()
	s.place.Objects = []fyne.CanvasObject{part.object()}
	s.place.Refresh()
	return nil
}

// choose makes a referral to us the chosen one.
func (s *referralsScreen) choose(id models.ReferralInID) {
	s.side.SetValue(sideBrought)
	s.brought.chosen = id
	s.reload()
}
