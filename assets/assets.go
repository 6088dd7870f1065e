// Package assets holds what is built into the program beside its code: the texts
// of every language. It is a leaf: it imports nothing of ours.
package assets

import "embed"

// Translations holds translations/<language>/<area>.json. Every file is one flat
// object of dotted keys; a value is a text, or an object of plural forms.
//
//go:embed translations/*/*.json
var Translations embed.FS

// Whole are the languages in which every text stands, by the names of their folders: those that can be chosen.
// docs/languages.md tells how one is added.
var Whole = []string{"en", "de", "es", "fr", "pl", "pt", "uk"}

// Icon is the program's mark as a PNG, 512 pixels square.
//
//go:embed icon.png
var Icon []byte
