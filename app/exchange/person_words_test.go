package exchange

import (
	"strings"
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

// The README explains every file and column in every language, and nothing that is not there.
func TestTheReadmeExplainsEveryColumn(t *testing.T) {
	for language, words := range allWords() {
		explained := map[string]bool{}
		for _, table := range models.OutTables() {
			explained["whole."+table.Name] = true
			for _, column := range table.Columns {
				explained["whole."+table.Name+"."+column.Name] = true
			}
		}
		for key := range explained {
			if words[key] == "" {
				t.Errorf("%s: %s is not explained", language, key)
			}
		}
		for key := range words {
			if strings.HasPrefix(key, "whole.") && !explained[key] {
				t.Errorf("%s: there is no %s", language, key)
			}
		}
	}
	if readme := WordsIn("uk").readme(); !strings.HasPrefix(readme, "Уся крамниця") || !strings.Contains(readme, "visit.csv: журнал візитів") || strings.Contains(readme, "in the shop") {
		t.Errorf("in Ukrainian it says\n%s", readme)
	}
}
