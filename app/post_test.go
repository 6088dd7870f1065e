package app_test

import (
	"slices"
	"strings"
	"testing"

	"goodturn/app"
	"goodturn/models"
)

func person(id models.CustomerID, name, address string) models.Addressee {
	return models.Addressee{CustomerID: id, Name: name, Heading: name, Address: address}
}

func TestWhoCanBeWrittenTo(t *testing.T) {
	noPost, away := person(3, "Cy", "3 Road"), person(4, "Di", "4 Road")
	noPost.NoPost, away.Archived = true, true
	neither := person(5, "Ed", " \n")
	neither.NoPost = true
	maker := models.Addressee{SpecialistID: 1, Name: "Leather & Co", Address: "5 Road"}
	got := app.SortPost([]models.Addressee{person(1, "Ann", "1 Road"), person(2, "Bob", "\n "), noPost, away, neither, maker, person(1, "Ann", "1 Road"), maker})
	for _, part := range []struct {
		people []models.Addressee
		want   string
	}{{got.To, "Ann Leather & Co"}, {got.NoAddress, "Bob"}, {got.NoPost, "Cy Ed"}, {got.Archived, "Di"}} {
		if names := namesIn(part.people); names != part.want {
			t.Errorf("%q, not %q", names, part.want)
		}
	}
}

func namesIn(people []models.Addressee) string {
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	return strings.Join(names, " ")
}

// Those at one address share a letter, however it is typed; two flats of a house, and two countries, do not.
func TestOneLetterForEachAddress(t *testing.T) {
	abroad := person(6, "Flo Ray", "12 Quay Street\nWhitby")
	abroad.Country = "Canada"
	people := []models.Addressee{person(1, "Ann Hughes", "12 Quay Street\nWhitby"), person(2, "Bob Ray", "Flat 1, 13 Road"), person(3, "Cy Hughes", "12 quay street,\r\n WHITBY."),
		person(4, "Di Ray", "Flat 11, 3 Road"), person(5, "Ann Hughes", "12 Quay Street, Whitby"), abroad}
	letters := app.Letters(people, models.Shop{}, true, app.PostAsListed)
	var got []string
	for _, l := range letters {
		got = append(got, strings.Join(l.Lines(), "|"))
	}
	want := []string{"Ann Hughes|Cy Hughes|12 Quay Street|Whitby", "Bob Ray|Flat 1, 13 Road", "Di Ray|Flat 11, 3 Road", "Flo Ray|12 Quay Street|Whitby|Canada"}
	if !slices.Equal(got, want) {
		t.Errorf("letters to\n%q, not\n%q", got, want)
	}
	if n := len(app.Letters(people, models.Shop{}, false, app.PostAsListed)); n != len(people) {
		t.Errorf("%d letters to %d people", n, len(people))
	}
	house := make([]models.Addressee, 5)
	for i := range house {
		house[i] = person(models.CustomerID(i+1), string(rune('A'+i))+" Hughes", "1 Road")
	}
	if lines := app.Letters(house, models.Shop{}, true, "")[0].Lines(); len(lines) != 2 || lines[0] != "A Hughes, B Hughes, C Hughes, D Hughes, E Hughes" {
		t.Errorf("a large family is addressed as %q", lines)
	}
}

// The country is written where it is not the shop's own, and the order of an address is that of its country.
func TestALetterIsAddressedAsItsCountryDoes(t *testing.T) {
	shop := models.Shop{Address: "12 Quay Street\nWhitby\nUnited Kingdom"}
	at := func(name, address, country string) string {
		p := person(1, name, address)
		p.Country = country
		return strings.Join(app.Letters([]models.Addressee{p}, shop, true, "")[0].Lines(), "|")
	}
	for got, want := range map[string]string{
		at("Ann Hughes", "1 Road\nLeeds\n\nLS1 4AP", " united kingdom "): "Ann Hughes|1 Road|Leeds|LS1 4AP",
		at("José Díaz", "Hauptplatz 1\n4020 Linz", "Österreich"):         "José Díaz|Hauptplatz 1|4020 Linz|Österreich",
		at("山田 太郎", "〒150-0002\n東京都渋谷区渋谷2-21-1", "Japan"):                "〒150-0002|東京都渋谷区渋谷2-21-1|山田 太郎|Japan",
		at("김민준", "서울특별시 강남구 테헤란로 123", ""):                              "서울특별시 강남구 테헤란로 123|김민준",
		at("", "1 Road", ""): "1 Road",
	} {
		if got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestLettersInOrder(t *testing.T) {
	abroad := person(4, "Zoë", "Hauptplatz 1\n1010 Wien")
	abroad.Country = "Austria"
	people := []models.Addressee{abroad, person(1, "émile", "12345 Nowhere Road\n20095 Hamburg"), person(2, "Bob", "Street 9\nno code"), person(3, "Ann", "Weg 3\n10115 Berlin")}
	order := func(o app.PostOrder) string {
		var names []string
		for _, l := range app.Letters(people, models.Shop{}, true, o) {
			names = append(names, l.Names[0])
		}
		return strings.Join(names, " ")
	}
	for o, want := range map[app.PostOrder]string{app.PostAsListed: "Zoë émile Bob Ann", app.PostByName: "Ann Bob émile Zoë", app.PostByCode: "Ann émile Bob Zoë"} {
		if got := order(o); got != want {
			t.Errorf("sorted %q: %s, not %s", o, got, want)
		}
	}
}

func TestPostalCodes(t *testing.T) {
	for address, want := range map[string]string{
		"12 Quay Street\nWhitby\nYO22 4DE": "YO224DE", "1 Road\nLeeds sw1a 1aa": "SW1A1AA", "Springfield, IL 62701-1234": "627011234", "1234 Main Street\nOttawa ON K1A 0B1": "K1A0B1",
		"Damrak 1\n1012 LG Amsterdam": "1012LG", "〒150-0002\n東京都渋谷区渋谷2-21-1": "1500002", "Hauptplatz 1\n4020 Linz": "4020", "MG Road\nBengaluru 560001": "560001",
		"Vodičkova 1\n110 00 Praha": "11000", "10 Road\nDublin D02 AF30": "D02AF30", "Marszałkowska 1\n00-950 Warszawa": "00950", "Street 9": "", "": "",
	} {
		if got := app.PostalCode(strings.Split(address, "\n")); got != want {
			t.Errorf("%q has the code %q, not %q", address, got, want)
		}
	}
}
