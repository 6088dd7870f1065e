package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// ladderCard is the two numbers behind "loyal" and "drifting away".
type ladderCard struct{ card fyne.CanvasObject }

func newLadderCard(fields *shopFields) *ladderCard {
	loyal := fields.addDays("loyalDays", func(s *models.Shop) *int { return &s.LoyalDays })
	usual := fields.addDays("usualGap", func(s *models.Shop) *int { return &s.UsualGap })
	return &ladderCard{kit.CardWithHeading(kit.T("settings.ladder"), -1,
		loyal.WithHint(kit.T("settings.loyalDaysWhy")), usual.WithHint(kit.T("settings.usualGapWhy")))}
}

func (c *ladderCard) object() fyne.CanvasObject { return c.card }

// reload has nothing to do: its fields are the shop's.
func (c *ladderCard) reload(models.Shop) error { return nil }
