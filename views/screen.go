// Package views is the window and its screens: what the owner sees and does. A screen asks app and models for
// what it shows and tells them what the owner did; no rule of the shop is decided here.
package views

import (
	"fyne.io/fyne/v2"

	"goodturn/models"
)

// Screen is one page of the window. It is made once, when first shown.
type Screen interface {
	Title() string              // what the owner calls it
	Content() fyne.CanvasObject // the same one each time
	Uses(models.Kind) bool      // whether a change of that kind makes what it shows old
	Reload() error              // read anew what it shows; a selection survives by ID
}

// Focuser is a screen that wants the keyboard somewhere when it is shown.
type Focuser interface{ FocusFirst() }

// Printer is a screen with something to print: File > Print goes to it.
type Printer interface{ Print() }

// Adder is a screen to which Ctrl+Shift+N adds what it is a list of.
type Adder interface{ Add() }

// Leaver is a screen that is told before another is shown.
type Leaver interface{ Leave() }

// Leader is a screen that may have a main button of its own.
type Leader interface{ Leads() bool }

// Place names a screen of the rail.
type Place string

// The places, as the rail has them.
const (
	PlaceToday       Place = "today"
	PlaceCustomers   Place = "customers"
	PlaceVisit       Place = "visit" // reached by its button; the rail marks the service log
	PlaceLog         Place = "log"
	PlaceWanted      Place = "wanted"  // reached by the menu and the service log; the rail marks that
	PlaceLeaving     Place = "leaving" // reached by the menu and Today; the rail marks the customers
	PlaceReferrals   Place = "referrals"
	PlaceBringers    Place = "bringers" // reached by the referrals and the menu; the rail marks the referrals
	PlaceFamily      Place = "family"   // reached by the card, the referrals and the menu; the rail marks the referrals
	PlaceThanks      Place = "thanks"
	PlacePraise      Place = "praise"       // reached by the menu, the thank-yous and the referrals, which the rail marks
	PlaceStaff       Place = "staffFigures" // reached by the menu, what people say and the settings, which the rail marks
	PlaceSpecialists Place = "specialists"
	PlaceInsights    Place = "insights"
	PlaceSettings    Place = "settings"
	PlaceBackups     Place = "backups" // reached by the menu and the settings; the rail marks those
	PlaceChanges     Place = "changes" // the same
	PlaceBin         Place = "bin"     // the same
	PlaceImport      Place = "import"  // reached by the menu, the settings, the empty book and by dropping a file; the rail marks the customers
	PlaceGuide       Place = "guide"   // reached by the menu and the "?" of every page; the rail marks none

	PlaceDuplicates Place = "duplicates" // reached by the menu; the rail marks the customers
)

// railPlaces are the upper part of the rail, in order; settings stand at its foot.
var railPlaces = []Place{PlaceToday, PlaceCustomers, PlaceLog, PlaceReferrals, PlaceThanks, PlaceSpecialists, PlaceInsights}

// makeScreen makes the place's screen.
func (w *Window) makeScreen(place Place) Screen {
	switch place {
	case PlaceToday:
		return newToday(w)
	case PlaceCustomers:
		return newCustomers(w)
	case PlaceVisit:
		return newVisit(w)
	case PlaceLog:
		return newServiceLog(w)
	case PlaceWanted:
		return newWanted(w)
	case PlaceLeaving:
		return newLeaving(w)
	case PlaceReferrals:
		return newReferrals(w)
	case PlaceBringers:
		return newBringers(w)
	case PlaceFamily:
		return newFamily(w)
	case PlaceThanks:
		return newThanks(w)
	case PlacePraise:
		return newPraise(w)
	case PlaceStaff:
		return newStaffFigures(w)
	case PlaceSpecialists:
		return newSpecialists(w)
	case PlaceInsights:
		return newInsights(w)
	case PlaceBackups:
		return newBackups(w, nil)
	case PlaceChanges:
		return newChanges(w)
	case PlaceBin:
		return newBin(w)
	case PlaceImport:
		return newImport(w)
	case PlaceGuide:
		return newGuide(w)
	case PlaceDuplicates:
		return newDuplicates(w)
	}
	return newSettings(w)
}
