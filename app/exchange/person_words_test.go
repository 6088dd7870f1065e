package exchange

import (
	"testing"

	"goodturn/models"
)

// Every column that the page can show has its label, whether or not the shop of the test has something in it.
func TestEveryColumnOfAPersonHasALabel(t *testing.T) {
	words := WordsIn("en")
	for _, table := range models.OutTables() {
		if words["person.title."+table.Name] == "" {
			continue // about the shop
		}
		for _, column := range table.Columns {
			if name := column.Name; !isHidden(name) && words["person.label."+name] == "" {
				t.Errorf("%s.%s has no label", table.Name, name)
			}
		}
	}
}
