package views

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"goodturn/app/exchange"
	"goodturn/models"
	"goodturn/models/modelstest"
	"goodturn/views/kit"
)

// A file that is read once more in other letters keeps what the owner said of its columns and days, and the next of its
// kind is read so at once.
func TestImportRemembersHowAFileIsRead(t *testing.T) {
	b := newBench(t, nil)
	const mac = "Name;Phone;Shoes\nJ\xfcrgen;0171 555 0110;3.4.1980\n" // found to be Windows'
	s := b.dropFile("people.csv", mac)
	if s.survey.Format.Encoding != exchange.Windows1252 {
		t.Fatalf("read as %s", s.survey.Format.Encoding)
	}
	s.askField(2)
	b.keys(fyne.KeyHome)
	for exchange.Fields[fieldListOf(t, b).Selected()] != exchange.FieldNote {
		b.typed("s")
	}
	b.keys(fyne.KeyReturn)
	s.onDates(string(exchange.MonthFirst))
	s.onEncoding(string(exchange.MacRoman))
	if got := s.survey.Mapping; got.Columns[2].Field != exchange.FieldNote || got.Columns[2].Label != "Shoes" || got.Dates != exchange.MonthFirst || !got.DatesSure {
		t.Errorf("in other letters the columns are %+v", got)
	}
	if s.people[0].Customer.Name != "J¸rgen" {
		t.Errorf("read as %q", s.people[0].Customer.Name)
	}
	s.tryOut()
	s.store()
	if again := b.dropFile("more.csv", mac); again.survey.Format.Encoding != exchange.MacRoman || again.survey.Mapping.Columns[2].Field != exchange.FieldNote {
		t.Errorf("the next file is read as %+v", again.survey)
	}
	// Found to be written otherwise, the same columns are another file.
	if other := b.dropFile("other.csv", "\xef\xbb\xbf"+strings.ToValidUTF8(mac, "ä")); other.survey.Format.Encoding != exchange.UTF8 {
		t.Errorf("a file with its own mark is read as %s", other.survey.Format.Encoding)
	}
	s.onSeparator(",")
	if len(s.survey.Mapping.Columns) != 1 || s.hand.columns != nil {
		t.Errorf("what was said of columns that are no more is kept: %+v", s.hand)
	}
}

// What the file says otherwise than a card is told before and after, and saved as a file of its own.
func TestImportTellsWhatTheCardKeeps(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann := models.Customer{Name: "Ann Hughes", Birthday: "1980-03-01"}
		ann.SetContact(models.ContactPhone, "0171 555 0110")
		if err := store.SaveCustomer(&ann); err != nil {
			t.Fatal(err)
		}
	})
	s := b.dropFile("people.csv", "Name,Phone,Birthday\nAnn Brown,0171 555 0110,1980-04-02\nBob Brown,0171 555 0111,\n")
	s.tryOut()
	trial := trialOf(s)
	if choices := trial.choices(); len(choices) != 2 || choices[1].Label != "The card says otherwise (1)" {
		t.Fatalf("the lists are %+v", choices)
	}
	trial.choose(trialKept)
	if why := keptSentence(trial.rest[1].Problem); why != "The card has the birthday 1 March 1980, the file 2 April 1980." {
		t.Errorf("it says %q", why)
	}
	row := kit.NewRow()
	row.Resize(fyne.NewSize(900, 60))
	if trial.bind(0, row); !strings.Contains(strings.Join(drawnWords(row), " "), "The card says “Ann Hughes”, the file “Ann Brown”.") {
		t.Errorf("the row reads %q", drawnWords(row))
	}
	s.store()
	if got := strings.Join(drawnWords(s.content), " "); !strings.Contains(got, "1 row says otherwise than the card") || !strings.Contains(got, "Done. Another file") {
		t.Errorf("afterwards the page says %q", got)
	}
	folder := t.TempDir()
	s.writeRows(folder, "kept", s.done.path, s.done.survey, s.done.result.Kept)
	saved, err := os.ReadFile(filepath.Join(folder, "people not taken over.csv"))
	b.must(err)
	if !strings.Contains(string(saved), "1980-04-02,2,\"The card says “Ann Hughes”, the file “Ann Brown”. The card has") || strings.Contains(string(saved), "Bob") {
		t.Errorf("saved %s", saved)
	}
}

