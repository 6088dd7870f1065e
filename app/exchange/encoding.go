package exchange

import (
	"bytes"
	"context"
	"io"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding is how letters are written as bytes, by the name the owner may know it by.
type Encoding string

// The encodings that are found; a byte order mark at the beginning is skipped in all of them.
const (
	UTF8        Encoding = "UTF-8"
	UTF16LE     Encoding = "UTF-16 LE"
	UTF16BE     Encoding = "UTF-16 BE"
	Windows1252 Encoding = "Windows-1252" // western Europe
	Windows1250 Encoding = "Windows-1250" // central Europe
	Windows1251 Encoding = "Windows-1251" // Cyrillic
	MacRoman    Encoding = "Mac Roman"
)

// Encodings are all of them, for the owner to choose from.
var Encodings = []Encoding{UTF8, UTF16LE, UTF16BE, Windows1252, Windows1250, Windows1251, MacRoman}

// codec gives the converter of the encoding; nil for one that is not known.
func (e Encoding) codec() encoding.Encoding {
	switch e {
	case UTF8, "":
		return unicode.UTF8BOM
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	if c := e.charmap(); c != nil {
		return c
	}
	return nil
}

func (e Encoding) charmap() *charmap.Charmap {
	switch e {
	case Windows1252:
		return charmap.Windows1252
	case Windows1250:
		return charmap.Windows1250
	case Windows1251:
		return charmap.Windows1251
	case MacRoman:
		return charmap.Macintosh
	}
	return nil
}

// decode gives what in holds as UTF-8; what is not written in the encoding becomes U+FFFD.
func (e Encoding) decode(in io.Reader) io.Reader {
	if codec := e.codec(); codec != nil {
		return transform.NewReader(in, codec.NewDecoder())
	}
	return transform.NewReader(in, unicode.UTF8BOM.NewDecoder())
}

// findEncoding reads the whole text: the one letter that decides may stand in the last row.
func findEncoding(ctx context.Context, in io.Reader) (Encoding, error) {
	var count byteCount
	block := make([]byte, 256<<10)
	kept := 0 // bytes of a letter that the last block cut in two
	for first := true; ; first = false {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := io.ReadFull(in, block[kept:])
		n += kept
		if first {
			if marked := byMark(block[:n]); marked != "" {
				return marked, nil
			}
		}
		kept = copy(block, count.add(block[:n], err != nil))
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return count.guess(), nil
		}
		if err != nil {
			return "", because(trouble("unreadable"), err)
		}
	}
}

// byMark gives the encoding a byte order mark tells, or noughts in every second place; "" for neither.
func byMark(head []byte) Encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return UTF8
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return UTF16LE
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return UTF16BE
	}
	var noughts [2]int
	head = head[:min(len(head), 4096)&^1]
	for i, b := range head {
		if b == 0 {
			noughts[i%2]++
		}
	}
	switch half := len(head) / 2; {
	case half > 0 && noughts[1] > half*3/4 && noughts[0] < half/8:
		return UTF16LE
	case half > 0 && noughts[0] > half*3/4 && noughts[1] < half/8:
		return UTF16BE
	}
	return ""
}
