//go:build e2e

package main_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// What the desk's owner sees: the picture on the screen, and the words in it.

// Settle waits until the screen has not changed for a quarter of a second, a blinking cursor aside, and returns it.
func (d *desk) Settle() *image.RGBA {
	d.t.Helper()
	last, since := d.look(), time.Now()
	d.Until("the screen to stand still", func() bool {
		now := d.look()
		if !still(last, now) {
			last, since = now, time.Now()
		}
		return time.Since(since) > 250*time.Millisecond
	})
	return last
}

// Shot writes what the screen shows as a PNG file and returns the file's whole path.
func (d *desk) Shot(name string) string {
	d.t.Helper()
	var picture bytes.Buffer
	d.must(png.Encode(&picture, d.look()))
	d.must(os.MkdirAll(filepath.Dir(name), 0o755))
	d.must(os.WriteFile(name, picture.Bytes(), 0o644))
	whole, err := filepath.Abs(name)
	d.must(err)
	return whole
}

// look reads the screen out of the X server's own memory: an XWD file, version 7, 32 bits a pixel, blue first.
func (d *desk) look() *image.RGBA {
	d.t.Helper()
	file, err := os.ReadFile(d.frame)
	d.must(err)
	field := func(n int) int { return int(binary.BigEndian.Uint32(file[4*n:])) }
	header, width, height, stride, colours := field(0), field(4), field(5), field(12), field(19)
	pixels := file[header+12*colours:]
	screen := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := pixels[y*stride:], screen.Pix[y*screen.Stride:]
		for x := 0; x < 4*width; x += 4 {
			to[x], to[x+1], to[x+2], to[x+3] = from[x+2], from[x+1], from[x], 0xff
		}
	}
	return screen
}

// changed counts the pixels that differ between two pictures of one size.
func changed(a, b *image.RGBA) int {
	n := 0
	difference(a, b, func(int, int) { n++ })
	return n
}

// still tells whether two pictures are the same but for a blinking cursor.
func still(a, b *image.RGBA) bool {
	var where image.Rectangle
	difference(a, b, func(x, y int) { where = where.Union(image.Rect(x, y, x+1, y+1)) })
	return where.Dx() <= 4 && where.Dy() <= 40
}

// difference calls found with each pixel that differs between two pictures of one size.
func difference(a, b *image.RGBA, found func(x, y int)) {
	for y := range a.Rect.Dy() {
		rowA, rowB := a.Pix[y*a.Stride:(y+1)*a.Stride], b.Pix[y*b.Stride:(y+1)*b.Stride]
		if bytes.Equal(rowA, rowB) {
			continue
		}
		for x := range a.Rect.Dx() {
			if !bytes.Equal(rowA[4*x:4*x+4], rowB[4*x:4*x+4]) {
				found(x, y)
			}
		}
	}
}

// See waits until a text of one line can be read on the screen and returns where it is.
func (d *desk) See(text string) image.Rectangle {
	d.t.Helper()
	var where image.Rectangle
	var seen []word
	var last *image.RGBA
	defer func() {
		if d.t.Failed() {
			d.t.Logf("read on the screen: %v", seen)
		}
	}()
	d.Until("to read "+strconv.Quote(text), func() bool {
		now := d.Settle()
		if last != nil && still(last, now) {
			return false
		}
		last, seen = now, d.read(now)
		found := false
		where, found = find(seen, text)
		return found
	})
	return where
}

// ClickOn waits until a text can be read on the screen and clicks in its middle.
func (d *desk) ClickOn(text string) {
	d.t.Helper()
	where := d.See(text)
	d.Click((where.Min.X+where.Max.X)/2, (where.Min.Y+where.Max.Y)/2)
}

// word is a word on the screen: what it says, where it is, and which line it belongs to.
type word struct {
	text  string
	where image.Rectangle
	line  string
}

func (w word) String() string { return w.text }

// find looks for the words of a text beside each other on one line, whatever their case and punctuation. Of several it
// is the uppermost: a menu hangs from the top, and a toast stands at the bottom.
func find(seen []word, text string) (uppermost image.Rectangle, found bool) {
	wanted := strings.Fields(plain(text))
	for i := range seen {
		where, here := seen[i].where, i+len(wanted) <= len(seen)
		for j := 0; here && j < len(wanted); j++ {
			here = plain(seen[i+j].text) == wanted[j] && seen[i+j].line == seen[i].line
			where = where.Union(seen[i+j].where)
		}
		if here && (!found || where.Min.Y < uppermost.Min.Y) {
			uppermost, found = where, true
		}
	}
	return uppermost, found
}

