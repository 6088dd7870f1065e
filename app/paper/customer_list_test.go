package paper

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func customer(i int) CustomerListRow {
	return CustomerListRow{
		Name: fmt.Sprintf("Customer %05d", i), Badge: "Regular", Phone: fmt.Sprintf("0171 555 %04d", i),
		Email: fmt.Sprintf("customer%d@example.org", i), Address: fmt.Sprintf("%d High Street\nLeeds LS1 1AA", i), Seen: "21 November 2026",
	}
}

func customersOf(tb testing.TB, addresses bool, rows ...CustomerListRow) CustomerListInput {
	w := words()
	return CustomerListInput{
		Frame: Frame{Setter: newSetter(tb), Paper: A4, Language: "en-GB", Shop: "Harbour Cycles"}, Addresses: addresses, Rows: rows,
		Words: CustomerListWords{Title: "Regulars", Date: w.Date, Name: "Name", Reach: "Phone and e-mail", Address: "Address", Seen: "Last here",
			Count: fmt.Sprintf("%d customers on this list", len(rows)), Nobody: "There is nobody.", PageOf: w.PageOf},
	}
}

// printedCustomers lays the list out and writes it, and fails unless the PDF is valid.
func printedCustomers(tb testing.TB, in CustomerListInput) ([]byte, *Document) {
	tb.Helper()
	document, err := CustomerList(context.Background(), in, func(int, int) {})
	if err != nil {
		tb.Fatal(err)
	}
	return written(tb, document), document
}

func TestCustomerListSaysWhoTheyAre(t *testing.T) {
	for _, n := range []int{0, 1, 40} {
		var rows []CustomerListRow
		for i := range n {
			rows = append(rows, customer(i))
		}
		in := customersOf(t, true, rows...)
		in.Words.LeftOut = "3 addresses are left out: these people asked for no post."
		pdf, document := printedCustomers(t, in)
		text := textIn(t, pdf)
		wants := []string{"Regulars", "Harbour Cycles", "21 November 2026", in.Words.Count, in.Words.LeftOut, fmt.Sprintf("Page %[1]d of %[1]d", len(document.Pages))}
		for _, row := range rows {
			wants = append(wants, row.Name, row.Phone, row.Email, strings.Split(row.Address, "\n")[0])
		}
		if n == 0 {
			wants = append(wants, "There is nobody.")
		}
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%d: %q is missing from\n%s", n, want, text)
			}
		}
		if heads := strings.Count(text, "Last here"); heads != len(document.Pages) {
			t.Errorf("%d: the columns are named on %d of %d pages", n, heads, len(document.Pages))
		}
	}
}

func TestCustomerListOfNumbersHasNoAddress(t *testing.T) {
	pdf, _ := printedCustomers(t, customersOf(t, false, customer(7)))
	if text := textIn(t, pdf); strings.Contains(text, "High Street") || strings.Contains(text, "Address") || !strings.Contains(text, "0171 555 0007") {
		t.Errorf("the page says\n%s", text)
	}
}

// Whatever people are called, every one stands in the margins of a page, and a row is never in two.
func TestCustomerListKeepsItsMargins(t *testing.T) {
	part := rapid.OneOf(rapid.SampledFrom([]string{"", "王小明", "محمد بن علي", "שרה לוי", "Zoë 🚲", "Владимир", "प्रिया", strings.Repeat("W", 200)}), rapid.StringN(0, 60, -1))
	rapid.Check(t, func(rt *rapid.T) {
		var rows []CustomerListRow
		for range rapid.IntRange(1, 60).Draw(rt, "rows") {
			rows = append(rows, CustomerListRow{Name: part.Draw(rt, "name"), Badge: part.Draw(rt, "badge"), Phone: part.Draw(rt, "phone"),
				Email: part.Draw(rt, "e-mail"), Address: part.Draw(rt, "street") + "\n" + part.Draw(rt, "place"), Seen: part.Draw(rt, "seen")})
		}
		in := customersOf(t, rapid.Bool().Draw(rt, "addresses"), rows...)
		document, err := CustomerList(context.Background(), in, func(int, int) {})
		if err != nil {
			rt.Fatal(err)
		}
		edges := 0
		for _, page := range document.Pages {
			checkMargins(rt, page)
			for _, mark := range page.Marks {
				if line, ok := mark.(Line); ok && line.Thick == 0.2 {
					edges++
				}
			}
		}
		if edges != len(rows) {
			rt.Fatalf("%d rows for %d people", edges, len(rows))
		}
	})
}

func TestCustomerListTellsALongAddress(t *testing.T) {
	row := customer(1)
	row.Address = "The Mill\n1 Road\nVillage\nTown\nWales"
	pdf, _ := printedCustomers(t, customersOf(t, true, row))
	if text := textIn(t, pdf); !strings.Contains(text, "Town, Wales") {
		t.Errorf("the page says\n%s", text)
	}
}

func TestCustomerListNeedsAPaperAndATypesetter(t *testing.T) {
	in := customersOf(t, true)
	in.Paper = "A0"
	if _, err := CustomerList(context.Background(), in, func(int, int) {}); err == nil {
		t.Error("A0 is accepted")
	}
	in.Setter = nil
	if _, err := CustomerList(context.Background(), in, func(int, int) {}); err == nil {
		t.Error("no typesetter is accepted")
	}
}

// A long name and a long e-mail address are there whole: what is cut cannot be written to.
func TestCustomerListCutsNoAddress(t *testing.T) {
	row := customer(1)
	row.Name, row.Email = "Konstantin Wolkenstein-Papadopoulos", "konstantin.wolkenstein@averylongcompany.example.org"
	pdf, _ := printedCustomers(t, customersOf(t, true, row))
	text := strings.Join(strings.Fields(textIn(t, pdf)), " ")
	for _, want := range []string{"Konstantin", "Papadopoulos", "konstantin.wolkenstein@", "averylongcompany.", "example.org"} {
		if !strings.Contains(text, want) || strings.Contains(text, "…") {
			t.Errorf("%q is missing from\n%s", want, text)
		}
	}
}

// A long list tells how far it is while it is laid out, and ends where nobody wants it any more.
func TestALongCustomerListTellsHowFarItIs(t *testing.T) {
	rows := make([]CustomerListRow, 200)
	in := customersOf(t, false, rows...)
	ctx, stop := context.WithCancel(t.Context())
	told := 0
	_, err := CustomerList(ctx, in, func(done, total int) {
		if told = done; done == 50 {
			stop()
		}
		if total != len(rows) {
			t.Errorf("%d rows in all", total)
		}
	})
	if told != 50 || !errors.Is(err, context.Canceled) {
		t.Errorf("it went on to %d: %v", told, err)
	}
}
