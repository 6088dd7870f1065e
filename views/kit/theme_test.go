package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.2.
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// laid is a see-through colour over a solid one.
func laid(over, under color.NRGBA) color.NRGBA {
	mix := func(o, u uint8) uint8 {
		return uint8((int(o)*int(over.A) + int(u)*(255-int(over.A))) / 255)
	}
	return color.NRGBA{R: mix(over.R, under.R), G: mix(over.G, under.G), B: mix(over.B, under.B), A: 255}
}

// TestContrast computes every pair of words and ground that the kit draws.
func TestContrast(t *testing.T) {
	type pair struct {
		words, ground fyne.ThemeColorName
		least         float64
	}
	var pairs []pair
	for _, ground := range []fyne.ThemeColorName{ColorPaper, ColorRail, ColorCard, ColorSelected, ColorOfferGround} {
		pairs = append(pairs, pair{ColorInk, ground, 4.5}, pair{ColorQuiet, ground, 4.5}, pair{ColorPrimary, ground, 4.5}, pair{ColorFieldBorder, ColorCard, 3})
	}
	for tone := TonePlain; tone <= TonePraise; tone++ {
		ground, words := tone.colors()
		chosen, on := tone.chosenColors()
		pairs = append(pairs, pair{words, ground, 4.5}, pair{on, chosen, 4.5}, pair{tone.dot(), ColorCard, 3})
	}
	pairs = append(pairs,
		pair{ColorBad, ColorCard, 4.5}, pair{ColorBad, ColorPaper, 4.5}, pair{ColorQuiet, ColorPlainTint, 4.5}, // a disabled button
		pair{ColorPlain, ColorPersonTint, 4.5}, pair{ColorInk, ColorTextSelected, 4.5}, pair{ColorPaper, ColorInk, 4.5}, // a toast
		pair{ColorOK, ColorRail, 4.5}, pair{ColorBad, ColorRail, 4.5}, pair{ColorWarn, ColorRail, 4.5}) // the backup's state
	for _, mode := range []Mode{ModeLight, ModeDark} {
		house := NewTheme(1, mode)
		for _, p := range pairs {
			words := house.Color(p.words, theme.VariantLight).(color.NRGBA)
			ground := house.Color(p.ground, theme.VariantLight).(color.NRGBA)
			if got := contrast(words, ground); got < p.least {
				t.Errorf("mode %d: %s on %s has a contrast of %.2f, want %.1f", mode, p.words, p.ground, got, p.least)
			}
		}
		hover := house.Color(ColorHover, theme.VariantLight).(color.NRGBA)
		card := house.Color(ColorCard, theme.VariantLight).(color.NRGBA)
		quiet := house.Color(ColorQuiet, theme.VariantLight).(color.NRGBA)
		if got := contrast(quiet, laid(hover, card)); got < 4.5 {
			t.Errorf("mode %d: quiet words under the mouse have a contrast of %.2f", mode, got)
		}
	}
}

// TestModeDecidesPalette asks for both palettes, whatever the system says.
func TestModeDecidesPalette(t *testing.T) {
	light, dark := rgb(0xFBF8F3), rgb(0x1B1A18)
	for _, c := range []struct {
		mode    Mode
		variant fyne.ThemeVariant
		paper   color.NRGBA
	}{
		{ModeSystem, theme.VariantLight, light}, {ModeSystem, theme.VariantDark, dark},
		{ModeLight, theme.VariantDark, light}, {ModeDark, theme.VariantLight, dark},
	} {
		house := NewTheme(1, c.mode)
		want(t, "paper", house.Color(ColorPaper, c.variant).(color.NRGBA), c.paper)
		want(t, "Fyne's background", house.Color(theme.ColorNameBackground, c.variant).(color.NRGBA), c.paper)
	}
}

// TestScaleIsHeldInBounds multiplies text sizes only, and not without end.
func TestScaleIsHeldInBounds(t *testing.T) {
	for scale, body := range map[float32]float32{0.1: 14 * MinScale, 1: 14, 1.5: 21, 9: 14 * MaxScale} {
		house := NewTheme(scale, ModeLight)
		if got := house.Size(SizeBody); got < body-0.01 || got > body+0.01 {
			t.Errorf("body at scale %g is %g, want %g", scale, got, body)
		}
		want(t, "padding", house.Size(theme.SizeNamePadding), 4)
	}
}

// TestEveryFyneColorHasARole makes sure that none of Fyne's own widgets falls back to
// Fyne's own palette.
func TestEveryFyneColorHasARole(t *testing.T) {
	for _, name := range []fyne.ThemeColorName{
		theme.ColorNameBackground, theme.ColorNameButton, theme.ColorNameDisabledButton, theme.ColorNameDisabled,
		theme.ColorNameError, theme.ColorNameFocus, theme.ColorNameForeground, theme.ColorNameForegroundOnError,
		theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning,
		theme.ColorNameHeaderBackground, theme.ColorNameHover, theme.ColorNameHyperlink, theme.ColorNameInputBackground,
		theme.ColorNameInputBorder, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
		theme.ColorNamePlaceHolder, theme.ColorNamePressed, theme.ColorNamePrimary, theme.ColorNameScrollBar,
		theme.ColorNameScrollBarBackground, theme.ColorNameSelection, theme.ColorNameSeparator, theme.ColorNameShadow,
		theme.ColorNameSuccess, theme.ColorNameWarning,
	} {
		role, ok := fyneRole(name)
		if _, known := palette()[role]; !ok || !known {
			t.Errorf("%s has no role", name)
		}
	}
}
