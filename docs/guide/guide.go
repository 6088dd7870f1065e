// Package guide is what the owner reads about the program: one short page for each thing they want to do, in Markdown, so that it is read
// here as well as inside the program. README.md names the pages in their order. A folder such as de/ holds the pages of another language;
// what is not there is read in English.
package guide

import (
	"embed"
	"io/fs"
	"path"
	"strings"
)

//go:embed *.md */*.md pictures/*.png
var files embed.FS

// Page is one page of the guide.
type Page struct {
	Name    string // of its file, without the .md
	Title   string // as the table of contents names it
	Group   string // the heading it stands under there
	Text    string // Markdown, with its title as the first line
	English bool   // it is in English, though another language was asked for
}

// contents is the file that names the pages, in their order.
const contents = "README.md"

// Pages gives every page in the order of the table of contents, in a language given by its code, such as "de". What is not written in it
// is in English, and says so.
func Pages(language string) []Page {
	folder := "."
	if language != "en" {
		folder = language
	}
	text, _ := read(folder, contents)
	var pages []Page
	group := ""
	for _, line := range strings.Split(text, "\n") {
		if heading, ok := strings.CutPrefix(line, "## "); ok {
			group = heading
		}
		if title, file, ok := entry(line); ok {
			page := Page{Name: strings.TrimSuffix(file, ".md"), Title: title, Group: group}
			page.Text, page.English = read(folder, file)
			pages = append(pages, page)
		}
	}
	return pages
}

// entry reads a line of the table of contents: "- [Customers](customers.md)".
func entry(line string) (title, file string, ok bool) {
	words, isItem := strings.CutPrefix(line, "- [")
	title, rest, closed := strings.Cut(words, "](")
	file, _, ended := strings.Cut(rest, ")")
	return title, file, isItem && closed && ended
}

// read gives a file of a folder, or the English one where there is none.
func read(folder, name string) (text string, english bool) {
	if body, err := fs.ReadFile(files, path.Join(folder, name)); err == nil {
		return string(body), false
	}
	body, err := fs.ReadFile(files, name)
	if err != nil {
		return "", true // a page that the contents name and nobody wrote: a test tells of it
	}
	return string(body), true
}

// Picture gives a picture as PNG by the address a page has it under, from whichever folder the page is.
func Picture(address string) ([]byte, error) {
	return fs.ReadFile(files, path.Join("pictures", path.Base(address)))
}
