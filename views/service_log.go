package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type serviceLogScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newServiceLog(w *Window) *serviceLogScreen {
	return &serviceLogScreen{w: w, content: kit.Body("")}
}

func (s *serviceLogScreen) Title() string              { return "" }
func (s *serviceLogScreen) Content() fyne.CanvasObject { return s.content }
func (s *serviceLogScreen) Uses(models.Kind) bool      { return false }
func (s *serviceLogScreen) Reload() error              { return nil }

func (s *serviceLogScreen) showItem(models.ItemRow) {}
