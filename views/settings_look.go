package views

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// lookCard is how the program looks on this machine. A choice is seen at once.
type lookCard struct {
	w        *Window
	size     *kit.Chips
	mode     *kit.Chips
	language *languageField
	card     fyne.CanvasObject
}

func newLookCard(w *Window) *lookCard {
	c := &lookCard{w: w, language: newLanguageField(w)}
	c.size = kit.NewChips(textSizes(), "", c.onSize)
	c.mode = kit.NewChips(lookModes(), "", c.onMode)
	c.card = kit.CardWithHeading(kit.T("settings.look"), -1,
		kit.NewField(kit.T("settings.size"), c.size), kit.NewField(kit.T("settings.mode"), c.mode), c.language.field)
	return c
}

func (c *lookCard) object() fyne.CanvasObject { return c.card }

func (c *lookCard) reload(models.Shop) error {
	c.show()
	return nil
}

// show marks what is chosen now: the text size can be changed from everywhere.
func (c *lookCard) show() {
	c.size.SetValue(percent(c.w.app.Prefs.TextScale()))
	c.mode.SetValue(modeValue(c.w.app.Prefs.Mode()))
	c.language.show()
}

func (c *lookCard) onSize(value string) {
	n, _ := strconv.Atoi(value) // only ever our own choices
	c.w.app.Prefs.SetTextScale(float32(n) / 100)
	c.w.applyLook()
}

// asSystem is the chip of following the system: an empty value would be no chip at all.
const asSystem = "system"

func (c *lookCard) onMode(value string) {
	if value == asSystem {
		value = ""
	}
	c.w.setMode(value)
}

func modeValue(mode string) string {
	if mode == "" {
		return asSystem
	}
	return mode
}

func lookModes() []kit.Choice {
	var choices []kit.Choice
	for _, mode := range []string{asSystem, "light", "dark"} {
		choices = append(choices, kit.Choice{Value: mode, Label: kit.T("settings.mode." + mode)})
	}
	return choices
}

// percent writes a text size as the chips know it.
func percent(scale float32) string {
	return strconv.Itoa(int(math.Round(float64(scale) * 100)))
}

func textSizes() []kit.Choice {
	var choices []kit.Choice
	for scale := app.SmallestText; scale < app.LargestText+0.05; scale += 0.1 {
		value := percent(float32(scale))
		choices = append(choices, kit.Choice{Value: value, Label: kit.T("settings.percent", "N", value)})
	}
	return choices
}
