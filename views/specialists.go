package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type specialistsScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newSpecialists(w *Window) *specialistsScreen {
	return &specialistsScreen{w: w, content: kit.Body("")}
}

func (s *specialistsScreen) Title() string              { return "" }
func (s *specialistsScreen) Content() fyne.CanvasObject { return s.content }
func (s *specialistsScreen) Uses(models.Kind) bool      { return false }
func (s *specialistsScreen) Reload() error              { return nil }

func showSpecialistForm(w *Window, p *models.Specialist, onSaved func(models.SpecialistID)) {}
