package assets

import "slices"

// same are texts that a language has from English, or both have from elsewhere, by language and key.
var same = map[string][]string{}

// saysTheSame tells whether a text may be as it is in English: signs and names, or a word the language has too.
func saysTheSame(language, key, words string) bool {
	return slices.Contains([]string{"Goodturn", "OK", "PDF", "CSV", "Excel", "vCard", "A4", "Letter"}, words) || slices.Contains(same[language], key)
}
