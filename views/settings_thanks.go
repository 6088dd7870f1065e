package views

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// thanksCard is what a referral earns, and which milestones are thanked for.
type thanksCard struct {
	earns    *kit.Chips
	birthday *kit.Tick
	what     *fyne.Container // what is given and its cost, where something is
	card     fyne.CanvasObject
}

func newThanksCard(fields *shopFields) *thanksCard {
	c := &thanksCard{}
	c.earns = kit.NewChips(rewardChoices(), "", func(kind string) {
		fields.choose(func(shop *models.Shop) { shop.ReferralEarns = models.RewardKind(kind) })
	})
	c.birthday = kit.NewTick(kit.T("settings.milestoneBirthday"), false, func(on bool) {
		fields.choose(func(shop *models.Shop) { shop.MilestoneBirthday = on })
	})
	c.what = kit.Columns([]float32{2, 1}, 12, 360,
		fields.addText("referralReward", kit.NewEntry(kit.T("reward.what.place")), func(s *models.Shop) *string { return &s.ReferralReward }),
		fields.addMoney("referralCost", func(s *models.Shop) *models.Money { return &s.ReferralCost }))
	c.card = kit.CardWithHeading(kit.T("settings.thanks"), -1,
		kit.NewField(kit.T("settings.referralEarns"), c.earns).WithHint(kit.T("settings.referralEarnsWhy")), c.what,
		kit.Strong(kit.T("settings.milestones")),
		kit.Columns([]float32{1, 1}, 12, 360,
			fields.addCount("milestoneVisits", func(s *models.Shop) *int { return &s.MilestoneVisits }),
			fields.addCount("milestoneYears", func(s *models.Shop) *int { return &s.MilestoneYears })),
		kit.Quiet(kit.T("settings.milestoneWhy")), c.birthday)
	return c
}

func (c *thanksCard) object() fyne.CanvasObject { return c.card }

func (c *thanksCard) reload(shop models.Shop) error {
	c.earns.SetValue(string(shop.ReferralEarns))
	c.birthday.SetOn(shop.MilestoneBirthday)
	if hidden := shop.ReferralEarns == models.RewardNone; hidden != c.what.Hidden {
		c.what.Hidden = hidden
		c.card.Refresh()
	}
	return nil
}

// addCount makes a field of the number that of points at, of which 0 is written as nothing.
func (s *shopFields) addCount(name string, of func(*models.Shop) *int) *kit.Field {
	return s.add(name, &shopField{entry: kit.NewEntry(""),
		read: func(shop models.Shop) string {
			if *of(&shop) == 0 {
				return ""
			}
			return strconv.Itoa(*of(&shop))
		},
		write: func(shop *models.Shop, typed string) {
			n, err := strconv.Atoi(strings.TrimSpace(typed))
			if err != nil && strings.TrimSpace(typed) != "" {
				n = -1 // which the shop refuses with what it wants
			}
			*of(shop) = n
		},
	})
}

// addMoney makes a field of the amount that of points at, of which 0 is written as nothing.
func (s *shopFields) addMoney(name string, of func(*models.Shop) *models.Money) *kit.Field {
	return s.add(name, &shopField{entry: kit.NewEntry(""),
		read: func(shop models.Shop) string {
			if *of(&shop) == 0 {
				return ""
			}
			return kit.FormatMoney(shop.Symbol, shop.Decimals, int64(*of(&shop)))
		},
		check: func(shop models.Shop, typed string) error {
			_, _, err := kit.ParseMoney(typed, shop.Symbol, shop.Decimals)
			return kit.InField(name, err)
		},
		write: func(shop *models.Shop, typed string) {
			minor, _, _ := kit.ParseMoney(typed, shop.Symbol, shop.Decimals) // check read it
			*of(shop) = models.Money(minor)
		},
	})
}
