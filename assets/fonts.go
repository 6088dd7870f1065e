package assets

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// Dotted gives a copy of a TrueType font in which the Ukrainian і keeps its dot. Noto Sans draws it without one before an accent,
// by a rule for Cyrillic letters that the shaper of Fyne and of the pages follows before any letter. The rules for Cyrillic are
// called by a name no script has, so that those for all scripts hold. What is no such font comes back as it is.
func Dotted(font []byte) []byte {
	const head, entry = 12, 16
	if len(font) < head {
		return font
	}
	for at := head; at < head+entry*int(binary.BigEndian.Uint16(font[4:])) && at+entry <= len(font); at += entry {
		from, size := int(binary.BigEndian.Uint32(font[at+8:])), int(binary.BigEndian.Uint32(font[at+12:]))
		if string(font[at:at+4]) != "GSUB" || from+size > len(font) {
			continue
		}
		rules := bytes.Replace(font[from:from+size], []byte("cyrl"), []byte("cyrx"), 1)
		return slices.Concat(font[:from], rules, font[from+size:])
	}
	return font
}
