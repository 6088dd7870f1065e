package exchange

import (
	"context"
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"

	"goodturn/models"
)

// errEnough ends a reading that has seen what it wanted; it goes no further than the one who began it.
var errEnough = errors.New("enough rows")

// Read gives the rows of the file one by one, without empty ones and without the header, in memory that does not
// grow with the file. A row that cannot be read carries its Problem. It ends early with the error row gives, with
// that of ctx, or with the Problem (Field "file") of a file that cannot be read further.
func Read(ctx context.Context, path string, format Format, row func(Row) error) error {
	first := format.Header && format.Kind != KindCards
	return readAll(ctx, path, format, func(r Row) error {
		if first {
			first = false
			return nil
		}
		return row(r)
	})
}

// readAll is Read with the header as the first row.
func readAll(ctx context.Context, path string, format Format, row func(Row) error) error {
	file, err := open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	rows := 0
	counted := func(r Row) error {
		if rows++; rows > maxRows {
			return trouble("rows", "Most", maxRows)
		}
		return row(r)
	}
	switch format.Kind {
	case KindExcel:
		return readExcel(ctx, file, format, counted)
	case KindCards:
		return readCards(ctx, format.Encoding.decode(file), counted)
	}
	return readCSV(ctx, newCSV(format.Encoding.decode(file), format.Separator), counted)
}

func readCSV(ctx context.Context, in *csvReader, row func(Row) error) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		r, err := in.next()
		if err == io.EOF {
			return nil
		}
		if err == nil && !r.isEmpty() {
			err = row(r)
		}
		if err != nil {
			return err
		}
	}
}

// People gives what each row of the file tells of a person, for Store.ImportCustomers. An error, Problem or not, is
// the last that comes.
func People(ctx context.Context, path string, format Format, mapping Mapping) iter.Seq2[models.ImportRow, error] {
	return func(yield func(models.ImportRow, error) bool) {
		err := Read(ctx, path, format, func(r Row) error {
			if !yield(mapping.Person(r), nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(models.ImportRow{}, err)
		}
	}
}

// unscientific writes a whole number in full that Excel shows as 4.41716E+11: it is a phone number, for who would
// have so many of anything else.
func unscientific(cell string) string {
	if !strings.Contains(cell, "E+") || len(cell) > 30 {
		return cell
	}
	number, err := strconv.ParseFloat(cell, 64)
	if err != nil || number < 0 || number > 1e17 || number != float64(int64(number)) {
		return cell
	}
	return strconv.FormatInt(int64(number), 10)
}
