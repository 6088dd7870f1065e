package views

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"goodturn/app"
	"goodturn/app/paper"
	"goodturn/models"
	"goodturn/views/kit"
)

// cardsSheet prints envelopes, and cards to write in by hand. What was chosen is chosen again the next time.
type cardsSheet struct {
	*postPeople
	what      *kit.Select
	whatField *kit.Field
	greeting  *kit.Entry
	many      *kit.Entry // how many folded cards
	typed     bool       // the owner said how many
	ruled     *kit.Tick
	sides     *kit.Select
	adjust    *kit.Button
	summary   *kit.RichLine
	folds     *fyne.Container // the choices of folded cards
	cards     *fyne.Container // and those of all cards
	sidesAt   *kit.Field
	orderAt   *kit.Field
	form      *kit.Form
	desk      *desk
	came      cameAsk // what printing comes to
}

// showCards opens the sheet for a group of people, or without one for those to be thanked by card, and gives it; nil where it could not.
func showCards(w *Window, first *postWhom) *cardsSheet {
	groups, err := postChoices(w, first)
	var shop models.Shop
	if err == nil {
		shop, err = w.store().Shop()
	}
	if err != nil {
		w.Trouble(err)
		return nil
	}
	s := &cardsSheet{form: kit.NewForm(), postPeople: newPostPeople(w, shop, groups, kit.T("cards.together"), nil)}
	s.left.leave = func() { s.desk.sheet.Close() }
	s.postPeople.count, s.postPeople.found = s.count, s.onLetters
	s.desk = newDesk(w, deskPaper{kind: app.PaperPost, title: kit.T("cards.sheet"), choices: s.choices(), width: 275,
		prepare: s.prepare, whole: s.whole, printer: s.onPrinter, beside: kit.HStack(0, s.adjust), printed: s.printed})
	s.reading = true
	s.onPrinter()
	s.onWhat(s.what.Value())
	s.read()
	s.desk.through.find()
	return s
}

// choices are all that is chosen, in the order in which one thinks of it.
func (s *cardsSheet) choices() fyne.CanvasObject {
	prefs, uid := s.w.app.Prefs, s.shop.UID
	s.what = kit.NewSelect(postPaperChoices(), lastPostPaper(prefs, s.shop), s.onWhat)
	s.whatField = kit.NewField(kit.T("cards.what"), s.what)
	s.greeting = kit.NewEntry("")
	s.greeting.SetText(prefs.CardGreeting(uid, kit.T("cards.greeting.usual")))
	s.greeting.OnChanged = s.onGreeting
	s.many = kit.NewEntry("")
	s.many.OnChanged = s.onMany
	s.ruled = kit.NewTick(kit.T("cards.ruled"), prefs.CardsRuled(), s.onRuled)
	s.sides = kit.NewSelect(nil, sidesInTurn, s.onSides)
	s.sidesAt = kit.NewField(kit.T("cards.sides"), s.sides)
	s.adjust = kit.NewButton("", s.onAdjust).Link().Small()
	s.summary = kit.Quiet("")
	s.folds = kit.VStack(0, s.form.Add("count", kit.NewField(kit.T("cards.many"), s.many).WithHint(kit.T("cards.many.hint"))))
	s.cards = kit.VStack(12, kit.NewField(kit.T("cards.greeting"), s.greeting), s.ruled)
	s.orderAt = kit.NewField(kit.T("labels.order"), s.order)
	const edge = -4 // links have room of their own around their words
	return kit.VStack(12, s.whatField,
		kit.VStack(4, kit.NewField(kit.T("labels.whom"), s.whom), s.summary, kit.Inset(edge, 0, edge, 0, s.left.object)),
		s.folds, s.cards, s.sidesAt, s.together, s.orderAt)
}

// onWhat shows the choices that belong to what is printed, and says how it is put in.
func (s *cardsSheet) onWhat(value string) {
	s.w.app.Prefs.SetPostPaper(s.shop.UID, value)
	kind := s.kind()
	s.folds.Hidden, s.cards.Hidden = !kind.folds(), kind.envelope != ""
	s.orderAt.Hidden = kind.folds() // one is as the other
	s.sides.SetChoices(kind.sides())
	s.sides.SetValue(kind.lastSides(s.w.app.Prefs.CardSides()))
	s.onPrinter()
	s.renew()
}

