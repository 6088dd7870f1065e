package views

import (
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/docs/guide"
	"goodturn/models"
	"goodturn/views/kit"
)

// guideScreen is the guide: its pages at the left, found by their words, and the one that is read at the right.
type guideScreen struct {
	w       *Window
	index   guideIndex
	find    *kit.FilterEntry
	lines   []guideLine // as listed
	list    *kit.List
	reader  *kit.Reader
	both    *kit.Panes
	pages   *kit.Button // to the list, where there is room for list or page only
	content fyne.CanvasObject
	shown   string   // the page that is read, by its name
	before  []readAt // those that led to it by a link, the first first
	from    Place    // where the guide was opened
	// headings are those of the page that is read, by what links call them.
	headings map[string]fyne.CanvasObject
}

// readAt is a page and how far down it was read.
type readAt struct {
	name   string
	offset float32
}

func newGuide(w *Window) *guideScreen {
	s := &guideScreen{w: w, index: newGuideIndex(guide.Pages(kit.SpokenLanguage().Code)), reader: kit.NewReader(), from: PlaceToday}
	s.reader.SetName(kit.T("place.guide"))
	s.lines = s.index.lines("")
	s.find = kit.NewFilterEntry(kit.T("guide.find"))
	s.find.OnTyped = s.onTyped
	s.find.OnList = func() { w.canvas().Focus(s.list) }
	s.find.OnEnter = s.toPage
	s.list = kit.NewList(func() int { return len(s.lines) }, newLineRow, s.bind)
	s.list.OnSelected = s.onSelected
	s.list.OnActivated = func(int) { s.toPage() }
	s.list.OnClicked = func(int) { s.both.ShowDetail() }
	s.list.OnTyped = func(r rune) { kit.TypeInto(s.find, r) }
	left := kit.VStack(10, s.find, kit.Grow(kit.CardFilled(s.list)))
	s.both = kit.NewPanes(left, kit.CardFilled(s.reader), 300, 420)
	s.both.OnAlone = s.onAlone
	s.pages = kit.NewButton(kit.T("guide.pages"), s.toList).Hint(kit.T("wanted.back.key"))
	s.pages.Hide()
	back := kit.NewButton(kit.T("guide.back"), s.onBack).Hint(kit.ShortcutText(kit.BackShortcut()))
	head := kit.PageHead(kit.Title(kit.T("place.guide")), kit.Quiet(kit.T("guide.subtitle")), s.pages, back)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, kit.Grow(s.both)))
	return s
}

// Title is what the menu calls the page.
func (s *guideScreen) Title() string { return kit.T("place.guide") }

// Content is what the window shows.
func (s *guideScreen) Content() fyne.CanvasObject { return s.content }

// Uses is false of everything: the guide tells nothing of the shop.
func (s *guideScreen) Uses(models.Kind) bool { return false }

// Reload has nothing to read anew: the pages are built into the program.
func (s *guideScreen) Reload() error { return nil }

// FocusFirst puts the keyboard on the page. Until another screen is shown, Escape leads from there to the list.
func (s *guideScreen) FocusFirst() {
	s.w.layer.OnEscape = s.toList
	s.toPage()
}

// Leave gives Escape back.
func (s *guideScreen) Leave() { s.w.layer.OnEscape = nil }

func (s *guideScreen) toList() {
	s.both.ShowList()
	s.w.canvas().Focus(s.list)
}

func (s *guideScreen) toPage() {
	s.both.ShowDetail()
	s.w.canvas().Focus(s.reader)
}

// onAlone offers the way to the list where the page stands alone.
func (s *guideScreen) onAlone(alone bool) {
	s.pages.Hidden = !alone
	s.content.Refresh()
}

// open shows a page as somebody who asks for it from outside: what was read before is behind them. "" is the one shown last.
func (s *guideScreen) open(name string) {
	if name == "" {
		name = s.shown
	}
	s.before = nil
	if s.find.Text != "" {
		s.find.SetText("") // shows all pages again
	}
	s.show(name)
}

// show shows a page, the first where there is none of that name, and marks it in the list.
func (s *guideScreen) show(name string) {
	page := s.index.pages[max(s.index.at(name), 0)]
	s.shown = page.Name
	drawing := guideDrawing{typed: s.marked(), onLink: s.onLink, onPicture: s.enlarge, pictureRoom: s.reader.PictureRoom}
	content, headings := drawing.page(page)
	s.headings = headings
	s.reader.SetPage(content)
	for i, line := range s.lines {
		if line.page != nil && line.page.Name == page.Name {
			s.list.Select(i)
		}
	}
}

// marked is what is marked in the page: what is typed, once it is more than a letter or two, which stand everywhere.
func (s *guideScreen) marked() string {
	if len([]rune(s.find.Text)) < 3 {
		return ""
	}
	return s.find.Text
}

// onLink follows a link within a page: to another page, or a heading of one, or out of the program.
func (s *guideScreen) onLink(target string) {
	file, anchor, _ := strings.Cut(target, "#")
	if name := strings.TrimSuffix(file, ".md"); s.index.at(name) >= 0 {
		s.before = append(s.before, readAt{s.shown, s.reader.Offset()})
		s.show(name)
		s.toPage()
		if heading, ok := s.headings[anchor]; ok {
			s.reader.ReadFrom(heading)
		}
		return
	}
	s.w.browse(target)
}

// onBack goes back to where the link stood that was followed, else to where the guide was opened.
func (s *guideScreen) onBack() {
	last := len(s.before) - 1
	if last < 0 {
		s.w.Show(s.from)
		return
	}
	back := s.before[last]
	s.before = s.before[:last]
	s.show(back.name)
	s.reader.ScrollTo(back.offset)
}

// onTyped lists the pages that have the words, and shows the first.
func (s *guideScreen) onTyped(text string) {
	s.lines = s.index.lines(text)
	s.list.Reset()
	switch {
	case len(s.lines) == 0:
		s.lines = []guideLine{{heading: kit.T("guide.nothing")}}
		s.list.Reset()
	case strings.TrimSpace(text) == "":
		s.show(s.shown)
	default:
		s.show(s.lines[0].page.Name)
	}
}

func (s *guideScreen) onSelected(i int) {
	if page := s.lines[i].page; page != nil && page.Name != s.shown {
		s.before = nil
		s.show(page.Name)
	}
}

func (s *guideScreen) bind(i int, o fyne.CanvasObject) {
	line := s.lines[i]
	content := kit.RowContent{Title: kit.RichT("help.heading", "Text", line.heading)}
	if line.page != nil {
		content.Title = kit.Escape(line.page.Title)
	}
	o.(*kit.Row).Set(content)
}
