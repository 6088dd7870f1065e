package views

import (
	"image"
	"net/url"
	"strings"

	"goodturn/docs/guide"
	"goodturn/views/kit"
)

// helpSheet is a page of the guide over a sheet that is being filled in, which stays as it is.
type helpSheet struct {
	w      *Window
	index  guideIndex
	reader *kit.Reader
	shown  string // the page, by its name
}

// showHelpSheet opens the page of the guide with that name; "" for the one about the screen beneath.
func showHelpSheet(w *Window, name string) *helpSheet {
	if name == "" {
		name = guidePage(w.place)
	}
	h := &helpSheet{w: w, index: newGuideIndex(guide.Pages(kit.SpokenLanguage().Code)), reader: kit.NewReader()}
	h.reader.SetName(kit.T("place.guide"))
	h.show(name)
	body := kit.Over(kit.VGap(kit.SheetRoom(w.canvas())), h.reader)
	const edges = 84 // of a sheet and of what scrolls, at both sides
	kit.ShowSheet(w.canvas(), kit.T("place.guide"), body, kit.SheetOptions{Width: guideWidth + edges, NoHelp: true})
	w.canvas().Focus(h.reader)
	return h
}

// show draws a page, the first where there is none of that name.
func (h *helpSheet) show(name string) {
	page := h.index.pages[max(h.index.at(name), 0)]
	h.shown = page.Name
	content, _ := guideDrawing{onLink: h.onLink, onPicture: h.enlarge, pictureRoom: h.reader.PictureRoom}.page(page)
	h.reader.SetPage(kit.Inset(12, 8, 12, 0, content)) // off the ring that says it has the keyboard
}

func (h *helpSheet) enlarge(picture image.Image, words string) {
	enlargePicture(h.w, h.reader, picture, words)
}

// onLink goes on to another page, or out of the program.
func (h *helpSheet) onLink(target string) {
	file, _, _ := strings.Cut(target, "#")
	if name := strings.TrimSuffix(file, ".md"); h.index.at(name) >= 0 {
		h.show(name)
		return
	}
	h.w.browse(target)
}

// browse opens an address in the program the system has for it.
func (w *Window) browse(target string) {
	address, err := url.Parse(target)
	if err == nil {
		err = w.app.Fyne().OpenURL(address)
	}
	if err != nil {
		w.Trouble(err)
	}
}
