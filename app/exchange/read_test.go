package exchange_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"goodturn/app/exchange"
	"goodturn/models"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// today is the day the tests are on.
var today = time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)

// file writes a file to read.
func file(t testing.TB, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "people")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// look sniffs and surveys a file.
func look(t testing.TB, path string) exchange.Survey {
	t.Helper()
	format, err := exchange.Sniff(context.Background(), path)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	survey, err := exchange.Look(context.Background(), path, format, exchange.DayFirst, today, 10)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	survey.Mapping.Decimals = 2
	return survey
}

// told gives what the rows of a file tell of people, a line each.
func told(t testing.TB, path string) string {
	t.Helper()
	survey := look(t, path)
	var b strings.Builder
	for _, p := range survey.Mapping.Preview(survey.Sample) {
		b.WriteString(strings.TrimSpace(inWords(p)) + "\n")
	}
	return b.String()
}

// inWords writes a person on one line.
func inWords(p models.ImportRow) string {
	c := p.Customer
	text := strings.ReplaceAll(c.Name, "\n", "/")
	add := func(name, value string) {
		if value != "" {
			text += " " + name + "=" + strings.ReplaceAll(value, "\n", "/")
		}
	}
	add("called", c.PreferredName)
	for _, contact := range c.Contacts {
		add(strings.TrimSuffix(string(contact.Kind)+"."+contact.Label, "."), contact.Value)
	}
	add("address", c.Address)
	add("born", c.Birthday)
	for _, note := range c.Remember {
		add("note", note.Text)
	}
	if len(c.Tags) > 0 {
		add("tags", strings.Join(c.Tags, "|"))
	}
	if e := c.Earlier; e.Known() {
		add("before", fmt.Sprint(e.VisitN, " ", e.Spent, " ", e.FirstOn, " ", e.LastOn))
	}
	add("reach", string(c.ReachBy))
	add("invited", string(c.InvitedOn))
	add("source", p.Source)
	add("by", p.ReferredBy)
	if c.NoPost || c.NoPhone || c.NoEmail {
		add("no", fmt.Sprint(c.NoPost, c.NoPhone, c.NoEmail))
	}
	if problem, ok := models.IsProblem(p.Problem); ok {
		add("problem", problem.Key)
	}
	return text
}

// refusal gives the key of the sentence a file is refused with.
func refusal(t testing.TB, path string) string {
	t.Helper()
	format, err := exchange.Sniff(context.Background(), path)
	if err == nil {
		_, err = exchange.Look(context.Background(), path, format, exchange.DayFirst, today, 10)
	}
	problem, ok := models.IsProblem(err)
	if err != nil && (!ok || problem.Field != "file") {
		t.Errorf("%v is no sentence about the file", err)
	}
	return problem.Key
}

func TestLibreOffice(t *testing.T) {
	const juergen = "Jürgen Weiß phone.home=0341 / 22 33 44 phone.mobile=0171-5550110 email=juergen@example.de address=Hauptstraße 5/4109 Leipzig born=1980-11-21 note=mag Tee; kommt/samstags"
	const lucja = "ucja Dvo"
	for _, name := range []string{"libreoffice_de_utf8.csv", "libreoffice_de_1252.csv", "libreoffice_de_1250.csv", "libreoffice_de_utf16.csv", "libreoffice_en_tab.csv", "libreoffice_de.xlsx"} {
		got := told(t, filepath.Join("testdata", name))
		people := strings.Split(got, "\n")
		if !strings.HasPrefix(people[0], juergen) || !strings.Contains(people[0], "1204") || !strings.Contains(people[1], lucja) || !strings.HasSuffix(strings.TrimSpace(people[1]), "by=Jürgen Weiß") {
			t.Errorf("%s tells\n%s", name, got)
		}
		if !strings.Contains(people[2], "born=1990-01-13") || !strings.Contains(people[2], "06 12 34 56 78") {
			t.Errorf("%s tells\n%s", name, got)
		}
	}
	if got := refusal(t, "testdata/libreoffice.ods"); got != "import.openDocument" {
		t.Errorf("an OpenDocument file is refused with %q", got)
	}
}

