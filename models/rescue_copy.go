package models

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"gorm.io/gorm"
)

// The places in SQLite's header that a rescue mends (sqlite.org/fileformat.html, 1.3).
const (
	headerMagic     = "SQLite format 3\x00"
	headerSize      = 100
	atPageSize      = 16
	atFormats       = 18
	atChangeCounter = 24
	atPageCount     = 28
	atFreelist      = 32
	atSchemaFormat  = 44
	atVacuumRoot    = 52
	atEncoding      = 56
	atVacuumMode    = 64
	atValidFor      = 92
)

// mendedCopy copies the damaged file to scratch, with noughts where the disk gives nothing, and mends in the copy what
// keeps SQLite from reading anything: an unfinished change, the header, and where that is not enough where its tables
// begin, as fresh, a new shop file, says it.
func mendedCopy(ctx context.Context, damaged, scratch, fresh string) error {
	if err := copyReadable(ctx, damaged, scratch); err != nil {
		return err
	}
	err := copyReadable(ctx, damaged+"-journal", scratch+"-journal")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	rollBack(scratch)
	if err := mendHeader(scratch); err != nil {
		return err
	}
	if readable(scratch) {
		return nil
	}
	return graft(ctx, scratch, fresh)
}

// copyReadable copies block by block and goes on behind a block that cannot be read.
func copyReadable(ctx context.Context, from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("%w (%w)", problem("file", "file.cannotOpen", "Path", from), err)
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return cannotWrite(to, err)
	}
	defer out.Close()
	block := make([]byte, 64<<10)
	for at := int64(0); at < info.Size(); at += int64(len(block)) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		clear(block)
		n, err := in.ReadAt(block, at)
		if err != nil && err != io.EOF {
			n = int(min(int64(len(block)), info.Size()-at))
		}
		if _, err := out.WriteAt(block[:n], at); err != nil {
			return cannotWrite(to, err)
		}
	}
	return out.Close()
}

// rollBack lets SQLite take back an unfinished change by the journal beside the copy. What it cannot do is no loss.
func rollBack(scratch string) {
	readable(scratch)
	os.Remove(scratch + "-journal")
}

// readable tells whether SQLite can read which tables there are, and knows ours.
func readable(path string) bool {
	var tables int
	err := apart(context.Background(), path, "rw", time.Now, func(db *gorm.DB) error {
		return db.Raw("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('customer', 'visit', 'contact')").Row().Scan(&tables)
	})
	return err == nil && tables > 0
}

// mendHeader writes the first 100 bytes as every shop file has them, and makes the file as long as they say.
func mendHeader(path string) error {
	data, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer data.Close()
	info, err := data.Stat()
	if err != nil {
		return err
	}
	header := make([]byte, headerSize)
	if _, err := data.ReadAt(header, 0); err != nil {
		return fmt.Errorf("%w (%w)", problem("file", "file.beyondRescue"), err)
	}
	pageSize := pageSizeOf(header, data, info.Size())
	pages := (info.Size() + pageSize - 1) / pageSize
	told := int64(binary.BigEndian.Uint32(header[atPageCount:]))
	if bytes.HasPrefix(header, []byte(headerMagic)) && told > pages && told < 4*pages {
		pages = told // cut off: the rows of its last pages are known to the indexes still
	}
	copy(header, headerMagic)
	binary.BigEndian.PutUint16(header[atPageSize:], uint16(pageSize%65536|pageSize/65536))
	copy(header[atFormats:], []byte{1, 1, 0, 64, 32, 32})
	binary.BigEndian.PutUint32(header[atPageCount:], uint32(pages))
	clear(header[atFreelist : atFreelist+8])
	binary.BigEndian.PutUint32(header[atSchemaFormat:], 4)
	clear(header[atVacuumRoot : atVacuumRoot+4])
	binary.BigEndian.PutUint32(header[atEncoding:], 1)
	clear(header[atVacuumMode : atVacuumMode+4])
	copy(header[atValidFor:atValidFor+4], header[atChangeCounter:])
	if _, err := data.WriteAt(header, 0); err != nil {
		return err
	}
	return data.Truncate(pages * pageSize)
}

// pageSizeOf gives the header's page size where it can be one, else the one at whose steps most pages begin as pages of
// a tree do.
func pageSizeOf(header []byte, data io.ReaderAt, size int64) int64 {
	told := int64(binary.BigEndian.Uint16(header[atPageSize:]))
	if told == 1 {
		told = 65536
	}
	if bytes.HasPrefix(header, []byte(headerMagic)) && told >= 512 && told&(told-1) == 0 {
		return told
	}
	best, most := int64(4096), -1.0
	for pageSize := int64(512); pageSize <= 65536; pageSize *= 2 {
		trees, pages := 0, 0
		for at := pageSize; at < size; at += pageSize {
			kind := make([]byte, 1)
			if _, err := data.ReadAt(kind, at); err == nil && isTree(kind[0]) {
				trees++
			}
			pages++
		}
		// A larger page fits wherever a smaller one does: it has to fit better, and one of a size that no new shop file
		// has about twice as well.
		better := 0.05
		if pageSize > freshPage {
			better = 0.3
		}
		if pages > 0 && float64(trees)/float64(pages) >= most+better {
			best, most = pageSize, float64(trees)/float64(pages)
		}
	}
	return best
}

// isTree tells whether a page that begins so is one of a table's or an index's tree (sqlite.org/fileformat.html, 1.6).
func isTree(kind byte) bool { return kind == 2 || kind == 5 || kind == 10 || kind == 13 }
