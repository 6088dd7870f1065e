package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which of the two palettes is drawn.
type Mode int

// The modes: as the system has it, or one of them whatever the system says.
const (
	ModeSystem Mode = iota
	ModeLight
	ModeDark
)

// Text sizes of the look, in Fyne's device-independent pixels at 100 % text.
const (
	SizeTitle   fyne.ThemeSizeName = "goodturn.title"   // 22, bold
	SizeHeading fyne.ThemeSizeName = "goodturn.heading" // 15, bold
	SizeBody    fyne.ThemeSizeName = "goodturn.body"    // 14
	SizeSecond  fyne.ThemeSizeName = "goodturn.second"  // 13
	SizeBadge   fyne.ThemeSizeName = "goodturn.badge"   // 12, bold
	SizeFigure  fyne.ThemeSizeName = "goodturn.figure"  // 26, bold
)

// Gaps of the look. They do not grow with the text, so that the largest text
// still leaves room for words.
const (
	gapBadge = 4  // inside a badge
	gapPart  = 8  // between parts of a row
	gapRow   = 12 // between rows
	gapCard  = 16 // inside a card
	gapPage  = 22 // around a page

	radiusCard  = 12
	radiusField = 8

	fieldPad  = 9.5 // around the words of a field or a button: 38 high at 100 % text
	rowHeight = 44  // the least height of what is clicked in a list
	ringWidth = 2   // of the focus ring
)

// The least and the greatest text scale NewTheme takes.
const (
	MinScale = 0.9
	MaxScale = 1.6
)

// houseTheme is the look of Goodturn. It is immutable: a change of scale or mode
// is a new theme.
type houseTheme struct {
	fyne.Theme
	scale   float32
	mode    Mode
	palette map[fyne.ThemeColorName]shade
	dotted  bool // the Ukrainian і has its dot
}

// NewTheme makes the house's theme. scale multiplies every text size and is held
// between MinScale and MaxScale. Its fonts are those for the language that is spoken now.
func NewTheme(scale float32, mode Mode) fyne.Theme {
	scale = min(max(scale, MinScale), MaxScale)
	return &houseTheme{Theme: theme.DefaultTheme(), scale: scale, mode: mode, palette: palette(), dotted: dottedNow()}
}

// Color gives the colour of one of the house's roles, or of one of Fyne's names
// by the role that stands for it.
func (t *houseTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if s, ok := t.palette[name]; ok {
		return t.pick(s, variant)
	}
	if role, ok := fyneRole(name); ok {
		return t.pick(t.palette[role], variant)
	}
	return t.Theme.Color(name, variant)
}

// pick chooses the light or the dark colour.
func (t *houseTheme) pick(s shade, variant fyne.ThemeVariant) color.Color {
	dark := variant == theme.VariantDark
	if t.mode != ModeSystem {
		dark = t.mode == ModeDark
	}
	if dark {
		return s.dark
	}
	return s.light
}

// fyneRole maps Fyne's colour names onto roles, for Fyne's own widgets (menus,
// file dialogs, entries).
func fyneRole(name fyne.ThemeColorName) (fyne.ThemeColorName, bool) {
	switch name {
	case theme.ColorNameBackground:
		return ColorPaper, true
	case theme.ColorNameButton, theme.ColorNameDisabledButton:
		return ColorPlainTint, true
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return ColorQuiet, true
	case theme.ColorNameError:
		return ColorBad, true
	case theme.ColorNameForeground:
		return ColorInk, true
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return ColorOnPrimary, true
	case theme.ColorNameHover, theme.ColorNamePressed, theme.ColorNameFocus:
		return ColorHover, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return ColorPrimary, true
	case theme.ColorNameSelection:
		return ColorTextSelected, true
	case theme.ColorNameInputBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return ColorCard, true
	}
	return fyneLineRole(name)
}

// fyneLineRole is the second half of fyneRole: edges, bars and shadows.
func fyneLineRole(name fyne.ThemeColorName) (fyne.ThemeColorName, bool) {
	switch name {
	case theme.ColorNameInputBorder:
		return ColorFieldBorder, true
	case theme.ColorNameSeparator:
		return ColorHairline, true
	case theme.ColorNameHeaderBackground:
		return ColorRail, true
	case theme.ColorNameScrollBar:
		return ColorFieldBorder, true
	case theme.ColorNameScrollBarBackground:
		return colorClear, true
	case theme.ColorNameShadow:
		return ColorFaintShadow, true
	case theme.ColorNameSuccess:
		return ColorOK, true
	case theme.ColorNameWarning:
		return ColorWarn, true
	}
	return "", false
}

// Size gives text sizes times the scale, and every other size as the look has it.
func (t *houseTheme) Size(name fyne.ThemeSizeName) float32 {
	if base, ok := textSize(name); ok {
		return base * t.scale
	}
	switch name {
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius,
		theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return radiusField
	case theme.SizeNameCardRadius, theme.SizeNameDialogRadius:
		return radiusCard
	case theme.SizeNameInnerPadding:
		return fieldPad
	case theme.SizeNameScrollBar:
		return 9
	case theme.SizeNameScrollBarSmall:
		return 4
	case theme.SizeNameScrollBarRadius:
		return 5
	case theme.SizeNameInlineIcon:
		return 18 * t.scale
	}
	return t.Theme.Size(name)
}

// textSize is the size at 100 % of the house's texts and of Fyne's.
func textSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case SizeTitle, theme.SizeNameHeadingText:
		return 22, true
	case SizeHeading, theme.SizeNameSubHeadingText:
		return 15, true
	case SizeBody, theme.SizeNameText:
		return 14, true
	case SizeSecond:
		return 13, true
	case SizeBadge, theme.SizeNameCaptionText:
		return 12, true
	case SizeFigure:
		return 26, true
	}
	return 0, false
}

// role is the current colour of a role.
func role(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// scaled gives a length that must grow with the text: a box around words.
func scaled(v float32) float32 {
	return v * theme.Size(SizeBody) / 14
}
