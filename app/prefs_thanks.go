package app

import (
	"encoding/json"

	"goodturn/app/paper"
	"goodturn/models"
)

// ThanksChoices are who stands on the list of people to thank, and how it is printed. The zero value is everybody, the longest
// waiting first, with all there is to say.
type ThanksChoices struct {
	How     models.Channel      `json:"how,omitempty"`     // only whoever is thanked that way; "" for any
	Cause   models.ThanksCause  `json:"cause,omitempty"`   // only for that; "" for anything
	Waiting int                 `json:"waiting,omitempty"` // only whoever waits for so many days and more
	Order   ThanksOrder         `json:"order,omitempty"`
	Without paper.ThankYouParts `json:"without,omitzero"` // left off a printed list
	Compact bool                `json:"compact,omitempty"`
	Grouped bool                `json:"grouped,omitempty"` // under a heading for each way to thank
	Paper   models.Paper        `json:"paper,omitempty"`   // "" for the shop's usual
}

// Narrowed tells whether somebody who is to be thanked may not be on the list.
func (c ThanksChoices) Narrowed() bool { return c.How != "" || c.Cause != "" || c.Waiting > 0 }

// Everybody gives the choices with nobody left out.
func (c ThanksChoices) Everybody() ThanksChoices {
	c.How, c.Cause, c.Waiting = "", "", 0
	return c
}

// Filter asks for those on the list.
func (c ThanksChoices) Filter(limit int) models.ThanksFilter {
	return models.ThanksFilter{How: c.How, Cause: c.Cause, Waiting: c.Waiting, Limit: limit}
}

// ThanksChoices are those made last.
func (p Prefs) ThanksChoices() (c ThanksChoices) {
	if err := json.Unmarshal([]byte(p.p.StringWithFallback("thanks.choices", "{}")), &c); err != nil {
		return ThanksChoices{} // somebody else wrote it: the next choice writes it anew
	}
	return c
}

// SetThanksChoices remembers them.
func (p Prefs) SetThanksChoices(c ThanksChoices) {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // of plain values
	}
	p.p.SetString("thanks.choices", string(text))
}
