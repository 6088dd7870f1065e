package guide

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// Kind is what a block of a page is.
type Kind int

// The kinds of blocks that the pages are made of.
const (
	Paragraph Kind = iota
	Heading
	Bullet
	Step
	Table
	Image
)

// Block is a part of a page that stands by itself.
type Block struct {
	Kind    Kind
	Level   int       // of a heading, from 1; how far in a bullet or step stands, from 0
	Mark    string    // before a step: "1."
	Words   Words     // of an image, what it shows
	Address string    // of an image
	Rows    [][]Words // of a table, its head first
}

// Anchor is what a link calls a heading, behind its "#", as GitHub does: in small letters, with "-" for a blank, and without marks.
func (b Block) Anchor() string { return strings.Map(anchorRune, strings.ToLower(b.Words.String())) }

// anchorRune is what stands for r in an anchor; -1 for nothing.
func anchorRune(r rune) rune {
	switch {
	case r == ' ':
		return '-'
	case r == '-', r == '_', unicode.In(r, unicode.L, unicode.M, unicode.N):
		return r
	}
	return -1
}

// reader reads Markdown as GitHub does, as far as the pages need it.
var reader = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

// Blocks takes a page apart.
func Blocks(page string) []Block {
	b := &blocks{source: []byte(page)}
	b.children(reader.Parse(text.NewReader(b.source)))
	return b.found
}

// blocks are those found so far.
type blocks struct {
	source []byte
	found  []Block
}

func (b *blocks) add(block Block) { b.found = append(b.found, block) }

func (b *blocks) children(of ast.Node) {
	for node := of.FirstChild(); node != nil; node = node.NextSibling() {
		b.node(node)
	}
}

func (b *blocks) node(node ast.Node) {
	switch node := node.(type) {
	case *ast.Heading:
		b.add(Block{Kind: Heading, Level: node.Level, Words: b.words(node)})
	case *ast.List:
		b.list(node, 0)
	case *table.Table:
		b.table(node)
	default:
		if image, ok := node.FirstChild().(*ast.Image); ok {
			b.add(Block{Kind: Image, Words: b.words(image), Address: string(image.Destination)})
			return
		}
		b.add(Block{Words: b.words(node)})
	}
}

// list adds the points of a list, and those of the lists within it.
func (b *blocks) list(list *ast.List, level int) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		point := Block{Kind: Bullet, Level: level}
		if list.IsOrdered() {
			point.Kind, point.Mark = Step, fmt.Sprintf("%d.", number)
			number++
		}
		for part := item.FirstChild(); part != nil; part = part.NextSibling() {
			if inner, ok := part.(*ast.List); ok {
				b.list(inner, level+1)
				continue
			}
			point.Words = b.words(part)
			b.add(point)
		}
	}
}

func (b *blocks) table(of ast.Node) {
	var rows [][]Words
	for row := of.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Words
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, b.words(cell))
		}
		rows = append(rows, cells)
	}
	b.add(Block{Kind: Table, Rows: rows})
}

// words reads what stands in a block.
func (b *blocks) words(block ast.Node) Words {
	var w Words
	b.into(&w, block, Run{})
	return w
}

// into adds the words below a node, in the style of what is around them.
func (b *blocks) into(w *Words, of ast.Node, style Run) {
	for node := of.FirstChild(); node != nil; node = node.NextSibling() {
		inner := style
		switch node := node.(type) {
		case *ast.Text:
			inner.Text = string(node.Value(b.source))
			if node.SoftLineBreak() {
				inner.Text += " "
			}
			w.add(inner)
			continue
		case *ast.Emphasis:
			inner.Strong = style.Strong || node.Level == 2
			inner.OnScreen = style.OnScreen || node.Level == 1
		case *ast.Link:
			inner.Link = string(node.Destination)
		}
		b.into(w, node, inner)
	}
}

// Run is a stretch of words in one style.
type Run struct {
	Text     string
	Strong   bool   // **so**
	OnScreen bool   // *so*: it stands on the screen in just these words
	Link     string // where it leads; "" for nowhere
}

// Words are the runs of a text.
type Words []Run

// add adds a run, to the last one where that has its style.
func (w *Words) add(run Run) {
	if last := len(*w) - 1; last >= 0 {
		before := (*w)[last]
		before.Text = run.Text
		if before == run {
			(*w)[last].Text += run.Text
			return
		}
	}
	*w = append(*w, run)
}

// String is the text without its styles.
func (w Words) String() string {
	var b strings.Builder
	for _, run := range w {
		b.WriteString(run.Text)
	}
	return b.String()
}
