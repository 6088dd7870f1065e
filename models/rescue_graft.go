package models

import (
	"context"
	"encoding/binary"
	"os"
	"time"

	"gorm.io/gorm"
)

// graft puts what says where the tables begin in place of the pages that said so and cannot be read any more. A new shop
// file knows it: tables begin at the same pages in each that was not written anew since it was made, and at others,
// again the same, in each that was, as a backup is and a file somebody was erased from. It takes what more rows make
// sense under; where none does, the file is the Problem "file.beyondRescue".
func graft(ctx context.Context, scratch, fresh string) error {
	anew := fresh + ".anew"
	defer removeShop(anew)
	if _, err := CopyFile(ctx, fresh, anew); err != nil {
		return err
	}
	info, err := os.Stat(scratch)
	if err != nil {
		return err
	}
	best, most := "", -1
	for _, source := range []string{fresh, anew} {
		if err := graftSchema(scratch, source, info.Size()); err != nil {
			return err
		}
		if n := sensible(ctx, scratch); readable(scratch) && n > most {
			best, most = source, n
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if best == "" {
		return problem("file", "file.beyondRescue")
	}
	return graftSchema(scratch, best, info.Size())
}

// sensibleRows are tables of which a row tells by itself whether it is one.
var sensibleRows = []string{
	"SELECT state IN ('active', 'archived', 'merged', 'erased') AND typeof(created_at) = 'integer' FROM customer NOT INDEXED",
	"SELECT state IN ('open', 'completed', 'cancelled') AND typeof(at) = 'integer' FROM visit NOT INDEXED",
	"SELECT kind IN ('phone', 'email') FROM contact NOT INDEXED",
}

// sensible counts the rows that make sense, each table up to where it cannot be read.
func sensible(ctx context.Context, path string) (n int) {
	for _, query := range sensibleRows {
		// What ends it is the damage: the rows before it count.
		_ = apart(ctx, path, "rw", time.Now, func(db *gorm.DB) error {
			rows, err := db.Raw(query).Rows()
			if err != nil {
				return err
			}
			defer rows.Close()
			for rows.Next() {
				var makesSense bool
				if rows.Scan(&makesSense) == nil && makesSense {
					n++
				}
			}
			return rows.Err()
		})
	}
	return n
}

// freshPage is the page size of new shop files.
const freshPage = 4096

// graftSchema writes the first page of the file named fresh over that of the one at path, behind its header, and the pages
// below it behind its end, where they overwrite nothing: size is where that was before anything was grafted.
func graftSchema(path, fresh string, size int64) error {
	source, err := os.ReadFile(fresh)
	if err != nil {
		return err
	}
	data, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer data.Close()
	// A file that was cut off must not end before its tables begin.
	pages := uint32((max(size, int64(len(source))) + freshPage - 1) / freshPage)
	first := append([]byte(nil), source[headerSize:freshPage]...)
	for _, at := range childrenOfFirst(source) {
		page := int64(binary.BigEndian.Uint32(source[at:]))
		if _, err := data.WriteAt(source[(page-1)*freshPage:page*freshPage], int64(pages)*freshPage); err != nil {
			return err
		}
		pages++
		binary.BigEndian.PutUint32(first[at-headerSize:], pages)
	}
	if _, err := data.WriteAt(first, headerSize); err != nil {
		return err
	}
	count := binary.BigEndian.AppendUint32(nil, pages)
	if _, err := data.WriteAt(count, atPageCount); err != nil {
		return err
	}
	return data.Truncate(int64(pages) * freshPage)
}

// childrenOfFirst gives where in the first page, an inner page of a table's tree, the numbers of the pages below it stand:
// the rightmost one's, and at the beginning of each cell that of the one left of it (sqlite.org/fileformat.html, 1.6).
func childrenOfFirst(data []byte) (places []int) {
	cells := int(binary.BigEndian.Uint16(data[headerSize+3:]))
	places = append(places, headerSize+8)
	for i := range cells {
		places = append(places, int(binary.BigEndian.Uint16(data[headerSize+12+2*i:])))
	}
	return places
}
