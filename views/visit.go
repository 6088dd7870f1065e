package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type visitScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newVisit(w *Window) *visitScreen { return &visitScreen{w: w, content: kit.Body("")} }

func (s *visitScreen) Title() string              { return "" }
func (s *visitScreen) Content() fyne.CanvasObject { return s.content }
func (s *visitScreen) Uses(models.Kind) bool      { return false }
func (s *visitScreen) Reload() error              { return nil }

// visitDraft is the name the visit being typed is kept under.
const visitDraft = "visit"

func (s *visitScreen) start(VisitStart)        {}
func (s *visitScreen) edit(*models.VisitEntry) {}
func (s *visitScreen) resume(body string)      {}
