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

// packed gives a file as fpdf writes it without compression with every stream compressed. fpdf would do it, but makes a compressor of
// more than a megabyte anew for each page and each shape, which takes longer than all else, and squeezes less.
func packed(pdf []byte) ([]byte, error) {
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
	p := packer{trailer: trailer}
	p.squeeze, err = zlib.NewWriterLevel(&p.data, zlib.DefaultCompression)
	if err != nil {
		return nil, err
	}
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
	out     bytes.Buffer
	data    bytes.Buffer // a stream that is being compressed
	squeeze *zlib.Writer
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

// object writes one object, with its stream compressed where it has one that is not. What the file says of itself is a text of the
// owner's, in which anything may stand.
func (p *packer) object(number int, object []byte) error {
	dictionary, data, found := bytes.Cut(object, []byte(">>\nstream\n"))
	before, length, measured := bytes.Cut(dictionary, []byte("/Length "))
	n, err := strconv.Atoi(string(bytes.TrimRight(length, " ")))
	info := fmt.Appendf(nil, "/Info %d 0 R", number)
	if !found || !measured || err != nil || n > len(data) || bytes.Contains(dictionary, []byte("/Filter")) || bytes.Contains(p.trailer, info) {
		p.out.Write(object)
		return nil
	}
	p.data.Reset()
	p.squeeze.Reset(&p.data)
	if _, err := p.squeeze.Write(data[:n]); err != nil {
		return err
	}
	if err := p.squeeze.Close(); err != nil {
		return err
	}
	p.out.Write(before)
	fmt.Fprintf(&p.out, "/Filter /FlateDecode /Length %d>>\nstream\n", p.data.Len())
	p.out.Write(p.data.Bytes())
	p.out.Write(data[n:])
	return nil
}
