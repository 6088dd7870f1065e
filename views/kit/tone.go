package kit

import "fyne.io/fyne/v2"

// Tone is what a colour says. It is never said by the colour alone: a word always
// stands beside it.
type Tone int

// The tones, in the order of look.md.
const (
	TonePlain Tone = iota
	ToneOK
	ToneWarn
	ToneBad
	ToneAdvocate
	ToneLoyal
	ToneUnavailable
	TonePrimary
	TonePraise
)

// ground and text are the two colours of a badge of this tone.
func (t Tone) colors() (ground, text fyne.ThemeColorName) {
	switch t {
	case ToneOK:
		return ColorOKTint, ColorOK
	case ToneWarn:
		return ColorWarnTint, ColorWarn
	case ToneBad:
		return ColorBadTint, ColorBad
	case ToneAdvocate:
		return ColorAdvocateTint, ColorAdvocate
	case ToneLoyal:
		return ColorLoyalTint, ColorLoyal
	case ToneUnavailable:
		return ColorUnavailable, ColorOnUnavailable
	case TonePrimary:
		return ColorPrimary, ColorOnPrimary
	}
	return ColorPlainTint, ColorPlain
}

// chosenColors are ground and words of a choice of this tone when it is chosen.
func (t Tone) chosenColors() (ground, text fyne.ThemeColorName) {
	switch t {
	case ToneOK:
		return ColorOK, ColorCard
	case ToneWarn, ToneUnavailable:
		return ColorUnavailable, ColorOnUnavailable
	case ToneBad:
		return ColorBad, ColorCard
	case TonePrimary:
		return ColorPrimary, ColorOnPrimary
	}
	return ColorInk, ColorPaper
}

// dot is the colour of a story's dot of this tone.
func (t Tone) dot() fyne.ThemeColorName {
	switch t {
	case ToneOK, ToneWarn, ToneBad, ToneAdvocate, ToneLoyal:
		_, text := t.colors()
		return text
	case ToneUnavailable:
		return ColorUnavailable
	case TonePrimary:
		return ColorPrimary
	case TonePraise:
		return ColorPraise
	}
	return ColorFieldBorder
}

// toneNamed reads a tone in markup: {ok|…}, {warn|…} and so on.
func toneNamed(name string) (Tone, bool) {
	switch name {
	case "plain":
		return TonePlain, true
	case "ok":
		return ToneOK, true
	case "warn":
		return ToneWarn, true
	case "bad":
		return ToneBad, true
	case "advocate":
		return ToneAdvocate, true
	case "loyal":
		return ToneLoyal, true
	case "unavailable":
		return ToneUnavailable, true
	case "primary":
		return TonePrimary, true
	}
	return TonePlain, false
}
