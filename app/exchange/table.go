package exchange

import (
	"bufio"
	"io"
	"strings"

	"goodturn/models"
)

// Row is one row of a file, or one vCard.
type Row struct {
	Line    int               // where in the file it begins, from 1
	Cells   []string          // of a table
	Card    *models.ImportRow // of vCards: what it tells, which needs no mapping
	Problem error             // why it cannot be read, where it cannot

	spent  string   // of our own vCards: an amount, whose currency Mapping knows
	unread []unread // what it tells beside that
}

// isEmpty tells whether nothing stands in the row.
func (r Row) isEmpty() bool {
	for _, cell := range r.Cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return r.Card == nil && r.Problem == nil
}

// csvReader reads CSV as people have it (RFC 4180, and what is written besides): cells in quotation marks with line
// breaks, quotation marks that begin no such cell, every kind of line end, noughts.
type csvReader struct {
	in   *bufio.Reader
	sep  rune
	line int // the line that is read now
	cell strings.Builder
	row  Row
	size int // bytes of the row so far
}

// newCSV reads UTF-8 text; a first line "sep=;" is Excel's own and is skipped.
func newCSV(in io.Reader, sep rune) *csvReader {
	r := &csvReader{in: bufio.NewReaderSize(in, 64<<10), sep: sep, line: 1}
	if head, _ := r.in.Peek(7); isSepLine(string(head)) {
		_, _ = r.in.ReadString('\n') // seven signs at most, and an end of the file shows at the next read
		r.line++
	}
	return r
}

// isSepLine tells whether a text begins with Excel's line about the separator.
func isSepLine(head string) bool {
	if len(head) < 6 || !strings.EqualFold(head[:4], "sep=") {
		return false
	}
	return head[5] == '\n' || head[5] == '\r'
}

// next gives the next row, io.EOF after the last, or the Problem of a row that is too much.
func (r *csvReader) next() (Row, error) {
	r.row, r.size = Row{Line: r.line}, 0
	for {
		end, err := r.readCell()
		if err != nil {
			return Row{}, err
		}
		if end == endOfFile && len(r.row.Cells) == 0 && r.cell.Len() == 0 && r.row.Problem == nil {
			return Row{}, io.EOF
		}
		if len(r.row.Cells) == maxColumns {
			return Row{}, trouble("columns", "Line", r.row.Line, "Most", maxColumns)
		}
		r.row.Cells = append(r.row.Cells, r.cell.String())
		r.cell.Reset()
		if end != endOfCell {
			return r.row, nil
		}
	}
}

// ending is what came after a cell.
type ending int

const (
	endOfCell ending = iota
	endOfRow
	endOfFile
)

// read gives the next sign, with every kind of line end as one '\n' and without noughts.
func (r *csvReader) read() (rune, error) {
	for {
		c, size, err := r.in.ReadRune()
		if err != nil {
			return 0, err
		}
		if r.size += size; r.size > maxRecord {
			return 0, trouble("longRow", "Line", r.row.Line)
		}
		switch c {
		case 0:
			continue
		case '\r':
			if next, _ := r.in.Peek(1); len(next) == 1 && next[0] == '\n' {
				continue
			}
			c = '\n'
		}
		if c == '\n' {
			r.line++
		}
		return c, nil
	}
}

// readCell reads one cell into r.cell.
func (r *csvReader) readCell() (ending, error) {
	c, err := r.read()
	if err == nil && c == '"' {
		return r.readQuoted()
	}
	return r.readPlain(c, err)
}

// readPlain reads on from sign c until the cell ends.
func (r *csvReader) readPlain(c rune, err error) (ending, error) {
	for ; err == nil; c, err = r.read() {
		switch c {
		case r.sep:
			return endOfCell, nil
		case '\n':
			return endOfRow, nil
		}
		r.cell.WriteRune(c)
	}
	return r.ended(err)
}

func (r *csvReader) ended(err error) (ending, error) {
	if err == io.EOF {
		return endOfFile, nil
	}
	if _, ours := models.IsProblem(err); !ours {
		err = because(trouble("unreadable"), err)
	}
	return endOfFile, err
}

// readQuoted reads a cell that began with a quotation mark. Where something follows the mark that should end it, the
// marks belong to the text: "Bob" Smith.
func (r *csvReader) readQuoted() (ending, error) {
	for {
		c, err := r.read()
		if err == io.EOF {
			r.row.Problem = trouble("openQuote", "Line", r.row.Line)
			return endOfFile, nil
		}
		if err != nil {
			return r.ended(err)
		}
		if c != '"' {
			r.cell.WriteRune(c)
			continue
		}
		c, err = r.read()
		switch {
		case err == io.EOF:
			return endOfFile, nil
		case err != nil:
			return r.ended(err)
		case c == '"':
			r.cell.WriteRune('"')
		case c == r.sep:
			return endOfCell, nil
		case c == '\n':
			return endOfRow, nil
		default:
			text := r.cell.String()
			r.cell.Reset()
			r.cell.WriteString(`"` + text + `"`)
			return r.readPlain(c, nil)
		}
	}
}
