package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// byteCount counts what tells one encoding from another.
type byteCount struct {
	high    [256]int // how often each byte above 127 comes
	mixed   [256]int // how often in a word that has ASCII letters too
	inside  [256]int // how often between two letters
	pure    [256]int // how often in a word of at least minPure letters that has no ASCII letter
	broken  int      // bytes that are no UTF-8
	letters int      // of UTF-8, of more than one byte

	word  []byte // the word under way: ASCII letters and bytes above 127
	ascii bool   // whether it has ASCII letters
}

// minPure is the length of a word that no Latin script writes without a letter of ASCII.
const minPure = 3

// maxWord bounds the words that are looked at: what is longer is none, and is counted in pieces.
const maxWord = 64

// add counts a block and gives the cut letter at its end, which belongs to the next.
func (c *byteCount) add(block []byte, last bool) (rest []byte) {
	for i := 0; i < len(block); {
		if b := block[i]; b < utf8.RuneSelf {
			c.follow(b)
			i++
			continue
		}
		if !last && !utf8.FullRune(block[i:]) {
			return block[i:]
		}
		r, size := utf8.DecodeRune(block[i:])
		if r == utf8.RuneError && size == 1 {
			c.broken++
		} else {
			c.letters++
		}
		for _, b := range block[i : i+size] {
			c.high[b]++
			c.follow(b)
		}
		i += size
	}
	if last {
		c.endWord()
	}
	return nil
}

// follow goes on with a word, or ends it.
func (c *byteCount) follow(b byte) {
	isASCII := 'a' <= b|0x20 && b|0x20 <= 'z'
	if !isASCII && b < utf8.RuneSelf || len(c.word) == maxWord {
		c.endWord()
	}
	if isASCII || b >= utf8.RuneSelf {
		c.word = append(c.word, b)
		c.ascii = c.ascii || isASCII
	}
}

// endWord counts the bytes of the word by the company they keep.
func (c *byteCount) endWord() {
	for i, b := range c.word {
		if b < utf8.RuneSelf {
			continue
		}
		if c.ascii {
			c.mixed[b]++
		} else if len(c.word) >= minPure {
			c.pure[b]++
		}
		if i > 0 && i+1 < len(c.word) {
			c.inside[b]++
		}
	}
	c.word, c.ascii = c.word[:0], false
}

// alphabet is what people's names, streets and notes are full of beyond ASCII, in one encoding.
type alphabet struct {
	encoding Encoding
	letters  string // they speak for the encoding
	rare     string // they speak neither for it nor against it
}

// alphabets are tried in this order; the first wins where two are as likely. Þ and Ţ are one byte, so are ð and đ, and
// þ and ţ: which of two is rare follows from the languages that write them beside the others.
var alphabets = []alphabet{
	{Windows1252, "äöüßÄÖÜéèêëàâçîïôûùœæøåÉÈÀÇÑñáíóúÁÍÓÚãõÃÕØÅÆòìÞð¿¡ºª°€’‘–“”«»´§", "þýÝÿËÊÂÎÏÔÛÙÒÌŒšŠžŽ"},
	{Windows1250, "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰăâîşţŞĐëäöüßÄÖÜ€’–“”„°§", "đŢçÇôËÂÎ"},
	{Windows1251, "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёЁіІїЇєЄґҐўЎ№«»–’", ""},
	{MacRoman, "äöüßÄÖÜéèêëàâçîïôûùœæøåÉÈÀÇÑñáíóúÁÍÓÚãõÃÕØÅÆòì¿¡°’–“”«»", ""},
}

// guess decides. A stray byte does not make a UTF-8 text one of another encoding.
func (c *byteCount) guess() Encoding {
	if c.broken == 0 || c.letters > 20*c.broken {
		return UTF8
	}
	best, bestScore := Windows1252, 0
	for i, a := range alphabets {
		if score := c.score(a); i == 0 || score > bestScore {
			best, bestScore = a.encoding, score
		}
	}
	return best
}

// wrong is what a byte costs that makes no sense in an encoding; one that does earns 1.
const wrong = 3

// score tells how well the bytes read in the encoding of a.
func (c *byteCount) score(a alphabet) (score int) {
	for b := 0x80; b < 0x100; b++ {
		switch r := a.encoding.charmap().DecodeByte(byte(b)); {
		case strings.ContainsRune(a.letters, r):
			odd := c.odd(byte(b), r)
			score += c.high[b] - odd - wrong*odd
		case !strings.ContainsRune(a.rare, r):
			score -= wrong * c.high[b]
		}
	}
	return score
}

// odd tells how often the byte, read as r, stands where people do not write r: Cyrillic letters come in whole words
// and Latin ones among those of ASCII, and signs stand around words.
func (c *byteCount) odd(b byte, r rune) int {
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		return c.mixed[b]
	case unicode.IsLetter(r):
		return c.pure[b]
	case !strings.ContainsRune("’‘´", r): // rock’n’roll
		return c.inside[b]
	}
	return 0
}
