package exchange

import (
	"encoding/json"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"goodturn/assets"
	"goodturn/models"
)

// Words are what our own files say in one language: the names of columns, and the cells that are words.
type Words map[string]string

// WordsIn gives the words of a language, by the folder of its translations; those in English where the program does not know it.
func WordsIn(language string) Words {
	if words, known := allWords()[language]; known {
		return words
	}
	return allWords()["en"]
}

// allWords are the words of every language: a file is read again whatever language it was written in.
var allWords = sync.OnceValue(func() map[string]Words {
	all := map[string]Words{}
	for _, language := range assets.Whole {
		all[language] = readWords(language)
	}
	return all
})

// wordFiles are the files of a language whose texts stand in our own files. They have no plurals.
var wordFiles = []string{"columns.json", "person.json", "whole.json"}

func readWords(language string) Words {
	words := Words{}
	for _, name := range wordFiles {
		text, err := assets.Translations.ReadFile(path.Join("translations", language, name))
		if err == nil {
			err = json.Unmarshal(text, &words) // beside what is there
		}
		if err != nil {
			panic(err) // of a file that is built in
		}
	}
	return words
}

// with says a text with one argument.
func (w Words) with(key, name, value string) string {
	return strings.ReplaceAll(w[key], "{{."+name+"}}", value)
}

// column names the column of a field; of several of one kind the n-th, from 1.
func (w Words) column(field Field, n int) string {
	return w.with("column."+string(field), "N", strconv.Itoa(n))
}

// yes is a tick.
func (w Words) yes() string { return w["cell.yes"] }

// reach says how somebody likes to be reached; "" where they did not say.
func (w Words) reach(by models.ReachBy) string { return w["cell.reach."+string(by)] }

// away says why somebody was put away; "" where that is not known.
func (w Words) away(why models.ArchiveReason) string { return w["cell.away."+string(why)] }

// label says what the columns and cards of others call a number or an address, "mobile" and the like, in the owner's language; any other label
// stays as it is.
func (w Words) label(label string) string {
	if said, known := w["label."+label]; known {
		return said
	}
	return label
}

// labelled gives the numbers and addresses with their labels in the owner's language.
func (w Words) labelled(contacts []models.Contact) []models.Contact {
	said := slices.Clone(contacts)
	for i := range said {
		said[i].Label = w.label(said[i].Label)
	}
	return said
}

// ourLabel gives the label of cardLabels that is called so in any language; any other stays as it is.
func ourLabel(said string) string {
	for _, words := range allWords() {
		for _, l := range cardLabels {
			if words.label(l.label) == said {
				return l.label
			}
		}
	}
	return said
}

// ourNames are the names of our own columns in every language, as phraseOf gives them.
func ourNames() map[string]Field {
	all := map[string]Field{}
	for _, words := range allWords() {
		for _, field := range Fields {
			if name := words["column."+string(field)]; name != "" {
				all[phraseOf(name)] = field
			}
		}
	}
	return all
}

// ourReach and ourAway are the cells that are words in every language, folded.
var (
	ourReach = sync.OnceValue(func() map[string]models.ReachBy { return cellsOfAll(Words.reach, models.ReachBys) })
	ourAway  = sync.OnceValue(func() map[string]models.ArchiveReason { return cellsOfAll(Words.away, models.ArchiveReasons) })
)

// cellsOfAll gives what each of the values is called in every language, the other way round.
func cellsOfAll[T comparable](say func(Words, T) string, values []T) map[string]T {
	all := map[string]T{}
	for _, words := range allWords() {
		for _, value := range values {
			if text := say(words, value); text != "" {
				all[models.Fold(text)] = value
			}
		}
	}
	return all
}
