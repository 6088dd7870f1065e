package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The roles of the look. A screen names a role and never a colour, so that light
// and dark, and every later change of palette, are decided in this file alone.
const (
	ColorPaper         fyne.ThemeColorName = "goodturn.paper"         // the window
	ColorRail          fyne.ThemeColorName = "goodturn.rail"          // the navigation
	ColorCard          fyne.ThemeColorName = "goodturn.card"          // a raised surface
	ColorHairline      fyne.ThemeColorName = "goodturn.hairline"      // card edges and row rules
	ColorFieldBorder   fyne.ThemeColorName = "goodturn.fieldBorder"   // inputs
	ColorInk           fyne.ThemeColorName = "goodturn.ink"           // text
	ColorQuiet         fyne.ThemeColorName = "goodturn.quiet"         // second lines and labels
	ColorPrimary       fyne.ThemeColorName = "goodturn.primary"       // the one main action, the chosen place, links
	ColorOnPrimary     fyne.ThemeColorName = "goodturn.onPrimary"     // text on primary
	ColorUnavailable   fyne.ThemeColorName = "goodturn.unavailable"   // "not available", waiting
	ColorOnUnavailable fyne.ThemeColorName = "goodturn.onUnavailable" // text on unavailable
	ColorOK            fyne.ThemeColorName = "goodturn.ok"            // accepted, done, backed up
	ColorOKTint        fyne.ThemeColorName = "goodturn.okTint"        // ground under ColorOK
	ColorWarn          fyne.ThemeColorName = "goodturn.warn"          // due, to thank, thinking
	ColorWarnTint      fyne.ThemeColorName = "goodturn.warnTint"      // ground under ColorWarn
	ColorBad           fyne.ThemeColorName = "goodturn.bad"           // declined, overdue, drifting
	ColorBadTint       fyne.ThemeColorName = "goodturn.badTint"       // ground under ColorBad
	ColorAdvocate      fyne.ThemeColorName = "goodturn.advocate"      // rung badge
	ColorAdvocateTint  fyne.ThemeColorName = "goodturn.advocateTint"  // ground under ColorAdvocate
	ColorLoyal         fyne.ThemeColorName = "goodturn.loyal"         // rung badge
	ColorLoyalTint     fyne.ThemeColorName = "goodturn.loyalTint"     // ground under ColorLoyal
	ColorPlain         fyne.ThemeColorName = "goodturn.plain"         // the other rungs' badge, initials
	ColorPlainTint     fyne.ThemeColorName = "goodturn.plainTint"     // ground under ColorPlain
	ColorTrack         fyne.ThemeColorName = "goodturn.track"         // the empty part of a bar
	ColorHover         fyne.ThemeColorName = "goodturn.hover"         // laid over what the mouse is on
	ColorSelected      fyne.ThemeColorName = "goodturn.selected"      // ground of the selected row
	ColorTextSelected  fyne.ThemeColorName = "goodturn.textSelected"  // ground of selected letters
	ColorOfferGround   fyne.ThemeColorName = "goodturn.offerGround"   // ground of "what you offered instead"
	ColorFaintShadow   fyne.ThemeColorName = "goodturn.faintShadow"   // where a scrolled list goes on
	ColorDim           fyne.ThemeColorName = "goodturn.dim"           // laid over the page behind a sheet
	ColorShadow        fyne.ThemeColorName = "goodturn.shadow"        // under what floats
	ColorButtonBorder  fyne.ThemeColorName = "goodturn.buttonBorder"  // of plain buttons and chips, whose words carry them
	ColorPersonTint    fyne.ThemeColorName = "goodturn.personTint"    // ground of a person's initials
	ColorPraise        fyne.ThemeColorName = "goodturn.praise"        // a story's dot for people sent, thanks, praise
	colorClear         fyne.ThemeColorName = "goodturn.clear"         // nothing
)

// shade is one role's colour in the two variants.
type shade struct{ light, dark color.NRGBA }

// rgb makes a solid colour from 0xRRGGBB.
func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xff}
}

// glaze makes a see-through colour from 0xRRGGBB and its opacity, 0 to 255.
func glaze(v uint32, alpha uint8) color.NRGBA {
	c := rgb(v)
	c.A = alpha
	return c
}

// palette is the table of look.md, and the few shades the table does not name.
func palette() map[fyne.ThemeColorName]shade {
	return map[fyne.ThemeColorName]shade{
		ColorPaper:         {rgb(0xFBF8F3), rgb(0x1B1A18)},
		ColorRail:          {rgb(0xF3EDE3), rgb(0x211F1C)},
		ColorCard:          {rgb(0xFFFFFF), rgb(0x262421)},
		ColorHairline:      {rgb(0xE7DFD2), rgb(0x38342F)},
		ColorFieldBorder:   {rgb(0x8F826F), rgb(0x7A7166)},
		ColorInk:           {rgb(0x2A2724), rgb(0xEDE7DD)},
		ColorQuiet:         {rgb(0x6B6359), rgb(0xA79E92)},
		ColorPrimary:       {rgb(0x1F6F63), rgb(0x5FBFAE)},
		ColorOnPrimary:     {rgb(0xFFFFFF), rgb(0x0E1F1C)},
		ColorUnavailable:   {rgb(0xA8620F), rgb(0xE0A04A)},
		ColorOnUnavailable: {rgb(0xFFFFFF), rgb(0x241703)},
		ColorOK:            {rgb(0x24663B), rgb(0x86D39A)},
		ColorOKTint:        {rgb(0xDFF0E2), rgb(0x1B3022)},
		ColorWarn:          {rgb(0x8A5209), rgb(0xF0B65A)},
		ColorWarnTint:      {rgb(0xFBE9D0), rgb(0x3A2C17)},
		ColorBad:           {rgb(0x97301F), rgb(0xF0907F)},
		ColorBadTint:       {rgb(0xF8DEDA), rgb(0x3B1F1A)},
		ColorAdvocate:      {rgb(0x14564C), rgb(0x7FD3C3)},
		ColorAdvocateTint:  {rgb(0xDDEFE9), rgb(0x17332E)},
		ColorLoyal:         {rgb(0x2D4C86), rgb(0xA9C1F0)},
		ColorLoyalTint:     {rgb(0xE6ECF7), rgb(0x1F2A40)},
		ColorPlain:         {rgb(0x5E5549), rgb(0xCFC3B0)},
		ColorPlainTint:     {rgb(0xF1EADF), rgb(0x332E27)},
		ColorTrack:         {rgb(0xEFE7DB), rgb(0x38342F)},
		ColorHover:         {glaze(0x2A2724, 14), glaze(0xEDE7DD, 18)},
		ColorSelected:      {rgb(0xE3F0EB), rgb(0x1D332E)},
		ColorTextSelected:  {rgb(0xB9DDD3), rgb(0x2B5A50)},
		ColorOfferGround:   {rgb(0xFCF6EA), rgb(0x2B2620)},
		ColorFaintShadow:   {glaze(0x2A2724, 14), glaze(0x000000, 50)},
		ColorDim:           {glaze(0x2A2724, 96), glaze(0x000000, 140)},
		ColorShadow:        {glaze(0x2A2724, 46), glaze(0x000000, 100)},
		ColorButtonBorder:  {rgb(0xD8CDBB), rgb(0x4A453E)},
		ColorPersonTint:    {rgb(0xE7DDCD), rgb(0x3D372F)},
		ColorPraise:        {rgb(0xA63F6B), rgb(0xE08CB0)},
		colorClear:         {},
	}
}
