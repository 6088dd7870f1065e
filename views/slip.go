package views

import (
	"strconv"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// slip is one of the slips that can be printed for a customer to take along.
type slip struct {
	of    string // slipUnderstood or slipSpecialist
	label string // on the chip that chooses it
	words paper.SlipWords
	parts []paper.SlipPart
	tear  *paper.SlipTear // nil for none
}

// What a slip is of.
const (
	slipUnderstood = "understood" // what we understood, for the customer to sign
	slipSpecialist = "specialist" // where to go for what is not our trade
)

// What slips are printed on.
const (
	slipSmall = "small"
	slipSheet = "sheet"
)

// slipsSheet shows slips as they would be printed, and prints the chosen one. What was chosen is chosen again the next time.
type slipsSheet struct {
	w     *Window
	slips []slip
	shop  models.Shop
	which *kit.Chips
	on    *kit.Chips
	desk  *desk
}

// showSlips opens the sheet for slips. Of none it says so instead.
func showSlips(w *Window, slips []slip) {
	if len(slips) == 0 {
		w.Say(kit.T("slip.none"))
		return
	}
	shop, err := w.store().Shop()
	if err != nil {
		w.Trouble(err)
		return
	}
	s := &slipsSheet{w: w, slips: slips, shop: shop}
	s.desk = showDesk(w, deskPaper{kind: app.PaperSlip, title: kit.T("slip.sheet"), choices: s.choices(), prepare: s.prepare})
}

// choices are which slip, and on what.
func (s *slipsSheet) choices() fyne.CanvasObject {
	which := make([]kit.Choice, len(s.slips))
	chosen := 0
	for i, slip := range s.slips {
		which[i] = kit.Choice{Value: strconv.Itoa(i), Label: slip.label}
		if slip.of == s.w.app.Prefs.SlipOf() && s.slips[chosen].of != slip.of {
			chosen = i
		}
	}
	s.which = kit.NewChips(which, strconv.Itoa(chosen), s.onWhich)
	whichField := kit.NewField(kit.T("slip.which"), s.which)
	whichField.Hidden = len(which) == 1
	on := slipSmall
	if s.w.app.Prefs.SlipOnSheet() {
		on = slipSheet
	}
	s.on = kit.NewChips([]kit.Choice{{Value: slipSmall, Label: kit.T("slip.on.small")},
		{Value: slipSheet, Label: kit.T("slip.on.sheet", "Paper", string(s.shop.Paper))}}, on, s.onPaper)
	return kit.VStack(14, whichField, kit.NewField(kit.T("slip.on"), s.on))
}

func (s *slipsSheet) onWhich(string) {
	s.w.app.Prefs.SetSlipOf(s.chosen().of)
	s.desk.renew()
}

func (s *slipsSheet) onPaper(value string) {
	s.w.app.Prefs.SetSlipOnSheet(value == slipSheet)
	s.desk.renew()
}

// chosen is the slip that is shown.
func (s *slipsSheet) chosen() slip {
	i, err := strconv.Atoi(s.which.Value())
	if err != nil || i >= len(s.slips) {
		i = 0
	}
	return s.slips[i]
}

// prepare words the slip as it is to be previewed.
func (s *slipsSheet) prepare() (layOut, error) {
	slip := s.slip()
	return pagesOf(func() (*paper.Document, error) { return s.w.app.Press().LayOutSlip(slip) }), nil
}

// slip is the chosen one with what it is printed on.
func (s *slipsSheet) slip() app.Slip {
	now, chosen := s.w.app.Now(), s.chosen()
	words := chosen.words
	words.Date, words.PageOf = kit.BirthdayText(string(models.DayOf(now))), pageOf
	return app.Slip{Shop: s.shop, Made: now, Language: kit.T("print.language"), Small: s.on.Value() == slipSmall,
		Reach: shopReach(s.shop), Words: words, Parts: chosen.parts, Tear: chosen.tear}
}