// Adding who is named is offered where somebody is named and not in the book, and stays there to be taken back.
func TestImportOffersToAddOnlyWhoIsNamed(t *testing.T) {
	b := newBench(t, nil)
	s := b.dropFile("days.csv", "Name,Birthday\nAnn Hughes,31/02/1980\n")
	s.tryOut()
	if got := strings.Join(drawnWords(s.content), " "); !strings.Contains(got, "not clear") || strings.Contains(got, "Add to the book") {
		t.Errorf("nobody is named, and the page says %q", got)
	}
	s = b.dropFile("sent.csv", "Name,Referred by\nAnn Hughes,Zoe\n")
	s.tryOut()
	if got := strings.Join(drawnWords(s.content), " "); !strings.Contains(got, "Add to the book") {
		t.Errorf("Zoe is named, and the page says %q", got)
	}
}

// While a page has a main button of its own, the bar's is an ordinary one.
func TestTheBarGivesWayToTheMainButtonOfAPage(t *testing.T) {
	b := owingMany(t, 1)
	for place, main := range map[Place]bool{PlaceImport: false, PlaceToday: true, PlaceThanks: false, PlaceVisit: false, PlaceBin: true} {
		if b.w.Show(place); b.w.logVisit.IsPrimary() != main {
			t.Errorf("on %s the bar's button is the main one: %t", place, !main)
		}
	}
}

// How somebody likes to be reached is guessed, shown before it is stored, told of where the card says otherwise, and taken back.
func TestImportShowsHowToReachThem(t *testing.T) {
	b := newBench(t, func(store *models.Store, _ *modelstest.Clock) {
		ann := models.Customer{Name: "Ann Hughes", ReachBy: models.LikesPost}
		if err := store.SaveCustomer(&ann); err != nil {
			t.Fatal(err)
		}
	})
	s := b.dropFile("people.csv", "Name,Preferred contact method\nAnn Hughes,e-mail\nBob Brown,Phone call\nCy Young,WhatsApp\n")
	if got := strings.Join(drawnWords(s.content), " "); s.survey.Mapping.Columns[1].Field != exchange.FieldReachBy || !strings.Contains(got, "Likes to be reached") || !strings.Contains(got, "By phone") {
		t.Errorf("before anything is stored the page says %q", got)
	}
	s.tryOut()
	trial := trialOf(s)
	trial.choose(trialKept)
	if why := keptSentence(trial.rest[0].Problem); why != "Likes to be reached: “By post” on the card, “By e-mail” in the file." {
		t.Errorf("of what the card says otherwise it says %q", why)
	}
	trial.choose(trialBy)
	if why := sentenceOf(trial.rest[0].Problem); !strings.Contains(why, "“WhatsApp” is not one of the ways a card knows") {
		t.Errorf("of what is none of the ways it says %q", why)
	}
	s.store()
	for name, by := range map[string]models.ReachBy{"Ann Hughes": models.LikesPost, "Bob Brown": models.LikesPhone, "Cy Young": models.LikesAny} {
		if c := b.customer(b.named(name)); c.ReachBy != by {
			t.Errorf("%s likes to be reached by %q, want %q", name, c.ReachBy, by)
		}
	}
	if got := strings.Join(drawnWords(s.content), " "); !strings.Contains(got, "1 row is stored, but not all of it was clear") || !strings.Contains(got, "Save what is not clear") {
		t.Errorf("afterwards the page says %q", got)
	}
	folder := t.TempDir()
	s.writeRows(folder, "unclear", s.done.path, s.done.survey, unclear(s.done.result.Issues))
	saved, err := os.ReadFile(filepath.Join(folder, "people not clear.csv"))
	b.must(err)
	if !strings.Contains(string(saved), "Cy Young,WhatsApp,4,\"“WhatsApp” is not one of the ways") || strings.Contains(string(saved), "Bob") {
		t.Errorf("saved %s", saved)
	}
	s.takeBack(s.past[0].ID)
	if b.inBook("Bob") != 0 {
		t.Error("taken back, Bob is still in the book")
	}
}
