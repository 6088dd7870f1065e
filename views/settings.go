package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

// settingsCard is one card of the settings. It reads itself anew from the shop and from the store.
type settingsCard interface {
	object() fyne.CanvasObject
	reload(shop models.Shop) error
}

// settingsScreen is one page of cards. There is no Save: a field is stored when it is left, a choice when it is made.
type settingsScreen struct {
	w       *Window
	fields  *shopFields
	look    *lookCard
	ladder  *ladderCard
	logo    *logoCard
	cards   []settingsCard
	scroll  *kit.ScrollBox
	content fyne.CanvasObject
}

func newSettings(w *Window) *settingsScreen {
	s := &settingsScreen{w: w, fields: newShopFields(w)}
	shop := newShopCard(w, s.fields)
	s.look, s.ladder, s.logo = newLookCard(w), newLadderCard(s.fields), newLogoCard(w)
	thanks := newThanksCard(s.fields)
	left := []settingsCard{shop, s.logo, thanks, s.ladder, s.look, newMorningCard(w), newJobsCard(w)}
	right := []settingsCard{newStaffCard(w), newSourcesCard(w), newBackupCard(w), newFileCard(w), newExportCard(w)}
	s.cards = append(left, right...)
	columns := kit.Columns([]float32{1, 1}, 14, narrow, stackCards(left), stackCards(right))
	s.scroll = kit.Scroll(kit.Inset(22, 0, 22, 22, columns))
	head := kit.PageHead(kit.Title(kit.T("place.settings")), kit.Quiet(kit.T("settings.subtitle")))
	s.content = windowColumn(kit.Inset(22, 16, 22, 12, head), s.scroll)
	return s
}

func stackCards(cards []settingsCard) fyne.CanvasObject {
	stack := kit.VStack(14)
	for _, card := range cards {
		stack.Add(card.object())
	}
	return stack
}

// Title is what the rail calls the page.
func (s *settingsScreen) Title() string { return kit.T("place.settings") }

// Content is what the window shows.
func (s *settingsScreen) Content() fyne.CanvasObject { return s.content }

// Uses is true of what stands here: the shop, its staff and the ways customers find it.
func (s *settingsScreen) Uses(k models.Kind) bool {
	return k.Any(models.KindShop | models.KindStaff | models.KindSource)
}

// Reload reads every card anew. What is being typed stays.
func (s *settingsScreen) Reload() error {
	shop, err := s.w.store().Shop()
	if err != nil {
		return err
	}
	s.fields.reload(shop)
	for _, card := range s.cards {
		if err := card.reload(shop); err != nil {
			return err
		}
	}
	return nil
}

// FocusFirst puts the keyboard into the shop's name.
func (s *settingsScreen) FocusFirst() {
	s.look.show()
	s.w.canvas().Focus(s.fields.first())
}

// Leave stores what was typed and not left yet.
func (s *settingsScreen) Leave() { s.fields.leave(); s.ladder.leave() }
