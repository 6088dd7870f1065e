package main_test

import (
	"encoding/json"
	"fmt"
	"image/png"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"goodturn/assets"
	"goodturn/docs/guide"
)

// TestTheGuideSaysWhatStandsOnTheScreen looks up what stands between two stars in a page, as in *Save*, among the texts of its language: it
// is on the screen as it is in the guide.
func TestTheGuideSaysWhatStandsOnTheScreen(t *testing.T) {
	for _, language := range assets.Whole {
		texts := screenTexts(t, language)
		for _, page := range guide.Pages(language) {
			if page.English {
				continue
			}
			for _, words := range quotedWords(page.Text) {
				if !texts.have(words) {
					t.Errorf("%s, %s: %q is no text of the program", language, page.Name, words)
				}
			}
		}
	}
}

// quotedWords are the texts of the screen that a page names. "Shop > Print…" is a menu and what stands in it.
func quotedWords(page string) (quoted []string) {
	for _, block := range guide.Blocks(page) {
		all := []guide.Words{block.Words}
		for _, row := range block.Rows {
			all = append(all, row...)
		}
		for _, run := range slices.Concat(all...) {
			if run.OnScreen {
				quoted = append(quoted, strings.Split(run.Text, " > ")...)
			}
		}
	}
	return quoted
}

// textsOnScreen are the texts of a language: those that stand as they are, and those with something in them, such as a name.
type textsOnScreen struct {
	whole   map[string]bool
	pattern []*regexp.Regexp
}

func (s textsOnScreen) have(words string) bool {
	if s.whole[bareText(words)] {
		return true
	}
	for _, pattern := range s.pattern {
		if pattern.MatchString(bareText(words)) {
			return true
		}
	}
	return false
}

var (
	badgeText = regexp.MustCompile(`\{[a-z]+\|([^}]*)\}`)
	linkText  = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	argument  = regexp.MustCompile(`\{\{[^}]*\}\}`)
	escaped   = regexp.MustCompile(`\\\{\\\{[^}]*\\\}\\\}`)
)

// bareText is a text without what the screen writes around it.
func bareText(text string) string {
	text = linkText.ReplaceAllString(badgeText.ReplaceAllString(text, "$1"), "$1")
	return strings.Trim(strings.NewReplacer("*", "", "_", "").Replace(text), "…:.· ")
}

// add adds a text, with what goes into it and without. One that is hardly more than that fits anything, and is left out.
func (s *textsOnScreen) add(text string) {
	if !strings.Contains(text, "{{") {
		s.whole[bareText(text)] = true
		return
	}
	said := bareText(argument.ReplaceAllString(text, ""))
	if len(said) < 4 {
		return
	}
	s.whole[said] = true
	inside := escaped.ReplaceAllString(regexp.QuoteMeta(bareText(text)), ".+")
	s.pattern = append(s.pattern, regexp.MustCompile("^"+inside+"$"))
}

