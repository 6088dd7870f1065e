package views

import (
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// Whoever was sent by somebody who is erased was sent by somebody all the same.
func TestCardOfSomebodySentByOneWhoIsErased(t *testing.T) {
	var maria models.CustomerID
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		tom := modelstest.Customer(t, store, "Tom Baker", "")
		maria = modelstest.Customer(t, store, "Maria Okafor", "")
		if err := store.SaveReferral(&models.ReferralIn{ReferrerCustomerID: tom, RefereeID: maria, OnDay: store.Today()}); err != nil {
			t.Fatal(err)
		}
		modelstest.Visit(t, store, maria, "tube")
		if _, err := store.EraseCustomer(tom); err != nil {
			t.Fatal(err)
		}
	})
	b.w.OpenCustomer(maria)
	if said := wordsOn(b.w.win.Content()); !strings.Contains(said, "Somebody since erased") {
		t.Errorf("the card says\n%s", said)
	}
}
