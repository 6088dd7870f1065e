package paper

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"goodturn/app/chart"
)

// kindOfPaper is one kind of page that is printed. Every text on it comes from say, which is told what it is for: so a test puts whatever
// it likes wherever a text can stand.
type kindOfPaper struct {
	name   string
	papers []Paper
	layOut func(f Frame, say func(role string) string) (*Document, error)
	places []place // where its main texts stand on the first page
	hidden string  // the roles of texts that stand on none, a word each
}

// place is where a text stands on the first page, in millimetres: where it begins, or where it ends, from the sheet's right edge, if that
// is below 0; and its baseline from the top.
type place struct {
	role        string
	x, baseline float64
}

// beneathMasthead are the places that most pages share, and more.
func beneathMasthead(more ...place) []place {
	return append([]place{{"title", 18, 22}, {"shop", 18, 29}}, more...)
}

// kindsOfPaper are all of them. Whatever else is laid out belongs here.
func kindsOfPaper() []kindOfPaper {
	full, posters := []Paper{A4, Letter}, []Paper{A4, A3, Letter}
	return []kindOfPaper{
		{"thank-you list", full, layThankYous(ThankYouList), beneathMasthead(place{"name", 27.5, 44.5}), "note label"},
		{"writing sheets", full, layThankYous(WritingSheets), beneathMasthead(place{"name", 27.5, 44.5}), "sent"},
		{"labels", full, layLabels, nil, "title shop"},
		{"label test", full, layLabelTest, nil, "shop"},
		{"small cards", full, layCards(CardSmall), nil, "title"},
		{"large cards", full, layCards(CardLarge), nil, "title"},
		{"postcards", []Paper{Letter}, layCards(CardPost), nil, "title"},
		{"envelopes", []Paper{C6, DL, C5, No10}, layEnvelopes, []place{{"sender 1", 8, 11.2}}, "title shop"},
		{"slip to sign", []Paper{A6, A4, Letter}, laySlip(false), []place{{"shop", 9, 13.2}, {"date", 9, 18}, {"reach", 9, 139.5}}, ""},
		{"slip to tear", []Paper{A6, A4, Letter}, laySlip(true), []place{{"shop", 9, 13.2}, {"date", 9, 18}, {"tear", 9, 106.4}, {"thanks", 9, 140.5}}, ""},
		{"call list", full, layCallList, beneathMasthead(place{"thing", 18, 53.2}, place{"state", -18, 53.2}), ""},
		{"Monday page", full, layMonday, beneathMasthead(place{"name", 28, 44.2}, place{"reach", -18, 44.2}), ""},
		{"today", full, layToday, beneathMasthead(place{"part", 18, 44.2}, place{"reach", -18, 51.6}), ""},
		{"customers", full, layCustomers, beneathMasthead(place{"names", 18, 40}, place{"seen", -18, 47.4}), ""},
		{"service log", full, layServiceLog, beneathMasthead(place{"day", 18, 61.7}), ""},
		{"family tree", posters, layFamily(FamilyPoster), []place{{"title", 12, 18}, {"totals", 12, 36}}, "spent column"},
		{"family list", full, layFamily(familyListNow), beneathMasthead(place{"spent", -18, 60}), "left"},
		{"wall", posters, layWall, []place{{"title", 24, 32.8}}, ""},
		{"insights", posters, layInsights, beneathMasthead(place{"picture", 18, 44.2}), ""},
	}
}

// shows tells whether a text of the role stands on its pages.
func (k kindOfPaper) shows(role string) bool {
	word, _, _ := strings.Cut(role, " ")
	return !slices.Contains(strings.Fields(k.hidden), word)
}

func pagesOf(say func(string) string) func(page, total int) string {
	return func(int, int) string { return say("page") }
}

// titled makes the frame say what it says of the shop.
func titled(f Frame, say func(string) string) Frame {
	f.Shop, f.Made = say("shop"), time.Date(2026, 11, 21, 10, 24, 0, 0, time.UTC)
	return f
}

func wordsSaid(say func(string) string) Words {
	return Words{Title: say("title"), Date: say("date"), Count: say("count"), PageOf: pagesOf(say)}
}

