package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type referralsScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newReferrals(w *Window) *referralsScreen { return &referralsScreen{w: w, content: kit.Body("")} }

func (s *referralsScreen) Title() string              { return "" }
func (s *referralsScreen) Content() fyne.CanvasObject { return s.content }
func (s *referralsScreen) Uses(models.Kind) bool      { return false }
func (s *referralsScreen) Reload() error              { return nil }

// ReferralStart is what is known when the form of a referral opens.
type ReferralStart struct {
	Referrer models.Referrer
	Referee  models.CustomerID
}

func showReferralForm(w *Window, start ReferralStart) {}