// renew shows what is chosen now.
func (s *cardsSheet) renew() {
	kind := s.kind()
	s.sidesAt.Hidden = kind.envelope != "" || kind.folds() && !s.ruled.On()
	s.sidesAt.SetHint(kind.turning(s.way()))
	s.whatField.SetHint(kind.feed(s.shop))
	s.count()
	s.desk.renew()
}

func (s *cardsSheet) onGreeting(greeting string) {
	s.w.app.Prefs.SetCardGreeting(s.shop.UID, greeting)
	s.desk.renew()
}

func (s *cardsSheet) onRuled(on bool) {
	s.w.app.Prefs.SetCardsRuled(on)
	s.renew()
}

func (s *cardsSheet) onSides(sides string) {
	s.w.app.Prefs.SetCardSides(sides)
	s.renew()
}

// onMany takes how many folded cards the owner wants.
func (s *cardsSheet) onMany(string) {
	s.typed = true
	s.count()
	s.desk.renew()
}

// onLetters shows the envelopes of other people; a card is for each of them, unless the owner said how many.
func (s *cardsSheet) onLetters() {
	s.desk.preview.at = 0
	if !s.typed {
		s.many.SetText(strconv.Itoa(max(len(s.letters), 1)))
		s.typed = false
	}
	s.count()
	s.desk.renew()
}

// mostCards is the most that are printed at a time: more is a number that was mistyped.
const mostCards = 500

// number is how many folded cards are wanted; 0 for what is no number of cards.
func (s *cardsSheet) number() int {
	n, err := strconv.Atoi(strings.TrimSpace(s.many.Text))
	if err != nil || n < 1 || n > mostCards {
		return 0
	}
	return n
}

// pieces is how many envelopes or cards are printed.
func (s *cardsSheet) pieces() int {
	if s.kind().folds() {
		return s.number()
	}
	return len(s.letters)
}

// count says how much that makes, and beside its field what is no number.
func (s *cardsSheet) count() {
	kind, n := s.kind(), s.pieces()
	problem := ""
	if kind.folds() && n == 0 && s.typed {
		problem = kit.Sentence(models.Problem{Field: "count", Key: "cards.count", Args: map[string]any{"Most": mostCards}})
	}
	s.form.Field("count").SetProblem(problem)
	text := kit.T("labels.count.nobody")
	switch {
	case s.reading && !kind.folds():
		text = kit.T("labels.count.reading")
	case kind.envelope != "" && n > 0:
		text = kit.TN("cards.envelopes", n, "Count", kit.Count(n))
	case n > 0:
		sheets := paper.CardSheets(kind.card, n)
		text = kit.T("labels.count", "Labels", kit.TN("cards.cards", n, "Count", kit.Count(n)), "Sheets", kit.TN("labels.sheets", sheets, "Count", kit.Count(sheets)))
	case problem != "":
		text = ""
	}
	s.summary.SetText(text)
	s.desk.allow(n > 0)
	s.desk.sheet.Refit()
}

// nudge is how far the chosen printer is moved for what is printed.
func (s *cardsSheet) nudge() app.Nudge {
	printer := s.desk.through.name()
	if s.kind().envelope != "" {
		return s.w.app.Prefs.EnvelopeNudge(printer)
	}
	return s.w.app.Prefs.LabelNudge(printer)
}

// onPrinter says how far the printer that is chosen is moved.
func (s *cardsSheet) onPrinter() {
	s.adjust.SetText(nudgeText(s.nudge()))
	s.desk.sheet.Refit()
}

func (s *cardsSheet) onAdjust() {
	printer, keep := s.desk.through.name(), s.w.app.Prefs.SetLabelNudge
	if s.kind().envelope != "" {
		keep = s.w.app.Prefs.SetEnvelopeNudge
	}
	showNudge(s.w, nudging{through: s.desk.through, now: s.nudge(), hint: kit.T("cards.nudge.hint"),
		keep: func(n app.Nudge) { keep(printer, n); s.onPrinter() }})
}
