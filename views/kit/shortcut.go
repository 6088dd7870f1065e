package kit

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// saveShortcut is Ctrl+Enter, or Cmd+Enter on a Mac.
func saveShortcut() *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
}

// BackShortcut leads back in the guide and to the sheet before, as in a browser.
func BackShortcut() *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
}

// savesForm tells whether a shortcut is Ctrl with either of the Enter keys.
func savesForm(s *desktop.CustomShortcut) bool {
	return s.Modifier == fyne.KeyModifierShortcutDefault && (s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter)
}

// ShortcutText writes a shortcut as people read it: "Ctrl+N", on a Mac "⌘N".
func ShortcutText(s fyne.KeyboardShortcut) string {
	return shortcutText(s, runtime.GOOS == "darwin")
}

func shortcutText(s fyne.KeyboardShortcut, mac bool) string {
	names := []struct {
		mod      fyne.KeyModifier
		key, mac string
	}{
		{fyne.KeyModifierControl, "kit.key.ctrl", "⌃"},
		{fyne.KeyModifierAlt, "kit.key.alt", "⌥"},
		{fyne.KeyModifierShift, "kit.key.shift", "⇧"},
		{fyne.KeyModifierSuper, "kit.key.super", "⌘"},
	}
	var parts []string
	for _, n := range names {
		switch {
		case s.Mod()&n.mod == 0:
		case mac:
			parts = append(parts, n.mac)
		default:
			parts = append(parts, T(n.key))
		}
	}
	parts = append(parts, keyText(s.Key()))
	if mac {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, "+")
}

// keyText is what stands on a key.
func keyText(key fyne.KeyName) string {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		return "↵"
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyEscape:
		return T("kit.key.escape")
	}
	return string(key)
}
