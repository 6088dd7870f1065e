package app

import (
	"slices"
	"strings"
	"unicode"

	"goodturn/models"
)

// PostPeople are people by whether they can be written to: every one of them once, however often they were named.
type PostPeople struct {
	To        []models.Addressee
	NoAddress []models.Addressee // the book has none of theirs
	NoPost    []models.Addressee // they asked for no post
	Archived  []models.Addressee // they are in the archive: nobody writes to who has died or moved away
}

// SortPost parts those who can be written to from those who cannot. Who asked for no post is not told of for having no address.
func SortPost(people []models.Addressee) (sorted PostPeople) {
	type who struct {
		customer   models.CustomerID
		specialist models.SpecialistID
	}
	seen := make(map[who]bool, len(people))
	for _, p := range people {
		key := who{p.CustomerID, p.SpecialistID}
		if seen[key] {
			continue
		}
		seen[key] = true
		switch {
		case p.Archived:
			sorted.Archived = append(sorted.Archived, p)
		case p.NoPost:
			sorted.NoPost = append(sorted.NoPost, p)
		case strings.TrimSpace(p.Address) == "":
			sorted.NoAddress = append(sorted.NoAddress, p)
		default:
			sorted.To = append(sorted.To, p)
		}
	}
	return sorted
}

// PostOrder is how letters are sorted.
type PostOrder string

// The orders.
const (
	PostAsListed PostOrder = "" // as the people were given
	PostByName   PostOrder = "name"
	PostByCode   PostOrder = "code" // by postal code, as the post sorts
)

// PostOrders are all of them, in the order a choice offers them.
var PostOrders = []PostOrder{PostAsListed, PostByName, PostByCode}

// Letter is what goes into one envelope: to one person, or to all who live at an address.
type Letter struct {
	Names   []string
	Address []string // its lines, in the order of its country
	Country string   // "" where it is the shop's own
	People  []models.Addressee
}

// Letters makes the letters to people of whom each has an address. With together those at one address share a letter, which stands
// where the first of them does. shop is whose post it is: its own country is not written.
func Letters(people []models.Addressee, shop models.Shop, together bool, order PostOrder) []Letter {
	home := countryOfShop(shop)
	var letters []Letter
	at := map[string]int{}
	for _, p := range people {
		key := addressKey(p)
		if i, there := at[key]; there && together {
			letters[i].add(p)
			continue
		}
		at[key] = len(letters)
		letter := Letter{Address: linesOf(p.Address), Country: strings.TrimSpace(p.Country)}
		if models.Fold(letter.Country) == home {
			letter.Country = ""
		}
		letter.add(p)
		letters = append(letters, letter)
	}
	sortLetters(letters, order)
	return letters
}

func (l *Letter) add(p models.Addressee) {
	l.People = append(l.People, p)
	if name := strings.TrimSpace(p.Name); name != "" && !slices.Contains(l.Names, name) {
		l.Names = append(l.Names, name)
	}
}

// sortLetters puts letters into an order; those that are alike stay as they were.
func sortLetters(letters []Letter, order PostOrder) {
	if order == PostAsListed {
		return
	}
	type keyed struct {
		key string
		Letter
	}
	sorted := make([]keyed, len(letters))
	for i := range letters {
		sorted[i] = keyed{letters[i].sortKey(order), letters[i]}
	}
	slices.SortStableFunc(sorted, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	for i := range sorted {
		letters[i] = sorted[i].Letter
	}
}

// sortKey is what a letter is sorted by: abroad comes after the shop's own country, and an address without a code after those
// with one.
func (l *Letter) sortKey(order PostOrder) string {
	if order == PostByName {
		return models.Fold(l.People[0].Heading)
	}
	code := PostalCode(l.Address)
	if code == "" {
		code = "\uffff"
	}
	return models.Fold(l.Country) + "\x00" + code + "\x00" + models.Fold(l.People[0].Heading)
}

// namesApart is how many names stand under one another at most; more share a line.
const namesApart = 3

// Lines are the lines of an envelope in the order of its country: whom it is for, then where, then the country. An address in
// Chinese, Japanese or Korean goes from the large to the small, so the names come after it.
func (l *Letter) Lines() []string {
	names := l.Names
	if len(names) > namesApart {
		names = []string{strings.Join(names, ", ")}
	}
	lines := slices.Concat(names, l.Address)
	if largeFirst(l.Address) {
		lines = slices.Concat(l.Address, names)
	}
	if l.Country != "" {
		lines = append(lines, l.Country)
	}
	return lines
}

// largeFirst tells whether an address is written in one of the scripts of East Asia.
func largeFirst(address []string) bool {
	for _, r := range strings.Join(address, "") {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
		}
	}
	return false
}

// linesOf gives the lines of an address that say something.
func linesOf(address string) []string {
	var lines []string
	for _, line := range strings.FieldsFunc(address, isLineEnd) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// addressKey is the same for one address however it is typed: without case, marks and stops. Where one number ends and the next
// begins is kept, so that two flats stay two.
func addressKey(p models.Addressee) string {
	words := strings.FieldsFunc(models.Fold(p.Address), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	return strings.Join(words, " ") + "|" + models.Fold(strings.TrimSpace(p.Country))
}

// countryOfShop is the last line of the shop's address, which may be its country.
func countryOfShop(shop models.Shop) string {
	lines := linesOf(shop.Address)
	if len(lines) == 0 {
		return "\x00" // no country is that
	}
	return models.Fold(lines[len(lines)-1])
}
