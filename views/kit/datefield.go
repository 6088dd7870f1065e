package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"goodturn/models"
)

// DateField is an entry for a day, or for a day with a time. While it is typed in, it
// says beneath how it understood the words; when it is left, it writes them so.
type DateField struct {
	Entry

	// Past is for days that have been: a weekday is the last one, and what cannot be read is answered with such examples.
	Past bool

	now    func() time.Time
	order  DayOrder
	moment bool
	note   *fieldNote
}

// NewDateField makes an empty field for a day; see ParseDay for what it reads.
func NewDateField(now func() time.Time, order DayOrder) *DateField {
	d := &DateField{now: now, order: order, note: newFieldNote()}
	d.init(d, T("kit.day.like"))
	d.OnChanged = d.typed
	return d
}

// NewMomentField makes an empty field for a day with a time; see ParseMoment.
func NewMomentField(now func() time.Time, order DayOrder) *DateField {
	d := NewDateField(now, order)
	d.moment = true
	return d
}

// Day gives the day as YYYY-MM-DD, or "" for an empty field.
func (d *DateField) Day() (string, error) {
	t, err := d.read()
	if err != nil || t.IsZero() {
		return "", err
	}
	return t.Format(dayFormat), nil
}

// Moment gives the day and the time; the zero time for an empty field.
func (d *DateField) Moment() (time.Time, error) { return d.read() }

// SetDay writes a day given as YYYY-MM-DD; "" empties the field.
func (d *DateField) SetDay(day string) {
	t, err := time.ParseInLocation(dayFormat, day, d.now().Location())
	if err != nil {
		d.SetText("")
		return
	}
	d.write(t)
}

// SetMoment writes a day with a time.
func (d *DateField) SetMoment(t time.Time) { d.write(t.In(d.now().Location())) }

// read understands what is written.
func (d *DateField) read() (t time.Time, err error) {
	now := d.now()
	if d.moment {
		t, err = parseMoment(d.Text, now, d.order, d.Past)
	} else if day, unread := parseDay(d.Text, now, d.order, d.Past); unread != nil || day == "" {
		err = unread
	} else {
		t, err = time.ParseInLocation(dayFormat, day, now.Location())
	}
	if p, ok := models.IsProblem(err); ok && d.Past && p.Key == "date.unknown" {
		err = problem("date.unknownPast", p.Args)
	}
	return t, err
}

// write puts t into words that read can read again.
func (d *DateField) write(t time.Time) {
	text := understood(t)
	if d.moment {
		text = T("kit.day.at", "Day", d.nearWord(t), "Time", Clock(t))
	}
	d.SetText(text)
	d.hideNote()
}

// nearWord is "today" and the like where there is one, else the day in full.
func (d *DateField) nearWord(t time.Time) string {
	if days := daysBetween(d.now(), t); days >= -1 && days <= 1 {
		return DayText(d.now(), t.Format(dayFormat))
	}
	return understood(t)
}

// understood is a day with its weekday and its year: "Sat 21 Nov 2026".
func understood(t time.Time) string {
	return T("kit.day.understood", newCalendar().names(t, false)...)
}

// typed says how the words are understood.
func (d *DateField) typed(string) {
	layer := TopLayer(canvasOf(d))
	if layer == nil || !d.focused {
		return
	}
	t, err := d.read()
	switch {
	case err != nil:
		_, sentence, _ := problemIn(err)
		d.note.show(sentence, ColorQuiet)
	case t.IsZero():
		d.hideNote()
		return
	case d.moment:
		d.note.show(T("kit.day.at", "Day", understood(t), "Time", Clock(t)), ColorInk)
	default:
		d.note.show(understood(t), ColorInk)
	}
	layer.ShowFloat(d.note, d)
}

func (d *DateField) hideNote() {
	if layer := TopLayer(canvasOf(d)); layer != nil && layer.floats(d.note) {
		layer.HideFloat()
	}
}

// setProblem takes the note away when there is a sentence beneath the field, which says the same.
func (d *DateField) setProblem(on bool) {
	d.Entry.setProblem(on)
	if on {
		d.hideNote()
	}
}

// FocusLost writes the day as it was understood.
func (d *DateField) FocusLost() {
	d.Entry.FocusLost()
	d.hideNote()
	t, err := d.read()
	d.setProblem(err != nil)
	if err == nil && !t.IsZero() {
		d.write(t)
	}
}

// fieldNote floats beneath a field and says something about it.
type fieldNote struct {
	widget.BaseWidget
	words *RichLine
}

func newFieldNote() *fieldNote {
	n := &fieldNote{words: Quiet("")}
	n.ExtendBaseWidget(n)
	return n
}

func (n *fieldNote) show(text string, color fyne.ThemeColorName) {
	n.words.look.color = color
	n.words.SetText(text)
	n.Refresh()
}

// MinSize is that of the words on one line.
func (n *fieldNote) MinSize() fyne.Size {
	return fyne.NewSize(n.words.naturalWidth(), n.words.lineHeight()).AddWidthHeight(20, 12)
}

// CreateRenderer is Fyne's way to ask for what is drawn.
func (n *fieldNote) CreateRenderer() fyne.WidgetRenderer {
	ground := newSurface(ColorCard, ColorHairline, radiusField)
	ground.shadow = true
	return widget.NewSimpleRenderer(Over(ground, Inset(10, 6, 10, 6, n.words)))
}
