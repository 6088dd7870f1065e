package paper

import "time"

// Frame is what every page is made with, whatever stands on it.
type Frame struct {
	Setter   *Typesetter
	Paper    Paper
	Language string    // of the words, as a language tag
	Made     time.Time // for the PDF's properties
	Shop     string
	Logo     []byte // PNG, JPEG or GIF; without one the shop's initial is drawn
}
