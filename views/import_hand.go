package views

import (
	"context"
	"maps"

	"goodturn/app/exchange"
	"goodturn/views/kit"
)

// byHand is what the owner said of the file under way. It stands where the file is read once more in another way.
type byHand struct {
	format  bool // how it is read
	columns map[int]exchange.Field
	dates   exchange.DateOrder // "" where nothing was said
}

// taking is what was said, and column i besides.
func (h byHand) taking(i int, field exchange.Field) byHand {
	columns := map[int]exchange.Field{}
	maps.Copy(columns, h.columns)
	columns[i] = field
	h.columns = columns
	return h
}

// apply makes the mapping say what the owner said.
func (h byHand) apply(m *exchange.Mapping, headers []string) {
	for i, field := range h.columns {
		if i < len(m.Columns) {
			m.Choose(i, headers[i], field)
		}
	}
	if h.dates != "" {
		m.Dates, m.DatesSure = h.dates, true
	}
}

// readAs reads the file once more, in the way the owner says.
func (s *importScreen) readAs(format exchange.Format, hand byHand) {
	hand.format = true
	path, decimals, known, language := s.path, s.survey.Mapping.Decimals, s.survey.Known, kit.SpokenLanguage().Code
	s.look(path, hand, func(ctx context.Context) (exchange.Survey, error) {
		survey, err := s.w.app.ReadImportAs(ctx, path, format, decimals, language)
		survey.Known = known
		return survey, err
	})
}

// elsewhere is what was said that still holds where the file has other columns.
func (h byHand) elsewhere() byHand {
	h.columns = nil
	return h
}