func layThankYous(lay func(ThankYouListInput) (*Document, error)) func(Frame, func(string) string) (*Document, error) {
	return func(f Frame, say func(string) string) (*Document, error) {
		in := ThankYouListInput{Frame: titled(f, say), Words: wordsSaid(say)}
		in.Words.Write, in.Words.LeftOut = say("write"), say("left out")
		row := ThankYouRow{Name: say("name"), Contact: say("contact"), Why: say("why"), Since: say("since"), How: say("how")}
		row.Sent, row.Notes = []string{say("sent")}, []Note{{Label: say("label"), Text: say("note")}}
		in.Rows = []ThankYouRow{row, row, row}
		return lay(in)
	}
}

func layLabels(f Frame, say func(string) string) (*Document, error) {
	f = titled(f, say)
	sheet := soldSheets()[0]
	if f.Paper == Letter {
		sheet = soldSheets()[5]
	}
	return Labels(LabelsInput{Frame: f, Title: say("title"), Grid: sheet.grid, Texts: [][]string{{say("line 1"), say("line 2"), say("line 3")}, {say("line 1")}}})
}

func layLabelTest(f Frame, say func(string) string) (*Document, error) {
	f = titled(f, say)
	sheet := soldSheets()[0]
	if f.Paper == Letter {
		sheet = soldSheets()[5]
	}
	return LabelTest(LabelTestInput{Frame: f, Grid: sheet.grid, Words: LabelTestWords{Title: say("title"), Steps: []string{say("step 1"), say("step 2")}, Right: say("right"), Down: say("down")}})
}

func layCards(kind CardKind) func(Frame, func(string) string) (*Document, error) {
	return func(f Frame, say func(string) string) (*Document, error) {
		in := CardsInput{Frame: titled(f, say), Title: say("title"), Kind: kind, Sides: CardInTurn, Ruled: true, Count: 1,
			Greeting: say("greeting"), From: say("from"), Reach: []string{say("reach 1"), say("reach 2")}}
		if kind == CardPost {
			in.Texts = [][]string{{say("line 1"), say("line 2")}}
		}
		return Cards(in)
	}
}

func layEnvelopes(f Frame, say func(string) string) (*Document, error) {
	return Envelopes(EnvelopesInput{Frame: titled(f, say), Title: say("title"), Sender: []string{say("sender 1"), say("sender 2")},
		Texts: [][]string{{say("line 1"), say("line 2"), say("line 3")}, {say("line 1")}}})
}

// laySlip is a slip that ends with what is torn off, or else with a line to sign on.
func laySlip(tear bool) func(Frame, func(string) string) (*Document, error) {
	return func(f Frame, say func(string) string) (*Document, error) {
		in := SlipInput{Frame: titled(f, say), Reach: say("reach"), Words: SlipWords{Title: say("title"), Date: say("date"), PageOf: pagesOf(say)}}
		in.Parts = []SlipPart{{Heading: say("heading"), Label: say("label"), Text: say("text"), Tick: say("tick"), Ticked: true}, {Label: say("label 2"), Text: say("text 2")}}
		if !tear {
			in.Words.Sign = say("sign")
			return Slip(in)
		}
		in.Tear = &SlipTear{Hint: say("hint"), Title: say("tear"), Reach: say("tear reach"), Name: say("name"), About: say("about"),
			Fields: []string{say("field 1"), say("field 2")}, Thanks: say("thanks")}
		return Slip(in)
	}
}

func layCallList(f Frame, say func(string) string) (*Document, error) {
	in := CallListInput{Frame: titled(f, say), Words: CallListWords{Title: say("title"), Date: say("date"), Name: say("names"), Phone: say("numbers"),
		Boxes: [callBoxes]string{say("box 1"), say("box 2"), say("box 3")}, Count: say("count"), LeftOut: say("left out"), PageOf: pagesOf(say)}}
	in.Things = []CallListThing{{Name: say("thing"), State: say("state"), People: []CallListPerson{
		{Name: say("name"), Phone: say("phone"), Since: say("since")}, {Name: say("name 2"), Phone: say("phone 2"), Since: say("since 2")}}}}
	return CallList(in)
}

