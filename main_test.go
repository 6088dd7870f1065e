//go:build e2e

package main_test

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
)

// goodturn is where "make build" puts the program.
func goodturn() string {
	whole, err := filepath.Abs(filepath.Join("build", "goodturn"))
	if err != nil {
		panic(err)
	}
	return whole
}

// senders are customers who will each send us somebody, in six scripts.
var senders = []string{"Ann Hughes", "Σοφία Παππά", "Ирина Петрова", "王小明", "محمد علي", "Łukasz Żak"}

// homeFile is the shop file the program makes for itself.
func (d *desk) homeFile() string { return d.shop }

// openShop names the shop and its staff, as on the first morning, by the keyboard alone.
func (d *desk) openShop() {
	d.t.Helper()
	d.Start()
	d.Type("Harbour Cycles")
	d.Key("Return")
	for _, name := range []string{"Mike", "Ivy"} {
		d.Type(name)
		d.Key("Return")
	}
	d.Key("ctrl+Return", "Return") // and with an empty book
	d.UntilSQL(d.homeFile(), "SELECT group_concat(name) FROM (SELECT name FROM shop UNION ALL SELECT name FROM staff)", "Harbour Cycles,Mike,Ivy")
}

// addCustomer writes somebody into the book.
func (d *desk) addCustomer(name, phone string) {
	d.t.Helper()
	d.Key("ctrl+shift+n")
	d.Type(name)
	d.Key("Tab", "Tab")
	d.Type(phone)
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), "SELECT c.name || k.value FROM customer c JOIN contact k ON k.customer_id = c.id ORDER BY c.id DESC LIMIT 1", name+phone)
}

// lastVisit is the visit logged last, in one line.
const lastVisit = `SELECT ifnull(c.name, 'nobody') || ': ' || i.name || ' ' || r.state FROM visit v JOIN request r ON r.visit_id = v.id
	JOIN item i ON i.id = r.item_id LEFT JOIN customer c ON c.id = v.customer_id WHERE v.deleted_at = 0 ORDER BY v.id DESC, r.position LIMIT 1`

// TestE2EADayInTheShop is the owner's first day with the keyboard alone, from an empty home folder to the backup.
func TestE2EADayInTheShop(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1280, 800)
	d.openShop()
	for i, name := range senders {
		d.addCustomer(name, fmt.Sprintf("0171 555 0%d00", i+1))
	}
	d.findCustomers()
	d.logTheVisit()
	d.beSentSomebodyByEach()
	d.printTheList()
	d.thankOne()
	d.backUp()

	before := d.everything()
	d.Close()
	d.Start()
	if after := d.everything(); after != before {
		t.Errorf("after closing and opening the shop holds\n%s\nand held\n%s", after, before)
	}
	d.See("Harbour Cycles")
}

// findCustomers finds by three letters of a name and by three digits of a phone, and logs a visit from the card.
func (d *desk) findCustomers() {
	d.t.Helper()
	for _, look := range []struct{ typed, name string }{{"hug", senders[0]}, {"300", senders[2]}, {"小", senders[3]}, {"παπ", senders[1]}} {
		d.Key("ctrl+f")
		d.Type(look.typed)
		d.Key("Return", "Return") // the card, and its button "Log a visit"
		d.Type("Bell")
		d.Key("ctrl+Return")
		d.UntilSQL(d.homeFile(), lastVisit, look.name+": Bell fulfilled")
	}
}

// logTheVisit is the heart of the program: somebody new, sent by Ann, asks for a thing that is not there, is offered
// two others and takes the second.
func (d *desk) logTheVisit() {
	d.t.Helper()
	d.Key("ctrl+n")
	d.Type("Peter Lowe")
	d.Key("Return")
	d.Type("0171 555 0999")
	d.Key("Return")
	d.Type("Brooks saddle, honey")
	d.Key("Tab", "Right", "Return") // not available; another item
	d.Type("Brooks saddle, black")
	d.Key("Tab", "Right", "space")                       // declined
	d.Key("Tab", "Tab", "Tab", "Tab", "Right", "Return") // past the price, the reason and the cross; order in
	d.Type("Ten days")
	d.Key("Return", "Return", "space")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), lastVisit, "Peter Lowe: Brooks saddle, honey ordered_in")
}