// screenTexts reads the texts of a language.
func screenTexts(t *testing.T, language string) textsOnScreen {
	t.Helper()
	texts := textsOnScreen{whole: map[string]bool{}}
	files, err := fs.Glob(assets.Translations, path.Join("translations", language, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal(language, err)
	}
	for _, file := range files {
		body, err := fs.ReadFile(assets.Translations, file)
		if err != nil {
			t.Fatal(err)
		}
		var of map[string]any
		if err := json.Unmarshal(body, &of); err != nil {
			t.Fatal(file, err)
		}
		for _, text := range of {
			switch text := text.(type) {
			case string:
				texts.add(text)
			case map[string]any:
				for _, form := range text {
					texts.add(form.(string))
				}
			}
		}
	}
	return texts
}

// TestTheGuideIsWholeInEveryLanguage finds pages that are not there in a language, pages that lack a picture, a link or a part of the
// English one, and links to a heading that is called something else.
func TestTheGuideIsWholeInEveryLanguage(t *testing.T) {
	english := guide.Pages("en")
	for _, language := range assets.Whole {
		anchors := anchorsOf(guide.Pages(language))
		for i, page := range guide.Pages(language) {
			if page.English != english[i].English {
				t.Errorf("%s is not there in %s", page.Name, language)
			}
			if got, want := outline(page.Text), outline(english[i].Text); got != want {
				t.Errorf("%s, %s:\n%s, but in English\n%s", language, page.Name, got, want)
			}
			for _, link := range linksOf(page.Text) {
				if strings.Contains(link, "#") && !anchors[link] {
					t.Errorf("%s, %s: a link leads to %q", language, page.Name, link)
				}
			}
		}
	}
}

// anchorsOf are the addresses of all headings.
func anchorsOf(pages []guide.Page) map[string]bool {
	anchors := map[string]bool{}
	for _, page := range pages {
		for _, block := range guide.Blocks(page.Text) {
			if block.Kind == guide.Heading {
				anchors[page.Name+".md#"+block.Anchor()] = true
			}
		}
	}
	return anchors
}

// linksOf are the addresses that a page leads to, in their order.
func linksOf(page string) (links []string) {
	for _, block := range guide.Blocks(page) {
		for _, run := range slices.Concat(append(slices.Concat(block.Rows...), block.Words)...) {
			if run.Link != "" {
				links = append(links, run.Link)
			}
		}
	}
	return links
}

// outline is what a page has in every language: its blocks one after the other, its pictures, and the pages it leads to.
func outline(page string) string {
	var b strings.Builder
	for _, block := range guide.Blocks(page) {
		fmt.Fprint(&b, block.Kind, block.Level, len(block.Rows), path.Base(block.Address), " ")
	}
	var files []string
	for _, link := range linksOf(page) {
		file, _, _ := strings.Cut(link, "#")
		files = append(files, file)
	}
	slices.Sort(files)
	return b.String() + strings.Join(slices.Compact(files), " ")
}

// TestTheGuideIsWhole finds pages that the contents do not name, names without a page, and pictures nobody sees or that are too large to
// carry about.
func TestTheGuideIsWhole(t *testing.T) {
	named := map[string]bool{"README": true}
	all := ""
	for _, page := range guide.Pages("en") {
		if page.Text == "" || named[page.Name] {
			t.Errorf("the contents name %q, which is not there or stands twice", page.Name)
		}
		named[page.Name] = true
		all += page.Text
	}
	pages, _ := filepath.Glob("docs/guide/*.md")
	others, _ := filepath.Glob("docs/guide/*/*.md")
	for _, file := range append(pages, others...) {
		if !named[strings.TrimSuffix(filepath.Base(file), ".md")] {
			t.Errorf("the contents do not name %s", file)
		}
	}
	for _, block := range guide.Blocks(all) {
		if block.Kind == guide.Image {
			if _, err := guide.Picture(block.Address); err != nil {
				t.Error(err)
			}
		}
	}
	pictures, _ := filepath.Glob("docs/guide/pictures/*.png")
	total := int64(0)
	for _, file := range pictures {
		total += pictureSize(t, file)
		if !strings.Contains(all, "pictures/"+filepath.Base(file)) {
			t.Errorf("%s is on no page", file)
		}
	}
	if total > 1_500_000 {
		t.Errorf("the pictures come to %d bytes", total)
	}
}

// pictureSize is how many bytes a picture has, which can be read.
func pictureSize(t *testing.T, file string) int64 {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := png.DecodeConfig(f); err != nil {
		t.Errorf("%s: %v", file, err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 70_000 {
		t.Errorf("%s has %d bytes", file, info.Size())
	}
	return info.Size()
}

func TestQuotedWordsAreFound(t *testing.T) {
	got := strings.Join(quotedWords("# T\n\nPress *Save* *Yes*, **not** *Shop > Print…* or 5 \\* 6.\n\n| *A* | b |\n"), "|")
	if got != "Save|Yes|Shop|Print…|A" {
		t.Errorf("found %s", got)
	}
	texts := textsOnScreen{whole: map[string]bool{}}
	for _, text := range []string{"Print…", "Mark {{.N}} as thanked", "{{.Name}}"} {
		texts.add(text)
	}
	for words, want := range map[string]bool{"Print": true, "Mark 5 as thanked": true, "Mark as read": false, "Ann": false} {
		if texts.have(words) != want {
			t.Errorf("%q is found: %v", words, !want)
		}
	}
}
