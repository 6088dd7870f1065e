package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type thanksScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newThanks(w *Window) *thanksScreen { return &thanksScreen{w: w, content: kit.Body("")} }

func (s *thanksScreen) Title() string              { return "" }
func (s *thanksScreen) Content() fyne.CanvasObject { return s.content }
func (s *thanksScreen) Uses(models.Kind) bool      { return false }
func (s *thanksScreen) Reload() error              { return nil }
