package views

import (
	"strconv"
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

// millimetres writes a length as it stands on a packet: "63.5".
func millimetres(h models.Hundredths) string {
	return kit.Decimal(h.Millimetres())
}

// parseMillimetres reads a length with a point or a comma, to hundredths; "mm" may stand behind it. ok is false for what is no length.
func parseMillimetres(text string) (h models.Hundredths, ok bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "mm"))
	text = strings.NewReplacer(",", ".", "−", "-").Replace(text)
	mm, err := strconv.ParseFloat(text, 64)
	const most = 2000
	if err != nil || !(mm > -most && mm < most) {
		return 0, false
	}
	hundredths := mm*100 + 0.5
	if mm < 0 {
		hundredths--
	}
	return models.Hundredths(hundredths), true
}
