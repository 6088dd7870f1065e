package paper

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// errNoTable means that fpdf writes its files in another way than it did.
var errNoTable = errors.New("paper: the PDF has no table of objects where it is looked for")

// packed gives a file as fpdf writes it without compression, with what its pages say in their place and every other stream compressed.
// fpdf would do it, but makes a compressor of more than a megabyte anew for each page and each shape, which takes longer than all else,
// squeezes less, and has every page twice before that.
func packed(pdf []byte, pages [][]byte, squeeze *squeezer) ([]byte, error) {
	at := bytes.LastIndex(pdf, []byte("startxref\n"))
	if at < 0 {
		return nil, errNoTable
	}
	table, err := strconv.Atoi(firstLine(pdf[at+len("startxref\n"):]))
	if err != nil || table >= at {
		return nil, errNoTable
	}
	objects, trailer, err := objectsIn(pdf[table:at])
	if err != nil {
		return nil, err
	}
	p := packer{trailer: trailer, pages: pages, squeeze: squeeze}
	return p.pack(pdf, table, objects)
}

// object is one object of a file, by its number and where it begins.
type object struct{ number, at int }

// objectsIn reads the table of objects (ISO 32000-1, 7.5.4), and gives them as they stand in the file, and what comes after it.
func objectsIn(table []byte) (objects []object, trailer []byte, err error) {
	const entry = 20 // bytes
	head, rest, found := bytes.Cut(table, []byte("xref\n0 "))
	n, err := strconv.Atoi(firstLine(rest))
	if !found || len(head) > 0 || err != nil {
		return nil, nil, errNoTable
	}
	rest = rest[len(firstLine(rest))+1:]
	if len(rest) < n*entry {
		return nil, nil, errNoTable
	}
	for number := 1; number < n; number++ {
		at, err := strconv.Atoi(string(rest[number*entry : number*entry+10]))
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %w", errNoTable, err)
		}
		objects = append(objects, object{number, at})
	}
	slices.SortFunc(objects, func(a, b object) int { return cmp.Compare(a.at, b.at) })
	return objects, rest[n*entry:], nil
}

func firstLine(text []byte) string {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return string(line)
}

// packer writes a file anew.
type packer struct {
	trailer []byte
	pages   [][]byte // the streams that are not written yet, in their order
	content int      // the number of the object the next one belongs to; 0 for none
	out     bytes.Buffer
	squeeze *squeezer
}

func (p *packer) pack(pdf []byte, table int, objects []object) ([]byte, error) {
	if len(objects) == 0 || objects[0].at < 0 || objects[len(objects)-1].at > table {
		return nil, errNoTable
	}
	offsets := make([]int, len(objects)+1)
	p.out.Grow(len(pdf) / 4)
	p.out.Write(pdf[:objects[0].at])
	for i, o := range objects {
		end := table
		if i+1 < len(objects) {
			end = objects[i+1].at
		}
		offsets[o.number] = p.out.Len()
		if err := p.object(o.number, pdf[o.at:end]); err != nil {
			return nil, err
		}
	}
	table = p.out.Len()
	fmt.Fprintf(&p.out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets))
	for _, at := range offsets[1:] {
		fmt.Fprintf(&p.out, "%010d 00000 n \n", at)
	}
	p.out.Write(p.trailer)
	fmt.Fprintf(&p.out, "startxref\n%d\n%%%%EOF\n", table)
	return p.out.Bytes(), nil
}

// object writes one object, with its stream compressed where it has one that is not.
func (p *packer) object(number int, object []byte) error {
	if number == p.content && len(p.pages) > 0 {
		fmt.Fprintf(&p.out, "%d 0 obj\n<<", number)
		p.stream(p.pages[0])
		p.out.WriteString("\nendstream\nendobj\n")
		p.pages, p.content = p.pages[1:], 0
		return nil
	}
	if bytes.Contains(object[:min(len(object), pageHead)], []byte(" 0 obj\n<</Type /Page\n")) {
		return p.page(object)
	}
	dictionary, data, found := bytes.Cut(object, []byte(">>\nstream\n"))
	before, length, measured := bytes.Cut(dictionary, []byte("/Length "))
	n, err := strconv.Atoi(string(bytes.TrimRight(length, " ")))
	if !found || !measured || err != nil || n > len(data) || bytes.Contains(dictionary, []byte("/Filter")) || p.isInfo(number) {
		p.out.Write(object)
		return nil
	}
	squeezed, err := p.squeeze.bytes(data[:n])
	if err != nil {
		return err
	}
	p.out.Write(before)
	p.stream(squeezed)
	p.out.Write(data[n:])
	return nil
}

// pageHead is within how many bytes a page says that it is one.
const pageHead = 40

// page writes what a page is, without the group it has for what shines through, which nothing does, and minds what object its content is.
func (p *packer) page(object []byte) error {
	head, rest, grouped := bytes.Cut(object, []byte("/Group <</Type /Transparency"))
	_, contents, found := bytes.Cut(object, []byte("/Contents "))
	number, _, _ := bytes.Cut(contents, []byte(" "))
	content, err := strconv.Atoi(string(number))
	if !found || err != nil {
		return errNoTable
	}
	p.content = content
	if !grouped {
		p.out.Write(object)
		return nil
	}
	_, rest, _ = bytes.Cut(rest, []byte("\n"))
	p.out.Write(head)
	p.out.Write(rest)
	return nil
}

// isInfo tells of what the file says of itself, which is a text of the owner's, in which anything may stand.
func (p *packer) isInfo(number int) bool {
	return bytes.Contains(p.trailer, fmt.Appendf(nil, "/Info %d 0 R", number))
}

// stream ends a dictionary with what a compressed stream is, and writes it.
func (p *packer) stream(squeezed []byte) {
	fmt.Fprintf(&p.out, "/Filter /FlateDecode /Length %d>>\nstream\n", len(squeezed))
	p.out.Write(squeezed)
}

// squeezer compresses one stream after another.
type squeezer struct {
	out    bytes.Buffer
	writer *zlib.Writer
}

func newSqueezer() (*squeezer, error) {
	s := new(squeezer)
	var err error
	s.writer, err = zlib.NewWriterLevel(&s.out, zlib.DefaultCompression)
	return s, err
}

// bytes gives data compressed, up to the next call.
func (s *squeezer) bytes(data []byte) ([]byte, error) {
	s.out.Reset()
	s.writer.Reset(&s.out)
	if _, err := s.writer.Write(data); err != nil {
		return nil, err
	}
	if err := s.writer.Close(); err != nil {
		return nil, err
	}
	return s.out.Bytes(), nil
}
