package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
	"goodturn/views/kit"
)

type customersScreen struct {
	w       *Window
	content fyne.CanvasObject
}

func newCustomers(w *Window) *customersScreen { return &customersScreen{w: w, content: kit.Body("")} }

func (s *customersScreen) Title() string              { return "" }
func (s *customersScreen) Content() fyne.CanvasObject { return s.content }
func (s *customersScreen) Uses(models.Kind) bool      { return false }
func (s *customersScreen) Reload() error              { return nil }

func (s *customersScreen) open(id models.CustomerID) {}

func showCustomerForm(w *Window, c *models.Customer, onSaved func(models.CustomerID)) {}