// plain keeps the letters and digits of a text, in lower case, and the spaces between them: the rest is easily
// mistaken for the edge of a button.
func plain(text string) string {
	keep := func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == ' ' {
			return unicode.ToLower(r)
		}
		return -1
	}
	return strings.Join(strings.Fields(strings.Map(keep, text)), " ")
}

// enlarge is how many times larger than on the screen the reading program wants letters.
const enlarge = 2

// read reads the words of a picture with the tesseract program.
func (d *desk) read(screen *image.RGBA) []word {
	d.t.Helper()
	var page bytes.Buffer
	d.must(png.Encode(&page, larger(ink(screen))))
	reader := d.command("tesseract", "stdin", "stdout", "--psm", "11", "--dpi", "150", "tsv")
	reader.Stdin = &page
	out, err := reader.Output()
	d.must(err)
	var words []word
	for _, row := range strings.Split(string(out), "\n") {
		field := strings.Split(row, "\t")
		if len(field) < 12 || field[0] != "5" || plain(field[11]) == "" {
			continue
		}
		var at [4]int
		for i := range at {
			at[i], _ = strconv.Atoi(field[6+i])
		}
		x, y := at[0]/enlarge, at[1]/enlarge
		words = append(words, word{field[11], image.Rect(x, y, x+at[2]/enlarge, y+at[3]/enlarge), strings.Join(field[1:5], ".")})
	}
	return words
}

// ink draws a screen as print on paper: black on white whatever the colours, because light letters on a green button
// are letters too. What differs from the commonest colour around it is ink; frames and bars are not letters.
func ink(screen *image.RGBA) *image.Gray {
	page := image.NewGray(screen.Rect)
	const cell = 8
	for top := 0; top < screen.Rect.Dy(); top += cell {
		for left := 0; left < screen.Rect.Dx(); left += cell {
			paper := commonest(screen, image.Rect(left-cell, top-cell, left+2*cell, top+2*cell))
			for y := top; y < min(top+cell, screen.Rect.Dy()); y++ {
				for x := left; x < min(left+cell, screen.Rect.Dx()); x++ {
					page.SetGray(x, y, color.Gray{255 - contrast(paper, screen.RGBAAt(x, y))})
				}
			}
		}
	}
	wipeFrames(page)
	return page
}

// wipeFrames takes away every connected piece of ink that is larger than a letter. Tints connect nothing.
func wipeFrames(page *image.Gray) {
	const letter, tint = 44, 255 - 84
	seen := make([]bool, len(page.Pix))
	for start := range page.Pix {
		if seen[start] || page.Pix[start] > tint {
			continue
		}
		seen[start] = true
		piece := []int{start}
		var box image.Rectangle
		for next := 0; next < len(piece); next++ {
			x, y := piece[next]%page.Stride, piece[next]/page.Stride
			box = box.Union(image.Rect(x, y, x+1, y+1))
			for _, near := range []image.Point{{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}} {
				at := near.Y*page.Stride + near.X
				if near.In(page.Rect) && !seen[at] && page.Pix[at] <= tint {
					seen[at] = true
					piece = append(piece, at)
				}
			}
		}
		if box.Dx() > letter || box.Dy() > letter {
			for _, at := range piece {
				page.Pix[at] = 255
			}
		}
	}
}

// larger returns a picture blown up for a reader who wants letters larger than a screen's.
func larger(page *image.Gray) *image.Gray {
	big := image.NewGray(image.Rect(0, 0, enlarge*page.Rect.Dx(), enlarge*page.Rect.Dy()))
	for at := range big.Pix {
		big.Pix[at] = page.Pix[at/big.Stride/enlarge*page.Stride+at%big.Stride/enlarge]
	}
	return big
}

// commonest finds the colour that most pixels of an area have.
func commonest(screen *image.RGBA, area image.Rectangle) color.RGBA {
	count := map[color.RGBA]int{}
	var best color.RGBA
	area = area.Intersect(screen.Rect)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			c := screen.RGBAAt(x, y)
			if count[c]++; count[c] > count[best] {
				best = c
			}
		}
	}
	return best
}

// contrast is how much ink it takes to draw one colour on another, from 0 to 255.
func contrast(paper, c color.RGBA) uint8 {
	apart := func(p, q uint8) int { return max(int(p)-int(q), int(q)-int(p)) }
	most := max(apart(paper.R, c.R), apart(paper.G, c.G), apart(paper.B, c.B))
	return uint8(min(255, most*3/2))
}