// beSentSomebodyByEach records that each sender sent a friend, and that the friend came.
func (d *desk) beSentSomebodyByEach() {
	d.t.Helper()
	for i, name := range senders {
		friend := fmt.Sprintf("Friend %d", i+1)
		d.Key("ctrl+r")
		d.Type(name)
		d.Key("Return")
		d.Type(friend)
		d.Key("Return")
		d.Key("ctrl+Return")
		d.UntilSQL(d.homeFile(), "SELECT a.name || '>' || b.name || ' ' || r.state FROM referral_in r JOIN customer a ON a.id = r.referrer_customer_id JOIN customer b ON b.id = r.referee_id ORDER BY r.id DESC LIMIT 1",
			name+">"+friend+" pending")
		d.Key("ctrl+n")
		d.Type(friend)
		d.Key("Return")
		d.Type("Lock")
		d.Key("ctrl+Return")
		d.UntilSQL(d.homeFile(), lastVisit, friend+": Lock fulfilled")
	}
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM thank_you t JOIN referral_in r ON r.id = t.cause_id AND r.state = 'approved' WHERE t.state = 'owed'", fmt.Sprint(len(senders)))
}

// printTheList prints the thank-you list and reads the PDF that opens.
func (d *desk) printTheList() {
	d.t.Helper()
	d.Key("ctrl+5", "ctrl+p", "Return")
	address, err := url.Parse(d.Opened(1)[0])
	d.must(err)
	d.Key("Return") // yes, all of it came out
	d.UntilSQL(d.homeFile(), "SELECT group_concat(DISTINCT state) || count(*) FROM thank_you", fmt.Sprintf("printed%d", len(senders)))
	if err := api.ValidateFile(address.Path, nil); err != nil {
		d.t.Errorf("%s: %v", address.Path, err)
	}
	words := d.run("pdftotext", "-layout", address.Path, "-")
	for i, name := range senders {
		// pdftotext marks where a line changes its direction.
		plainWords := strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "").Replace(words)
		if !strings.Contains(plainWords, name) {
			d.t.Errorf("%s is not on the printed list", name)
		}
		if friend := fmt.Sprintf("Friend %d", i+1); !strings.Contains(words, friend) {
			d.t.Errorf("%s is not on the printed list", friend)
		}
	}
	for _, want := range []string{"Harbour Cycles", "Customers to thank", "Page 1 of"} {
		if !strings.Contains(words, want) {
			d.t.Errorf("the printed list does not say %q", want)
		}
	}
}

// thankOne marks the first of the list as thanked.
func (d *desk) thankOne() {
	d.t.Helper()
	d.Settle() // the list that was printed was told of
	d.Key("ctrl+1")
	d.Settle()
	d.Key("ctrl+5")
	d.Settle()
	// Past what is done with all of them, the question which went out, its tick, its name, its reward and its way, to "Thanked…".
	d.Key("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "space")
	d.Key("ctrl+Return")
	d.UntilSQL(d.homeFile(), "SELECT c.name FROM thank_you t JOIN customer c ON c.id = t.customer_id WHERE t.state = 'thanked'", senders[0])
	d.UntilSQL(d.homeFile(), "SELECT count(*) FROM thank_you WHERE state = 'printed'", fmt.Sprint(len(senders)-1))
}

// backUp backs up into a folder whose name is typed, and checks what lies there with the sqlite3 program.
func (d *desk) backUp() {
	d.t.Helper()
	stick := d.Path("USB stick")
	d.must(os.Mkdir(stick, 0o700))
	d.Key("ctrl+b", "ctrl+a")
	d.Type(stick)
	d.Key("Return")
	var made []string
	d.Until("the backup", func() bool {
		made, _ = filepath.Glob(filepath.Join(stick, "*.goodturn"))
		return len(made) == 1
	})
	if verdict := d.SQL(made[0], "PRAGMA integrity_check"); verdict != "ok" {
		d.t.Errorf("the backup is %s", verdict)
	}
	names := "SELECT group_concat(name) FROM customer"
	if got, want := d.SQL(made[0], names), d.SQL(d.homeFile(), names); got != want {
		d.t.Errorf("the backup holds %s, the shop %s", got, want)
	}
	d.See("Backed up")
}

// everything is what the shop file holds, but for what is typed and not saved.
func (d *desk) everything() string {
	d.t.Helper()
	return d.run("sqlite3", "-readonly", d.homeFile(), ".dump --data-only customer contact visit request alternative want referral_in thank_you follow_up staff shop item")
}
