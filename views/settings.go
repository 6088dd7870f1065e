package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type settingsScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newSettings(w *Window) *settingsScreen { return &settingsScreen{w: w, content: kit.Body("")} }

func (s *settingsScreen) Title() string              { return "" }
func (s *settingsScreen) Content() fyne.CanvasObject { return s.content }
func (s *settingsScreen) Uses(models.Kind) bool      { return false }
func (s *settingsScreen) Reload() error              { return nil }

func showWelcome(w *Window) {}
