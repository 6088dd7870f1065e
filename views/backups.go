package views

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/safekeep"
	"goodturn/models"
	"goodturn/views/kit"
)

// backupsScreen is every backup there is, wherever it lies: the list at the left, the chosen one at the right. It
// stands in the window's place of a shop file that does not open, too.
type backupsScreen struct {
	w       *Window
	stock   app.Stock
	found   map[string]error // what a check found, by the backup's path
	list    *kit.List
	closed  *fyne.Container // what folders could not be looked into
	place   *fyne.Container // list and card, or what stands there while there is no backup
	both    *kit.Panes
	now     *kit.Button // makes a backup
	back    *kit.Button // to the list, where there is room for list or card only
	card    *fyne.Container
	content fyne.CanvasObject
	chosen  string // its path
	stop    func() // ends the reading under way
}

// newBackups makes the page. leave is the way back where no shop file is open, nil in the window.
func newBackups(w *Window, leave func()) *backupsScreen {
	s := &backupsScreen{w: w, found: map[string]error{}, card: page(nil), place: page(nil), closed: kit.VStack(4), stop: func() {}}
	s.list = kit.NewList(func() int { return len(s.stock.Backups) }, func() fyne.CanvasObject { return kit.NewRow() }, s.bind).Ruled()
	s.list.OnSelected = s.onSelected
	s.list.OnClicked = func(int) { s.both.ShowDetail() } // in a window too narrow for both, the card is what was meant
	s.list.OnActivated = s.onActivated
	s.both = kit.NewPanes(kit.CardFilled(s.list), kit.Scroll(s.card), 380, 400)
	s.back = kit.NewButton(kit.T("backups.back"), s.onBack)
	s.back.Hide()
	s.both.OnAlone = s.onAlone
	other := kit.NewButton(kit.T("backups.other"), s.onOther)
	s.now = kit.NewButton("", func() { w.do("backup") }).Hint(w.shortcutText("backup"))
	last := s.now
	if leave != nil {
		last = kit.NewButton(kit.T("backups.leave"), leave)
	}
	head := kit.PageHead(kit.Title(kit.T("place.backups")), kit.Quiet(kit.T("backups.subtitle")), s.back, other, last)
	s.content = kit.Inset(22, 16, 22, 22, kit.VStack(12, head, s.closed, kit.Grow(s.place)))
	s.place.Objects = []fyne.CanvasObject{kit.CardFilled(kit.EmptyState(kit.T("backups.looking"), "", nil))}
	return s
}

// showBackupsInstead shows the backups of a shop whose file does not open.
func showBackupsInstead(w *Window, trouble error) {
	s := newBackups(w, func() { w.opened(trouble) })
	w.canvas().Unfocus() // the button that led here is gone
	w.layer.SetContent(kit.Over(kit.Ground(kit.ColorPaper, 0), s.content))
	w.Trouble(s.Reload())
}

// Title is what the page is called.
func (s *backupsScreen) Title() string { return kit.T("place.backups") }

// Content is what the window shows.
func (s *backupsScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what is counted: a backup is told by how it differs from now.
func (s *backupsScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindCustomer | models.KindVisit)
}

// FocusFirst puts the keyboard on the list.
func (s *backupsScreen) FocusFirst() {
	if len(s.stock.Backups) > 0 {
		s.w.canvas().Focus(s.list)
	}
}

// Reload looks into every folder anew, beside the window: one may lie on a slow stick or on the network.
func (s *backupsScreen) Reload() error {
	if s.w.app.Store != nil {
		s.now.SetText(s.w.backUpWord())
	}
	shelf, err := s.w.app.Shelf()
	if err != nil {
		return err
	}
	s.stop()
	var stock app.Stock
	read := func(ctx context.Context, _ func(done, total int)) (err error) {
		stock, err = shelf.Read(ctx)
		return err
	}
	s.stop = s.w.app.Run(read, app.Watch{Done: func(err error) { s.onRead(stock, err) }})
	return nil
}

func (s *backupsScreen) onRead(stock app.Stock, err error) {
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			s.w.Trouble(err)
		}
		return
	}
	first := len(s.stock.Backups) == 0
	s.stock = stock
	s.show()
	if s.w.canvas().Focused() == nil && first && !kit.SheetOpen(s.w.canvas()) && s.inFront() {
		s.FocusFirst()
	}
}

// inFront tells whether the page is the one that is shown.
func (s *backupsScreen) inFront() bool {
	return s.w.app.Store == nil || s.w.place == PlaceBackups
}

// show shows what was found; the chosen one stays chosen.
func (s *backupsScreen) show() {
	s.closed.Objects = nil
	for _, err := range s.stock.Closed {
		s.closed.Add(kit.Body(sentenceOf(err)).Colored(kit.ColorWarn))
	}
	s.closed.Hidden = len(s.stock.Closed) == 0
	s.place.Objects = []fyne.CanvasObject{s.both}
	if len(s.stock.Backups) == 0 {
		s.place.Objects = []fyne.CanvasObject{kit.CardFilled(s.empty())}
	}
	at := s.list.Offset()
	s.list.Reset()
	s.list.ScrollTo(at)
	s.showChosen()
	s.content.Refresh()
}

// empty says what to do first.
func (s *backupsScreen) empty() fyne.CanvasObject {
	if s.w.app.Store == nil {
		return kit.EmptyState(kit.T("backups.noneShut"), kit.T("backups.other"), s.onOther)
	}
	return kit.EmptyState(kit.T("backups.none"), s.w.backUpWord(), func() { s.w.do("backup") })
}

// showChosen selects the chosen backup, or the newest, and shows its card.
func (s *backupsScreen) showChosen() {
	s.card.Objects = nil
	if len(s.stock.Backups) > 0 {
		at := 0
		for i, b := range s.stock.Backups {
			if b.Path == s.chosen {
				at = i
			}
		}
		s.chosen = s.stock.Backups[at].Path
		s.list.Select(at)
		s.card.Objects = []fyne.CanvasObject{s.cardOf(s.stock.Backups[at])}
	}
	s.card.Refresh()
}

func (s *backupsScreen) onSelected(i int) {
	if i >= 0 && i < len(s.stock.Backups) && s.stock.Backups[i].Path != s.chosen {
		s.chosen = s.stock.Backups[i].Path
		s.showChosen()
	}
}

// onActivated goes on to what the owner came for.
func (s *backupsScreen) onActivated(i int) {
	s.onSelected(i)
	if s.both.Narrow() {
		s.both.ShowDetail()
		return
	}
	s.onRestore(s.stock.Backups[i])
}

func (s *backupsScreen) onAlone(alone bool) {
	s.back.Hidden = !alone
	s.content.Refresh()
}

func (s *backupsScreen) onBack() {
	s.both.ShowList()
	s.FocusFirst()
}

// onOther restores from a file that lies elsewhere.
func (s *backupsScreen) onOther() {
	showChooser(s.w, kit.NewForm(), choosing{
		title: kit.T("backups.otherTitle"), label: kit.T("backups.otherLabel"), save: kit.T("backups.otherSave"),
		start: filesFolder(s.w), ending: safekeep.Extension, also: safekeep.SealedSuffix,
		check: func(string) error { return s.w.app.HeldElsewhere() },
		then:  func(path string) { beginRestore(s.w, path) },
	})
}

func (s *backupsScreen) onRestore(b app.Stored) {
	if err := s.w.app.HeldElsewhere(); err != nil {
		s.w.Trouble(err)
		return
	}
	beginRestore(s.w, b.Path)
}
