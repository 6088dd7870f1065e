package exchange_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"goodturn/app/exchange"
)

// TestEncodingOfNames finds the encoding of names, of each alone and of all together.
func TestEncodingOfNames(t *testing.T) {
	for _, c := range []struct {
		encoding exchange.Encoding
		charmap  *charmap.Charmap
		names    string // each is a file of its own
		together string // these only tell in one file
	}{
		{exchange.Windows1252, charmap.Windows1252, "Søren Þórsson, Köln, Chloë, Björn|Guðrún Þorláksdóttir|François Lefèvre|João Simões|Åsa Öberg|Muñoz Ibáñez|Jürgen Groß|Zoë Brontë|Hôpital de l’Étoile|¿Quién? Íñigo|Bjørn Ødegård|Mª José|« L’Été »|Ö",
			"Ýmir Sigþórsson, Þórður, Ðá|Søren|Noël|Müller"},
		{exchange.Windows1250, charmap.Windows1250, "Łukasz Wiśniewski|Żaneta Ćwikła|Róża|Jiří Dvořák Němec Šťastný|Růžena Černá Žižková|Václav Příhoda, Třebíč, Ústí, Liberec Ž|Ştefan Ionuţ|Đorđević|Szűcs Győző, Łódź",
			"Małgorzata Dąbrowska|Józef Zając|Černý|Jiří|Dvořák|Němcová|Žofie"},
		{exchange.Windows1251, charmap.Windows1251, "Ольга Иванова|Юрий|Їжакевич Ганна|Стоян Щърбанов|Анна|Яна|ул. Ленина, д. 5|ООО «Ромашка»|Name,Phone\nЕвгений Цой,+7 912 0000000|В",
			"Ёлкин|Ганна Ґудзь, Київ|Божидар Ъглов"},
	} {
		files := append(strings.Split(c.names, "|"), strings.ReplaceAll(c.together+"|"+c.names, "|", "\n"))
		for _, names := range files {
			content, err := c.charmap.NewEncoder().String("Name\n" + names + "\n")
			if err != nil {
				t.Fatal(names, err)
			}
			path := filepath.Join(t.TempDir(), "names.csv")
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
			format, err := exchange.Sniff(t.Context(), path)
			if err != nil || format.Encoding != c.encoding {
				t.Errorf("%q in %s is found to be %s (%v)", names, c.encoding, format.Encoding, err)
			}
		}
	}
}