func layMonday(f Frame, say func(string) string) (*Document, error) {
	in := MondayInput{Frame: titled(f, say), Words: MondayWords{Title: say("title"), Date: say("date"), Say: say("say"), Note: say("note"), LeftOut: say("left out"), Count: say("count"), PageOf: pagesOf(say)}}
	for range MondayRows {
		in.People = append(in.People, MondayPerson{Name: say("name"), Reach: say("reach"), Because: say("because"), Say: say("words")})
	}
	return Monday(in)
}

func layToday(f Frame, say func(string) string) (*Document, error) {
	in := TodayInput{Frame: titled(f, say), Words: wordsSaid(say)}
	in.Words.LeftOut = say("left out")
	in.Parts = []TodayPart{{Title: say("part"), More: say("more"), People: []TodayPerson{{Name: say("name"), Reach: say("reach"),
		Lines: []TodayLine{{Why: say("why"), When: say("when")}, {Why: say("why 2"), When: say("when 2")}}}}}}
	return TodaySheet(in)
}

func layCustomers(f Frame, say func(string) string) (*Document, error) {
	in := CustomerListInput{Frame: titled(f, say), Addresses: true, Words: CustomerListWords{Title: say("title"), Date: say("date"), Name: say("names"), Reach: say("reaches"),
		Address: say("addresses"), Seen: say("seens"), Count: say("count"), LeftOut: say("left out"), PageOf: pagesOf(say)}}
	for range 3 {
		in.Rows = append(in.Rows, CustomerListRow{Name: say("name"), Badge: say("badge"), Phone: say("phone"), Email: say("email"), Address: say("address"), Seen: say("seen")})
	}
	return CustomerList(context.Background(), in, func(int, int) {})
}

func layServiceLog(f Frame, say func(string) string) (*Document, error) {
	in := ServiceLogInput{Frame: titled(f, say), Words: ServiceLogWords{Title: say("title"), Date: say("date"), When: say("when"), What: say("whats"), Who: say("whos"),
		Outcome: say("outcomes"), Count: say("count"), Asked: say("asked"), Totals: say("totals"), PageOf: pagesOf(say)}}
	in.Rows = []ServiceLogRow{{Day: say("day"), Time: say("time"), What: say("what"), Reason: say("reason"), Words: say("words"), Who: say("who"), Served: say("served"),
		Outcome: say("outcome"), Offered: say("offered")}}
	return ServiceLog(in)
}

func layFamily(lay func(FamilyInput) (*Document, error)) func(Frame, func(string) string) (*Document, error) {
	return func(f Frame, say func(string) string) (*Document, error) {
		in := FamilyInput{Frame: titled(f, say), Words: FamilyWords{Title: say("title"), Date: say("date"), Totals: say("totals"), Left: say("left out"), PageOf: pagesOf(say),
			Goes: func(more string, _ int) string { return more + say("goes") }, From: func(name string, _ int) string { return name + say("from") },
			Columns: [3]string{say("column 1"), say("column 2"), say("column 3")}}}
		for _, up := range []int{-1, 0, 1, 0} {
			in.People = append(in.People, FamilyPerson{Parent: up, Name: say("name"), Under: say("under"), Spent: say("spent"), More: say("more")})
		}
		return lay(in)
	}
}

func familyListNow(in FamilyInput) (*Document, error) {
	return FamilyList(context.Background(), in, func(int, int) {})
}

func layWall(f Frame, say func(string) string) (*Document, error) {
	in := WallInput{Frame: titled(f, say), Words: WallWords{Title: say("title"), PageOf: pagesOf(say)}}
	for range 2 {
		in.Quotes = append(in.Quotes, WallQuote{Text: say("text"), By: say("by")})
	}
	return Wall(in)
}

func layInsights(f Frame, say func(string) string) (*Document, error) {
	in := InsightsInput{Frame: titled(f, say), Words: wordsSaid(say)}
	for _, kind := range []chart.Kind{chart.Grouped, chart.Stacked, chart.Across, chart.Lines} {
		p := aPicture(kind, 4)
		p.Title, p.Period, p.Summary, p.Note = say("picture"), say("period"), say("summary"), say("note")
		for i := range p.Slots {
			p.Slots[i] = fmt.Sprint(say("slot"), i)
		}
		for i := range p.Series {
			p.Series[i].Name = say("series")
		}
		in.Pictures = append(in.Pictures, p)
	}
	return Insights(in)
}
