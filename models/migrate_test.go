package models_test

import (
	"bytes"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// makeFixture writes the fixtures of the versions not released yet anew. That of a version that has been released is
// never written again: it stands for every file out there.
var makeFixture = flag.Bool("fixture", false, "write the fixtures in testdata anew")

// fixtures are a small real file of every version, with a bit of everything.
const fixtures = "testdata/v*.goodturn"

// back takes a file of each later version back to the one before it.
var back = map[int][]string{
	8: {"DROP TABLE logo", "PRAGMA user_version = 8"},
	7: {"DROP TABLE label_left", "DROP TABLE label_sheet", "DROP INDEX activity_of", "DROP INDEX visit_course", "DROP INDEX alternative_answered", "DROP INDEX thank_you_given", "PRAGMA user_version = 7"},
	6: {"DROP TABLE praise", "DROP TABLE advert_spend", "DROP INDEX thank_you_not_given", "DROP INDEX thank_you_cause",
		`CREATE UNIQUE INDEX thank_you_cause ON thank_you
  (ifnull(customer_id, 0), ifnull(specialist_id, 0), cause, cause_id, iif(cause = 'other', talking_point, '')) WHERE state <> 'waived'`,
		"ALTER TABLE thank_you DROP COLUMN milestone", "ALTER TABLE thank_you DROP COLUMN given_on", "ALTER TABLE thank_you DROP COLUMN reward_kind",
		"ALTER TABLE shop DROP COLUMN milestone_birthday", "ALTER TABLE shop DROP COLUMN milestone_years", "ALTER TABLE shop DROP COLUMN milestone_visits",
		"ALTER TABLE shop DROP COLUMN referral_cost", "ALTER TABLE shop DROP COLUMN referral_reward", "ALTER TABLE shop DROP COLUMN referral_earns",
		"DROP INDEX customer_advocate", "DROP INDEX customer_facts", "DROP TRIGGER customer_count_insert", "DROP TRIGGER customer_count_update", "DROP TRIGGER customer_count_delete",
		"ALTER TABLE customer DROP COLUMN invited_on", "ALTER TABLE customer DROP COLUMN reach_by", "ALTER TABLE customer DROP COLUMN review_n", "ALTER TABLE customer DROP COLUMN praise_n",
		"CREATE INDEX customer_advocate ON customer (name_key, id) WHERE deleted_at = 0 AND state = 'active' AND brought_n > 0",
		`CREATE INDEX customer_facts ON customer (name_key, id, visit_day_n, brought_n, asked_n, last_day_no, loyal_day_no, gap_twice, source_id,
  no_post, no_phone, no_email, last_at, spent) WHERE deleted_at = 0 AND state = 'active'`,
		`CREATE TRIGGER customer_count_insert AFTER INSERT ON customer WHEN NEW.deleted_at = 0 AND NEW.state = 'active' BEGIN
  UPDATE customer_count SET n = n + 1 WHERE regular = (NEW.visit_day_n >= 2) AND advocate = (NEW.brought_n > 0);
END`, `CREATE TRIGGER customer_count_update AFTER UPDATE OF deleted_at, state, visit_day_n, brought_n ON customer
WHEN (OLD.deleted_at = 0, OLD.state, OLD.visit_day_n >= 2, OLD.brought_n > 0) IS NOT (NEW.deleted_at = 0, NEW.state, NEW.visit_day_n >= 2, NEW.brought_n > 0) BEGIN
  UPDATE customer_count SET n = n - 1
   WHERE OLD.deleted_at = 0 AND OLD.state = 'active' AND regular = (OLD.visit_day_n >= 2) AND advocate = (OLD.brought_n > 0);
  UPDATE customer_count SET n = n + 1
   WHERE NEW.deleted_at = 0 AND NEW.state = 'active' AND regular = (NEW.visit_day_n >= 2) AND advocate = (NEW.brought_n > 0);
END`, `CREATE TRIGGER customer_count_delete AFTER DELETE ON customer WHEN OLD.deleted_at = 0 AND OLD.state = 'active' BEGIN
  UPDATE customer_count SET n = n - 1 WHERE regular = (OLD.visit_day_n >= 2) AND advocate = (OLD.brought_n > 0);
END`, "DELETE FROM activity WHERE thing IN ('praise', 'advert_spend')", "PRAGMA user_version = 6"},
	5: {"DROP TABLE snooze", "DROP TABLE call", "DROP INDEX customer_birthday", "DROP INDEX visit_unhappy", "DROP INDEX visit_promised_open", "DROP INDEX visit_promised", "DROP INDEX request_missing",
		"DROP INDEX request_missing_of", "DROP INDEX want_named", "DROP INDEX alternative_named", "DROP INDEX request_named", "DROP INDEX item_merged", "DROP TRIGGER item_is_another",
		"DROP TRIGGER request_of_a_thing_of_its_own", "DROP TRIGGER request_begins_with_a_thing_of_its_own", "DROP TRIGGER request_of_its_visit", "DROP TRIGGER request_of_another_visit", "DROP TRIGGER visit_of_its_requests",
		`CREATE TRIGGER request_of_its_visit AFTER INSERT ON request BEGIN
  UPDATE request SET (day, at, served_by) = (SELECT iif(deleted_at = 0, day, ''), at, served_by FROM visit WHERE id = NEW.visit_id) WHERE id = NEW.id;
END`, `CREATE TRIGGER request_of_another_visit AFTER UPDATE OF visit_id ON request WHEN OLD.visit_id <> NEW.visit_id BEGIN
  UPDATE request SET (day, at, served_by) = (SELECT iif(deleted_at = 0, day, ''), at, served_by FROM visit WHERE id = NEW.visit_id) WHERE id = NEW.id;
END`, `CREATE TRIGGER visit_of_its_requests AFTER UPDATE OF at, day, served_by, deleted_at ON visit
WHEN (OLD.at, OLD.day, OLD.served_by, OLD.deleted_at = 0) IS NOT (NEW.at, NEW.day, NEW.served_by, NEW.deleted_at = 0) BEGIN
  UPDATE request SET day = iif(NEW.deleted_at = 0, NEW.day, ''), at = NEW.at, served_by = NEW.served_by WHERE visit_id = NEW.id;
END`,
		"ALTER TABLE visit DROP COLUMN made_good", "ALTER TABLE referral_out DROP COLUMN consent_on", "ALTER TABLE follow_up DROP COLUMN came_in", "ALTER TABLE want DROP COLUMN ordered_on",
		"ALTER TABLE want DROP COLUMN ordered_by", "ALTER TABLE request DROP COLUMN cancelled", "ALTER TABLE request DROP COLUMN asker", "ALTER TABLE request DROP COLUMN worth",
		"ALTER TABLE want DROP COLUMN named_item_id", "ALTER TABLE alternative DROP COLUMN named_item_id", "ALTER TABLE request DROP COLUMN named_item_id", "ALTER TABLE item DROP COLUMN merged_into",
		"PRAGMA user_version = 5"},
	4: {"DROP TABLE earlier", "PRAGMA user_version = 4"},
	3: {"DROP TRIGGER customer_rhythm", "DROP TRIGGER shop_of_the_loyal", "DROP VIEW rhythm", "DROP INDEX customer_archived", "DROP INDEX customer_merged",
		"DROP INDEX customer_seen", "DROP INDEX customer_spent", "DROP INDEX customer_brings", "DROP INDEX customer_facts", "DROP INDEX visit_asked",
		"DROP INDEX contact_same", "DROP INDEX customer_same_birthday", "DROP INDEX customer_same_address", "DROP INDEX customer_same_name",
		"DROP TABLE customer_tag", "DROP TABLE tag", "DROP TABLE photo", "DROP TABLE saved_list", "DROP TABLE not_same",
		"ALTER TABLE customer DROP COLUMN sound", "ALTER TABLE customer DROP COLUMN address_key", "ALTER TABLE contact DROP COLUMN same_key",
		"ALTER TABLE customer DROP COLUMN gap_twice", "ALTER TABLE customer DROP COLUMN loyal_day_no", "ALTER TABLE customer DROP COLUMN last_day_no",
		"ALTER TABLE customer DROP COLUMN merged_into", "ALTER TABLE customer DROP COLUMN archived_why", "ALTER TABLE customer DROP COLUMN archived_on",
		"ALTER TABLE customer DROP COLUMN no_email_on", "ALTER TABLE customer DROP COLUMN no_phone_on", "ALTER TABLE customer DROP COLUMN no_post_on",
		"ALTER TABLE customer DROP COLUMN country", "PRAGMA user_version = 3"},
	2: {"DROP INDEX thank_you_aside", "DROP TABLE import_filled", "DROP TABLE import_added", "DROP TABLE import", "PRAGMA user_version = 2"},
	1: {"DROP TABLE activity", "DROP TABLE emptied", "DROP INDEX customer_bin", "DROP INDEX referral_in_bin",
		"DROP TRIGGER activity_forgets", "DROP TRIGGER staff_days_insert", "DROP TRIGGER staff_days_update", "DROP TRIGGER remember_days_insert", "DROP TRIGGER remember_days_update", "DROP TRIGGER specialist_days_insert", "DROP TRIGGER specialist_days_update", "DROP TRIGGER alternative_days_insert", "DROP TRIGGER alternative_days_update", "DROP TRIGGER want_days_insert", "DROP TRIGGER want_days_update", "DROP TRIGGER referral_out_days_insert", "DROP TRIGGER referral_out_days_update", "DROP TRIGGER thank_you_days_insert", "DROP TRIGGER thank_you_days_update", "DROP TRIGGER customer_days_insert", "DROP TRIGGER customer_days_update", "DROP TRIGGER customer_erased_insert", "DROP TRIGGER customer_erased_update", "PRAGMA user_version = 1"}}

func TestMakeFixture(t *testing.T) {
	if !*makeFixture {
		t.Skip("only with -fixture")
	}
	path := filepath.Join(t.TempDir(), "shop.goodturn")
	clock := modelstest.NewClock()
	store := modelstest.Open(t, path, clock)
	bitOfEverything(t, store, clock)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	db := another(t, path)
	do(t, db, "UPDATE shop SET uid = '0123456789abcdef0123456789abcdef', created_at = 1795256640", "PRAGMA page_size = 1024")
	for version := len(models.Steps()); version > 0; version-- {
		do(t, db, back[version]...)
		do(t, db, "VACUUM") // small pages: most tables have few rows
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fmt.Sprintf("testdata/v%d.goodturn", version), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	db.Close()
}

// bitOfEverything fills the file so that every table has rows, and every state that matters is in one.
func bitOfEverything(t *testing.T, store *models.Store, clock *modelstest.Clock) {
	t.Helper()
	mike := modelstest.Staff(t, store, "Mike")
	ann, spoke := modelstest.Customer(t, store, "Ann Hughes", "0171 555 0110"), modelstest.Specialist(t, store, "Spoke Works", "wheels")
	var err error
	then := func(e error) {
		if err == nil {
			err = e
		}
	}
	for _, name := range []string{"José Ibáñez", "王小明", "Ольга", "محمد", "עמית", "Gone"} {
		then(store.SaveCustomer(&models.Customer{Name: name, Address: "1 Road\nTown", Birthday: "--02-29", SourceID: 1, NoEmail: true,
			Contacts: []models.Contact{{Kind: models.ContactPhone, Value: "0171 555"}, {Kind: models.ContactEmail, Value: "a@example.org"}},
			Remember: []models.Remember{{Text: "likes tea"}}, Earlier: models.Earlier{VisitN: 12, Spent: 34_50, FirstOn: "2020-01-02", LastOn: "2024-05-06"}}))
	}
	for range 3 {
		e := wholeVisit(store, ann, spoke)
		e.Visit.ServedBy, e.Visit.AskedFor, e.Visit.Extra = mike, mike, "oiled the chain"
		e.Visit.MadeGood, e.Visit.Requests[0].Worth = "a pound off", 19_99
		then(store.SaveVisit(e))
		clock.Days(9)
	}
	modelstest.Visit(t, store, 0, "inner tube")
	modelstest.Visit(t, store, 0, "rubber tube")
	then(refer(store, ann, 2))
	then(store.SaveReferral(&models.ReferralIn{Referrer: models.Referrer{SpecialistID: spoke}, RefereeID: 3, FromBefore: true}))
	then(store.MarkPrinted([]models.ThankYouID{1, 2}))
	then(store.MarkThanked([]models.ThankYouID{2}, mike, "with a card"))
	then(store.WaiveThankYou(3, "family"))
	then(store.AddThankYou(&models.ThankYou{CustomerID: 4, TalkingPoint: "the cake"}))
	then(store.OrderWant(1, mike, ""))
	then(store.Snooze(models.SnoozeNotSeen, int64(ann), "2099-01-01"))
	_, e := store.CameIn(itemOf(t, store, "saddle"))
	then(e)
	then(store.NoteCall(models.CallOf{WantID: 1}, models.CallReached))
	then(store.MergeItems(itemOf(t, store, "inner tube"), itemOf(t, store, "rubber tube")))
	then(store.HeardBack(1, models.OutcomeSatisfied, "all well"))
	then(store.FinishFollowUp(1, "rang back"))
	then(store.DeleteCustomer(7))
	then(store.TagCustomers([]models.CustomerID{ann, 2}, "regular"))
	then(store.SetPhoto(ann, aPhoto()))
	then(store.SetLogo(pngOf(24, 12), "sign.png"))
	then(store.NotTheSame(ann, 2))
	_, e = store.SaveList("Regulars", models.CustomerFilter{Rungs: []models.Rung{models.RungRepeat}})
	then(e)
	then(store.SavePraise(&models.Praise{CustomerID: ann, StaffID: mike, Text: "Nobody listens like Mike", Channel: models.PraiseReview, Rating: 5, MayQuote: true, Link: "https://example.org/1"}))
	then(store.SavePraise(&models.Praise{SaidBy: "K. B.", Text: "Lovely people", Channel: models.PraiseLetter}))
	do(t, raw(t, store.Path()), "INSERT INTO advert_spend (source_id, month, amount) VALUES (4, '2026-11', 12000)")
	do(t, raw(t, store.Path()), "INSERT INTO label_sheet VALUES (1, 'The ones from the corner shop', 'the ones from the corner shop', 'A4', 7000, 3600, 3, 8, 0, 450, 7000, 3600)",
		"INSERT INTO label_left (name, name_key, label_sheet_id, used) VALUES ('The drawer', 'the drawer', 1, '[1,2,3]')")
	then(store.SaveDraft("visit", `{"Note":"half typed"}`))
	if err != nil {
		t.Fatal(err)
	}
}

// itemOf gives the thing of that name.
func itemOf(t must, store *models.Store, name string) models.ItemID {
	t.Helper()
	found, err := store.FindItems(name, 50)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, item := range found {
		if item.Name == name {
			return item.ID
		}
	}
	t.Fatalf("no %q among %v", name, found)
	return 0
}

// Every file there ever was opens, with all its rows, to the very schema of a fresh one.
func TestEveryVersionOpens(t *testing.T) {
	fresh, _ := modelstest.New(t)
	const schema = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
	want := strings.Join(lines(t, raw(t, fresh.Path()), schema), "\n")
	paths, err := filepath.Glob(fixtures)
	if err != nil || len(paths) != len(models.Steps()) {
		t.Fatalf("%d fixtures for %d versions: each version leaves one behind (%v)", len(paths), len(models.Steps()), err)
	}
	for _, fixture := range paths {
		data, err := os.ReadFile(fixture)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 256<<10 {
			t.Errorf("%s is too large to carry along: %d bytes", fixture, len(data))
		}
		path := filepath.Join(t.TempDir(), filepath.Base(fixture))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		old := raw(t, path)
		kept := shapeOf(t, old)
		before := kept.dump(t, old)
		if strings.Contains(strings.Replace(before, "== undoing\n\n", "", 1), "\n\n") {
			t.Errorf("%s has a table without rows:\n%s", fixture, before)
		}
		store := modelstest.Open(t, path, modelstest.NewClock())
		db := raw(t, path)
		if got := strings.Join(lines(t, db, schema), "\n"); got != want {
			t.Errorf("%s opens to another schema than a fresh file's; before its release, write it anew with -fixture:\n%s", fixture, difference(want, got))
		}
		// Rows that a later step changes on purpose are compared there, in a test of that step.
		if now := kept.dump(t, db); now != before {
			t.Errorf("%s lost or changed rows:\n%s", fixture, difference(before, now))
		}
		if err := store.Recount(); err != nil {
			t.Error(err)
		}
		if now := kept.dump(t, db); now != before {
			t.Errorf("%s had wrong sums:\n%s", fixture, difference(before, now))
		}
		for _, text := range []string{"hug", "jose", "王", "оль", "محمد", "עמי", "0110"} {
			if rows, err := store.FindCustomers(text, 5); err != nil || len(rows) == 0 {
				t.Errorf("%s: %q finds nobody (%v)", fixture, text, err)
			}
		}
		checkRules(t, path)
	}
}

// A step that fails leaves the file to the last byte as it was, and one that works is there whole, with its number.
func TestAMigrationIsThereOrNot(t *testing.T) {
	for _, c := range []struct{ name, step, fault string }{
		{"a mistake at its end", "CREATE TABLE extra (x INTEGER) STRICT; UPDATE customer SET name = 'Nobody'; DROP TABLE draft; SELECT * FROM nowhere;", "no such table: nowhere"},
		{"orphans", "UPDATE customer SET name = 'Nobody'; DELETE FROM item;", "names a row of item that is not there"},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := modelstest.NewClock()
			store := modelstest.Open(t, filepath.Join(t.TempDir(), "shop.goodturn"), clock)
			bitOfEverything(t, store, clock)
			before, err := os.ReadFile(store.Path())
			if err != nil {
				t.Fatal(err)
			}
			if err := store.Migrate(append(models.Steps(), c.step)); err == nil || !strings.Contains(err.Error(), c.fault) {
				t.Errorf("the step gave %v, want %q", err, c.fault)
			}
			if n := one[int](t, raw(t, store.Path()), "PRAGMA user_version"); n != len(models.Steps()) {
				t.Errorf("the file says it is of version %d", n)
			}
			if err := store.SaveCustomer(&models.Customer{Name: "After"}); err != nil {
				t.Errorf("the file is of no use afterwards: %v", err)
			}
			if err := store.UndoLast(); err != nil {
				t.Error(err)
			}
			checkRules(t, store.Path())
			if err := store.Close(); err != nil {
				t.Fatal(err)
			}
			again, err := models.Open(store.Path())
			if err != nil {
				t.Fatal(err)
			}
			defer again.Close()
			old := filepath.Join(t.TempDir(), "before.goodturn")
			if err := os.WriteFile(old, before, 0o600); err != nil {
				t.Fatal(err)
			}
			if was, now := dump(t, raw(t, old)), dump(t, raw(t, store.Path())); was != now {
				t.Errorf("the failed step left:\n%s", difference(was, now))
			}
		})
	}
}

