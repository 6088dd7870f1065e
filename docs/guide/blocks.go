package guide

import (
	"regexp"
	"strings"
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

// Block is a part of a page that stands by itself. Marks within its text stay as they are in Markdown.
type Block struct {
	Kind    Kind
	Level   int        // of a heading, from 1; how far in a bullet or step stands, from 0
	Mark    string     // before a step: "1."
	Text    string     // of a picture, what it shows
	Address string     // of a picture
	Rows    [][]string // of a table, its head first
}

var (
	picture = regexp.MustCompile(`^!\[([^\]]*)\]\(([^)]*)\)$`)
	item    = regexp.MustCompile(`^( *)(-|\d+\.) (.*)$`)
	rule    = regexp.MustCompile(`^\|[-| :]+\|$`)
)

// Blocks takes a page apart.
func Blocks(text string) []Block {
	var blocks []Block
	open := false // whether the next line may go on with the last block
	for _, line := range strings.Split(text, "\n") {
		bare := strings.TrimSpace(line)
		if bare == "" {
			open = false
			continue
		}
		next, begins := begin(line)
		switch last := len(blocks) - 1; {
		case rule.MatchString(bare):
		case open && strings.HasPrefix(bare, "|"):
			blocks[last].Rows = append(blocks[last].Rows, cells(bare))
		case open && !begins:
			blocks[last].Text += " " + bare
		default:
			blocks = append(blocks, next)
			open = next.Kind != Heading && next.Kind != Image
		}
	}
	return blocks
}

// begin reads a line as the first of a block, and tells whether it can be nothing else.
func begin(line string) (b Block, begins bool) {
	bare := strings.TrimSpace(line)
	if words := strings.TrimLeft(bare, "#"); words != bare {
		return Block{Kind: Heading, Level: len(bare) - len(words), Text: strings.TrimSpace(words)}, true
	}
	if m := picture.FindStringSubmatch(bare); m != nil {
		return Block{Kind: Image, Text: m[1], Address: m[2]}, true
	}
	if m := item.FindStringSubmatch(line); m != nil {
		b = Block{Kind: Bullet, Level: len(m[1]) / 2, Text: m[3]}
		if m[2] != "-" {
			b.Kind, b.Mark = Step, m[2]
		}
		return b, true
	}
	if strings.HasPrefix(bare, "|") {
		return Block{Kind: Table, Rows: [][]string{cells(bare)}}, true
	}
	return Block{Kind: Paragraph, Text: bare}, false
}

// cells are those of a line of a table.
func cells(line string) []string {
	parts := strings.Split(strings.Trim(line, "|"), "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