func TestEncodings(t *testing.T) {
	german := "Name;Telefon;Ort\nJürgen Groß;0171 555 0110;Köln\nÉmile Façon;0171 555 0111;Übersee\n"
	polish := "Imię i nazwisko;Telefon;Miejscowość\nŁukasz Wiśniewski;601 234 567;Łódź\nŻaneta Gołąb;602 234 567;Gdańsk\n"
	czech := "Name;Telefon;Ort\nJiří Dvořák;601 234 567;Plzeň\nŽofie Šťastná;602 234 567;Brno\n"
	russian := "Имя;Телефон\nОльга Иванова;495 123 45 67\nАндрей Щукин;495 123 45 68\n"
	in := func(m *charmap.Charmap, text string) string {
		out, err := m.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	wide := func(order unicode.Endianness, mark unicode.BOMPolicy, text string) string {
		out, err := unicode.UTF16(order, mark).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct {
		encoding exchange.Encoding
		content  string
		name     string
	}{
		{exchange.UTF8, german, "Jürgen Groß"}, {exchange.UTF8, "\ufeff" + polish, "Łukasz Wiśniewski"}, {exchange.UTF8, "Name,Phone\nAnn,0171 555 0110\n", "Ann"},
		{exchange.Windows1252, in(charmap.Windows1252, german), "Jürgen Groß"}, {exchange.MacRoman, in(charmap.Macintosh, german), "Jürgen Groß"},
		{exchange.Windows1250, in(charmap.Windows1250, polish), "Łukasz Wiśniewski"}, {exchange.Windows1250, in(charmap.Windows1250, czech), "Jiří Dvořák"},
		{exchange.Windows1251, in(charmap.Windows1251, russian), "Ольга Иванова"},
		{exchange.UTF16LE, wide(unicode.LittleEndian, unicode.UseBOM, german), "Jürgen Groß"}, {exchange.UTF16BE, wide(unicode.BigEndian, unicode.UseBOM, polish), "Łukasz Wiśniewski"},
		{exchange.UTF16LE, wide(unicode.LittleEndian, unicode.IgnoreBOM, german), "Jürgen Groß"},
		{exchange.UTF8, strings.Repeat("Jürgen Groß;0171 555 0110\n", 30) + "Stray \xfc;1\n", "Jürgen Groß"},
	} {
		survey := look(t, file(t, c.content))
		if survey.Format.Encoding != c.encoding {
			t.Errorf("%q is found to be %s, want %s", c.content[:20], survey.Format.Encoding, c.encoding)
		}
		if got := survey.Mapping.Person(survey.Sample[0]).Customer.Name; got != c.name {
			t.Errorf("in %s the name is %q, want %q", c.encoding, got, c.name)
		}
	}
}

func TestCSVAsPeopleHaveIt(t *testing.T) {
	for _, c := range []struct{ about, content, told string }{
		{"commas", "Name,Phone\nAnn,0171 555\n", "Ann phone=0171 555\n"},
		{"semicolons, DOS lines", "Name;Phone\r\nAnn;0171 555\r\n", "Ann phone=0171 555\n"},
		{"tabs, old Mac lines", "Name\tPhone\rAnn\t0171 555\r", "Ann phone=0171 555\n"},
		{"strokes", "Name|Phone\nAnn|0171 555", "Ann phone=0171 555\n"},
		{"Excel's line", "sep=;\nName;Phone\nAnn, the first;0171 555\n", "Ann, the first phone=0171 555\n"},
		{"lines in quotation marks", "Name,Address\n\"Ann \"\"A\"\" Hughes\",\"1 Road\r\nTown\"\nBob,2 Road\n", "Ann \"A\" Hughes address=1 Road/Town\nBob address=2 Road\n"},
		{"marks that end nothing", "Name,Phone\n\"Bob\" Smith,0171 555\nJohn 6\" Long,0171 556\n", "\"Bob\" Smith phone=0171 555\nJohn 6\" Long phone=0171 556\n"},
		{"noughts", "Name,Phone\nA\x00nn,0171 555\n", "Ann phone=0171 555\n"},
		{"blank rows", "Name,Phone\n\n,,\nAnn,0171 555\n\n", "Ann phone=0171 555\n"},
		{"rows too short and too long", "Name,Phone,Notes\nAnn\nBob,0171 555,tea,more\n", "Ann\nBob phone=0171 555 note=tea\n"},
		{"no header", "Ann Hughes,0171 555 0110,ann@example.org\nBob Jones,0171 555 0111,bob@example.org\n",
			"Ann Hughes phone=0171 555 0110 email=ann@example.org\nBob Jones phone=0171 555 0111 email=bob@example.org\n"},
		{"a header of no known name", "Wer,Nr\nAnn,0171 555 0110\n", "Ann phone=0171 555 0110\n"},
		{"several in a cell", "Name,Phone,E-mail\nAnn,0171 555; 0171 556,\"a@example.org, b@example.org\"\n", "Ann phone=0171 555 phone=0171 556 email=a@example.org email=b@example.org\n"},
		{"dashes for nothing", "Name,Phone,E-mail,Birthday\nAnn,-,n@example.org,00/00/0000\n", "Ann email=n@example.org\n"},
		{"guarded cells", "Name,Phone\n'=Ann,'+44 171 555\n'Bob',0171 555\n", "=Ann phone=+44 171 555\n'Bob' phone=0171 555\n"},
		{"what cannot be stored", "Name,Phone,Birthday\n,,1980-01-01\nAnn,1,\nBob,,yesterday\n", "born=1980-01-01 problem=customer.nameOrPhone\nAnn phone=1 problem=customer.phone\nBob note=Birthday in the file: yesterday\n"},
		{"a mark that never ends", "Name,Phone\nAnn,0171 555\n\"Bob,1\nCy,2\n", "Ann phone=0171 555\nBob,1/Cy,2 problem=import.openQuote\n"},
	} {
		got := told(t, file(t, c.content))
		if got != c.told {
			t.Errorf("%s: tells\n%swant\n%s", c.about, got, c.told)
		}
	}
}

func TestHeadersOfOtherPrograms(t *testing.T) {
	for _, c := range []struct{ about, content, told string }{
		{"Google", "First Name,Middle Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country\n" +
			"Ann,B,Hughes,Harbour Ltd,1980-11-21,likes tea,* myContacts,* Home,ann@example.org ::: a2@example.org,Mobile,+44 171 555 0110,,1 Road,Springfield,,IL,62701,US\n",
			"Ann B Hughes email.Home=ann@example.org email.Home=a2@example.org phone.Mobile=+44 171 555 0110 address=1 Road/Springfield, IL 62701/US born=1980-11-21 note=likes tea note=Harbour Ltd\n"},
		{"Google of old", "Name,Given Name,Family Name,Phone 1 - Type,Phone 1 - Value\nAnn Hughes,Ann,Hughes,Work,0171 555\n", "Ann Hughes phone.Work=0171 555\n"},
		{"Outlook", "First Name,Last Name,Company,Home Street,Home City,Home Postal Code,Business Street,Business City,Home Phone,Mobile Phone,Business Fax,E-mail Address,E-mail 2 Address,Birthday,Notes,Referred By\n" +
			"Ann,Hughes,,,,,5 Work Way,Leeds,0171 555,0172 555,0173 555,a@example.org,b@example.org,11/21/1980,,Bob\n",
			"Ann Hughes phone.home=0171 555 phone.mobile=0172 555 phone.fax=0173 555 email=a@example.org email=b@example.org address=5 Work Way/Leeds born=1980-11-21 by=Bob\n"},
		{"Outlook in German", "Vorname,Nachname,Straße privat,Ort privat,Postleitzahl privat,Telefon (privat),Telefon geschäftlich,Mobiltelefon,E-Mail-Adresse,Geburtstag,Empfohlen von\n" +
			"Jürgen,Groß,Weg 1,Köln,50667,0221 555,0222 555,0171 555,j@example.de,21.11.1980,Anna\n",
			"Jürgen Groß phone.home=0221 555 phone.work=0222 555 phone.mobile=0171 555 email=j@example.de address=Weg 1/50667 Köln born=1980-11-21 by=Anna\n"},
		{"French", "Nom;Prénom;Téléphone portable;Adresse e-mail;Code postal;Ville;Rue;Date de naissance\nDurand;Émile;06 12 34 56 78;e@example.fr;75001;Paris;3 rue d'Été;13/01/1990\n",
			"Émile Durand phone.mobile=06 12 34 56 78 email=e@example.fr address=3 rue d'Été/75001 Paris born=1990-01-13\n"},
		{"Spanish", "Nombre;Apellidos;Teléfono móvil;Correo electrónico;Fecha de nacimiento\nJosé;Ibáñez;600 123 456;j@example.es;13/01/1990\n", "José Ibáñez phone.mobile=600 123 456 email=j@example.es born=1990-01-13\n"},
		{"Portuguese", "Nome;Telemóvel;Morada;Data de nascimento\nJoão Conceição;912 345 678;Rua 1;13/01/1990\n", "João Conceição phone.mobile=912 345 678 address=Rua 1 born=1990-01-13\n"},
		{"Polish", "Imię;Nazwisko;Telefon komórkowy;Ulica;Kod pocztowy;Miejscowość;Data urodzenia\nŁukasz;Gołąb;601 234 567;Długa 1;00-001;Warszawa;13.01.1990\n",
			"Łukasz Gołąb phone.mobile=601 234 567 address=Długa 1/00-001 Warszawa born=1990-01-13\n"},
		{"a till", "Reference ID,First Name,Last Name,Email Address,Phone Number,Company Name,Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,First Visit,Transaction Count,Total Spend\n" +
			"X1,Ann,Hughes,a@example.org,0171 555,,1 Road,Flat 2,Leeds,,LS1 1AA,,tea,2020-01-02,12,$34.50\n",
			"Ann Hughes email=a@example.org phone=0171 555 address=1 Road/Flat 2/Leeds/LS1 1AA note=Reference ID: X1 note=tea before=12 3450 2020-01-02\n"},
	} {
		if got := told(t, file(t, c.content)); got != c.told {
			t.Errorf("%s: tells\n%swant\n%s", c.about, got, c.told)
		}
	}
}

func TestBirthdaysOfAColumn(t *testing.T) {
	for _, c := range []struct {
		days  string
		order exchange.DateOrder
		sure  bool
		first string
	}{
		{"21/11/1980,01/02/1990", exchange.DayFirst, true, "1980-11-21"}, {"11/21/1980,01/02/1990", exchange.MonthFirst, true, "1980-11-21"},
		{"01/02/1990,03/04/1991", exchange.DayFirst, false, "1990-02-01"}, {"1980-11-21", exchange.DayFirst, true, "1980-11-21"}, {"19801121", exchange.DayFirst, true, "1980-11-21"},
		{"21.11.80,1.2.30", exchange.DayFirst, true, "1980-11-21"}, {"1.2.26", exchange.DayFirst, false, "2026-02-01"}, {"1.2.27", exchange.DayFirst, false, "1927-02-01"}, {"5/5/1990", exchange.DayFirst, true, "1990-05-05"},
		{"21.11.", exchange.DayFirst, true, "--11-21"}, {"--11-21", exchange.DayFirst, true, "--11-21"}, {"'--11-21", exchange.DayFirst, true, "--11-21"}, {"--1121", exchange.DayFirst, true, "--11-21"},
		{"1604-11-21", exchange.DayFirst, true, "--11-21"}, {"29 Feb", exchange.DayFirst, true, "--02-29"},
		{"21 November 1980", exchange.DayFirst, true, "1980-11-21"}, {"Nov 21st 1980", exchange.DayFirst, true, "1980-11-21"}, {"21. März 1980", exchange.DayFirst, true, "1980-03-21"}, {"21 août 1980", exchange.DayFirst, true, "1980-08-21"},
		{"21 de noviembre de 1980", exchange.DayFirst, true, "1980-11-21"}, {"21 października 1980 r.", exchange.DayFirst, true, "1980-10-21"}, {"21 lipca", exchange.DayFirst, true, "--07-21"},
		{"1980-11-21 00:00:00", exchange.DayFirst, true, "1980-11-21"}, {"11/21/1980 0:00", exchange.MonthFirst, true, "1980-11-21"}, {"1980-11-21T00:00:00Z", exchange.DayFirst, true, "1980-11-21"},
	} {
		survey := look(t, file(t, "Name\tBirthday\nA\t"+strings.ReplaceAll(c.days, ",", "\nB\t")+"\n"))
		if survey.Mapping.Dates != c.order || survey.Mapping.DatesSure != c.sure {
			t.Errorf("%s: the order is %s (sure %v)", c.days, survey.Mapping.Dates, survey.Mapping.DatesSure)
		}
		person := survey.Mapping.Preview(survey.Sample)[0]
		if person.Customer.Birthday != c.first || person.Problem != nil {
			t.Errorf("%s: the first is %q (%v), want %q", c.days, person.Customer.Birthday, person.Problem, c.first)
		}
	}
	for _, day := range []string{"31.02.1980", "soon", "32.1.1980", "1980", "1/2/3/4", "99/99/1980"} {
		survey := look(t, file(t, "Name\tBirthday\nA\t"+day+"\n"))
		person := survey.Mapping.Person(survey.Sample[0])
		if person.Customer.Birthday != "" || person.Problem != nil || person.Doubt == nil {
			t.Errorf("%q is taken for the birthday %q: %v, %v", day, person.Customer.Birthday, person.Problem, person.Doubt)
		}
		if notes := person.Customer.Remember; len(notes) != 1 || !strings.HasSuffix(notes[0].Text, day) {
			t.Errorf("of %q is remembered %v", day, notes)
		}
	}
}