// A rebuilt table keeps the rows that point at it, whatever their ON DELETE says.
func TestAMigrationRebuildsATable(t *testing.T) {
	clock := modelstest.NewClock()
	store := modelstest.Open(t, filepath.Join(t.TempDir(), "shop.goodturn"), clock)
	bitOfEverything(t, store, clock)
	db := raw(t, store.Path())
	children := "SELECT (SELECT count(*) FROM visit), (SELECT count(*) FROM request), (SELECT count(*) FROM alternative), (SELECT count(*) FROM visit_search)"
	before := lines(t, db, children)
	columns := strings.ReplaceAll(strings.Join(lines(t, db, "SELECT name || ' ' || type FROM pragma_table_info('visit') WHERE name <> 'id'"), ", "), `"`, "")
	// Without the pragma the renaming stops at the triggers elsewhere that name the table (sqlite.org/lang_altertable.html, 7).
	steps := append(models.Steps(), "PRAGMA legacy_alter_table = ON; CREATE TABLE remade (id INTEGER PRIMARY KEY, "+columns+`) STRICT;
		INSERT INTO remade SELECT * FROM visit; DROP TABLE visit; ALTER TABLE remade RENAME TO visit; PRAGMA legacy_alter_table = OFF;`,
		"CREATE TABLE remembered AS SELECT * FROM remember")
	if err := store.Migrate(steps); err != nil {
		t.Fatal(err)
	}
	if now := lines(t, db, children); now[0] != before[0] || one[int](t, db, "SELECT count(*) FROM remembered") == 0 {
		t.Errorf("the rows went from %v to %v", before, now)
	}
	if n := one[int](t, db, "PRAGMA user_version"); n != len(steps) {
		t.Errorf("two steps on, the file is of version %d", n)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	was, err := os.ReadFile(store.Path())
	if err != nil {
		t.Fatal(err)
	}
	_, err = models.Open(store.Path())
	wantProblem(t, err, "file", "file.newer")
	if now, err := os.ReadFile(store.Path()); err != nil || !bytes.Equal(was, now) {
		t.Errorf("a newer file was touched (%v)", err)
	}
}

// fixtureOf gives the path of a copy of the fixture of that version, and what is in it.
func fixtureOf(t *testing.T, version int) (path string, data []byte) {
	t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("testdata/v%d.goodturn", version))
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "shop.goodturn")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path, data
}

