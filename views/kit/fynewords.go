package kit

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// fyneWords are the few words Fyne says by itself, in the menu of a field and of the program, with our keys for them.
var fyneWords = map[string]string{
	"Cut": "kit.edit.cut", "Copy": "kit.edit.copy", "Paste": "kit.edit.paste", "Select all": "kit.edit.all",
	"Undo": "kit.edit.undo", "Redo": "kit.edit.redo", "Quit": "kit.edit.quit",
}

// teachFyne has Fyne say its own words in the program's language. Fyne has no call to choose one and always asks for the
// system's: so the words are given to it under the system's locale, whatever language they are in.
func teachFyne() {
	words := make(map[string]string, len(fyneWords))
	for theirs, key := range fyneWords {
		words[theirs] = T(key)
	}
	data, err := json.Marshal(words)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("Fyne's own words could not be translated", err)
	}
}
