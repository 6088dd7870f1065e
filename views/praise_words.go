package views

import (
	"strings"

	"goodturn/models"
	"goodturn/views/kit"
)

func praiseChannelWord(c models.PraiseChannel) string { return kit.T("praiseChannel." + string(c)) }

// praiseChannels are where somebody can have praised the shop.
func praiseChannels() []kit.Choice {
	var choices []kit.Choice
	for _, c := range models.PraiseChannels {
		choices = append(choices, kit.Choice{Value: string(c), Label: praiseChannelWord(c)})
	}
	return choices
}

// onOneLine is a text of several lines on one.
func onOneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// praiseName is who said it.
func praiseName(row models.PraiseRow) string {
	if row.Name == "" {
		return kit.T("praise.unsigned")
	}
	return row.Name
}

// praiseWhere is where and when something was said, with the stars of a review.
func (w *Window) praiseWhere(row models.PraiseRow) string {
	day := w.dayText(row.OnDay)
	if row.Rating > 0 {
		return kit.TN("praise.where.stars", row.Rating, "Channel", praiseChannelWord(row.Channel), "Day", day)
	}
	return kit.T("praise.where", "Channel", praiseChannelWord(row.Channel), "Day", day)
}

// praiseBadges point out a review that nobody answered.
func praiseBadges(row models.PraiseRow) []kit.BadgeText {
	if !row.Unanswered() {
		return nil
	}
	return []kit.BadgeText{{Text: kit.T("praise.unanswered"), Tone: kit.ToneWarn}}
}