// Before an older file is touched comes what must come before; where that fails, the file stays shut and as it was.
func TestABackupComesBeforeAMigration(t *testing.T) {
	path, before := fixtureOf(t, 1)
	asked := 0
	fault := errors.New("no room for a backup")
	_, err := models.Open(path, models.BeforeMigrate(func(from, to int) error {
		asked++
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) || from != 1 || to != len(models.Steps()) {
			t.Errorf("asked about the step from %d to %d of a file that has changed (%v)", from, to, err)
		}
		return fault
	}))
	if !errors.Is(err, fault) || asked != 1 {
		t.Errorf("opening gave %v, asked %d times", err, asked)
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Errorf("the file was touched (%v)", err)
	}
	none := models.BeforeMigrate(func(from, to int) error { t.Errorf("asked about %d to %d", from, to); return nil })
	for _, path := range []string{filepath.Join(t.TempDir(), "new.goodturn"), modelstest.Open(t, path, modelstest.NewClock()).Path()} {
		store, err := models.Open(path, models.Create(), none)
		if err != nil {
			t.Fatal(err)
		}
		store.Close()
	}
}

// After a step that failed the old program opens the file as if nothing had been tried.
func TestAFailedMigrationLeavesTheFileToTheOldProgram(t *testing.T) {
	path, before := fixtureOf(t, len(models.Steps()))
	steps := append(models.Steps(), "UPDATE customer SET name = 'Nobody'; SELECT * FROM nowhere;")
	if _, err := models.Open(path, models.WithSteps(steps)); err == nil {
		t.Fatal("the step went well")
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(before, now) {
		t.Errorf("the failed step left another file (%v)", err)
	}
	old, err := models.Open(path, models.WithSteps(models.Steps()))
	if err != nil {
		t.Fatalf("the old program says %v", err)
	}
	defer old.Close()
	if found, err := old.FindCustomers("hug", 5); err != nil || len(found) != 1 {
		t.Errorf("the old program finds %v, %v", found, err)
	}
}

// shape is which columns the tables of a file have.
type shape map[string][]string

func shapeOf(t *testing.T, db *sql.DB) shape {
	t.Helper()
	kept := shape{}
	for _, table := range tables(t, db) {
		if slices.Contains(notDumped, table) {
			continue
		}
		for _, line := range lines(t, db, "SELECT name FROM pragma_table_info('"+table+"')") {
			kept[table] = append(kept[table], strings.Trim(line, `"`))
		}
	}
	return kept
}

// dump is the dump of a file that may have more columns and tables since.
func (s shape) dump(t *testing.T, db *sql.DB) string {
	t.Helper()
	var b strings.Builder
	for _, table := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "== %s\n%s\n", table, strings.Join(lines(t, db, "SELECT "+strings.Join(s[table], ", ")+" FROM "+table+" ORDER BY 1"), "\n"))
	}
	return b.String()
}
