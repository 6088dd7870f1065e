package models

import (
	"sync"

	"modernc.org/libc"
)

// SQLite takes its memory from an allocator that asks the system for blocks of 64 KiB, cuts each into pieces of one size, a power
// of two, and gives a block back to the system as soon as no piece of it is in use. A connection that opens and closes, or a statement
// that is prepared and done with, then has the system clear and map the same blocks again and again.
const (
	memoryBlock   = 64 << 10
	smallestPiece = 64
	largestPiece  = 16 << 10
	pagePiece     = 8 << 10 // a page of the file, with what SQLite keeps beside it
)

// holdMemory has SQLite keep some of its memory: of so many blocks for each size it holds one piece for good and gives the others
// back, and these are what SQLite takes next.
var holdMemory = sync.OnceFunc(func() {
	tls := libc.NewTLS()
	defer tls.Close()
	for piece := smallestPiece; piece <= largestPiece; piece *= 2 {
		blocks := 16
		if piece == pagePiece {
			blocks = 64
		}
		holdBlocks(tls, piece, blocks)
	}
})

// holdBlocks holds one piece in each of so many blocks. Where the system has no more memory it holds fewer.
func holdBlocks(tls *libc.TLS, piece, blocks int) {
	held, others := map[uintptr]bool{}, []uintptr{}
	for range blocks * memoryBlock / piece {
		at := libc.Xmalloc(tls, libc.Tsize_t(piece))
		if at == 0 {
			break
		}
		if block := at / memoryBlock; held[block] {
			others = append(others, at)
		} else {
			held[block] = true
		}
	}
	for _, at := range others {
		libc.Xfree(tls, at)
	}
}
