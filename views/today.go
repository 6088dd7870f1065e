package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type todayScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newToday(w *Window) *todayScreen { return &todayScreen{w: w, content: kit.Body("")} }

func (s *todayScreen) Title() string              { return "" }
func (s *todayScreen) Content() fyne.CanvasObject { return s.content }
func (s *todayScreen) Uses(models.Kind) bool      { return false }
func (s *todayScreen) Reload() error              { return nil }
