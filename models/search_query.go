package models

import (
	"slices"
	"strings"
)

// query is what was typed to search, taken apart: every one of its terms is in what is found.
type query struct {
	terms  []term
	phrase string // all of it, for what begins so
}

// term is a folded word, or a number, in the forms it may stand in.
type term []form

// form is a folded text to look for. behind tells that it counts only behind the code of a country: there a number has what
// comes after the nought of others, and elsewhere the same digits are another number.
type form struct {
	text   string
	behind bool
}

// What is pasted into a search box can be a whole letter; its beginning is looked for.
const (
	maxWords = 12
	maxGrams = 48
)

// queryOf takes apart what was typed. What can only be a phone number is one, however its digits are set apart; beside words
// that is what begins as phone numbers do.
func queryOf(text string) query {
	fields := strings.Fields(strings.ReplaceAll(text, pad, " "))
	q := query{phrase: strings.Join(firstWords(unpadded(Fold(text))), " ")}
	if LooksLikePhone(text) {
		q.terms, q.phrase = []term{numberTerm(text)}, Digits(text)
		return q
	}
	for len(fields) > 0 && len(q.terms) < maxWords {
		n := 1
		if strings.ContainsAny(fields[0][:1], "+(0") {
			n = max(phoneFields(fields), 1)
		}
		typed := strings.Join(fields[:n], " ")
		fields = fields[n:]
		if LooksLikePhone(typed) {
			q.terms = append(q.terms, numberTerm(typed))
			continue
		}
		for _, word := range firstWords(unpadded(Fold(typed))) {
			q.terms = append(q.terms, term{{text: word}})
		}
	}
	q.terms = q.terms[:min(len(q.terms), maxWords)]
	return q
}

func unpadded(text string) string { return strings.ReplaceAll(text, pad, " ") }

// firstWords splits folded text into words, and no more of them than a search takes.
func firstWords(key string) []string {
	words := strings.Fields(key)
	return words[:min(len(words), maxWords)]
}

// phoneFields is how many of the first fields can be one phone number.
func phoneFields(fields []string) int {
	n := 0
	for n < len(fields) && LooksLikePhone(fields[n]) {
		n++
	}
	return n
}

// leastNational is how many digits must be left to look for a number without its country's code or its nought.
const leastNational = 3

// numberTerm gives the forms of a number: its digits, those after the code of the country or the nought, and the text as it was
// typed, for "12/4" may be a house. A code is only known by its plus, or by two noughts. The last eight digits decide.
func numberTerm(typed string) term {
	digits := Digits(typed)
	national, foreign := strings.TrimPrefix(digits, "0"), false
	switch {
	case strings.HasPrefix(strings.TrimLeft(typed, " ("), "+"):
		national, foreign = strings.TrimPrefix(digits[countryCode(digits):], "0"), true
	case strings.HasPrefix(digits, "00"):
		national, foreign = strings.TrimPrefix(digits[2+countryCode(digits[2:]):], "0"), true
	}
	var number term
	switch {
	case len(national) >= leastNational && (foreign || len(digits) > 8):
		number = term{{text: lastDigits(national)}}
	case len(national) >= leastNational && national != digits:
		number = term{{text: digits}, {text: national, behind: true}}
	default:
		number = term{{text: digits}}
	}
	if folded := strings.Join(firstWords(Fold(typed)), " "); folded != digits {
		number = append(number, form{text: folded})
	}
	return number
}

func lastDigits(digits string) string { return digits[max(0, len(digits)-8):] }

// countryCode is how many of the first digits are a country's code: none is the beginning of another (ITU-T E.164, Annex D).
func countryCode(digits string) int {
	switch {
	case digits == "":
		return 0
	case digits[0] == '1' || digits[0] == '7':
		return 1
	case len(digits) > 1 && slices.Contains(twoDigitCodes, digits[:2]):
		return 2
	}
	return min(len(digits), 3)
}

var twoDigitCodes = strings.Fields("20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98")

// LooksLikePhone tells whether text can only be a phone number: digits and what people write between them.
func LooksLikePhone(text string) bool {
	digits := 0
	for _, r := range text {
		_, digit := digitOf(r)
		switch {
		case digit:
			digits++
		case !strings.ContainsRune(" +-()/.", r):
			return false
		}
	}
	return digits > 0
}

// phoneDigits gives the last eight digits of a number: they decide whose it is, however the country and the nought before
// the rest are written here and there.
func phoneDigits(text string) string {
	return lastDigits(Digits(text))
}

// grams gives the FTS5 query that of every term one form is there, each three letters of it a term of FTS5's own because the
// index keeps no places. Every hit is checked for the whole terms, so the first grams will do.
func (q query) grams() string {
	var all []string
	left := maxGrams
	for _, t := range q.terms {
		var forms []string
		for _, f := range t {
			some := gramsOf(f.text, max(left, 1))
			left -= len(some)
			forms = append(forms, "("+strings.Join(some, " AND ")+")")
		}
		all = append(all, "("+strings.Join(forms, " OR ")+")")
		if left <= 0 {
			break
		}
	}
	return strings.Join(all, " AND ")
}

// gramsOf gives at most so many of the three-letter grams of a word, quoted.
func gramsOf(word string, most int) (grams []string) {
	letters := []rune(padded(word))
	for i := 0; i+3 <= len(letters) && len(grams) < most; i++ {
		grams = append(grams, `"`+strings.ReplaceAll(string(letters[i:i+3]), `"`, `""`)+`"`)
	}
	return grams
}

// inKey is the condition that the folded text k.key has every term in it, a short one at the beginning of a word, and its
// arguments.
func (q query) inKey() (string, []any) {
	var conditions []string
	var args []any
	for _, t := range q.terms {
		forms := make([]string, len(t))
		for i, f := range t {
			switch {
			case beginsWord(f.text):
				forms[i], args = "instr(' ' || k.key, ?) > 0", append(args, " "+f.text)
			case f.behind:
				forms[i] = "(" + strings.Repeat("' ' || k.key GLOB ? OR ", len(codes)-1) + "' ' || k.key GLOB ?)"
				for _, code := range codes {
					args = append(args, "* "+code+f.text+"*")
				}
			default:
				forms[i], args = "instr(k.key, ?) > 0", append(args, f.text)
			}
		}
		conditions = append(conditions, "("+strings.Join(forms, " OR ")+")")
	}
	return strings.Join(conditions, " AND "), args
}

// codes are the patterns of what stands before a number that is written with the code of its country.
var codes = []string{"[1-9]", "[1-9][0-9]", "[1-9][0-9][0-9]", "00[1-9]", "00[1-9][0-9]", "00[1-9][0-9][0-9]"}

// beginsWord tells whether a text is too short to be looked for inside of words.
func beginsWord(text string) bool {
	letters := []rune(text)
	return len(letters) < 3 && !isIdeograph(letters[0])
}
