package views

import (
	"testing"

	"goodturn/app/safekeep"
	"goodturn/assets"
	"goodturn/views/kit"
)

// What a file set aside is called in each language is one of the marks by which it is known again.
func TestTheMarkOfEachLanguageIsKnown(t *testing.T) {
	t.Cleanup(func() { kit.Speak(assets.Translations, "en", "en-GB") })
	for _, code := range assets.Whole {
		kit.Speak(assets.Translations, code, "en-GB")
		if mark := kit.T("restore.mark"); !safekeep.IsAside("Harbour Cycles " + mark + " 2026-11-22 1200.goodturn") {
			t.Errorf("%s: %q is none", code, mark)
		}
	}
}
