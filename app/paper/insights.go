package paper

import (
	"goodturn/app/chart"
)

// InsightsInput is everything Insights needs.
type InsightsInput struct {
	Frame
	Words    Words // Write and LeftOut are not used
	Pictures []chart.Picture
}

// Insights lays out pictures of figures, each in one piece with its figures in words, from the description and by the layout that the
// screen draws. A picture with nothing to draw says so. No text makes it fail. Its header and footer are those of the thank-you list.
func Insights(in InsightsInput) (*Document, error) {
	return framed(ThankYouListInput{Frame: in.Frame, Words: in.Words}, func(frame thankYouList) {
		frame.header()
		for _, picture := range in.Pictures {
			frame.sheet.place(pictureSheet{frame.sheet}.block(picture))
		}
		if len(in.Pictures) == 0 {
			frame.sheet.place(frame.note(in.Words.Nobody, bodyStyle()))
		}
	})
}

// pictureSheet sets pictures on a sheet.
type pictureSheet struct{ sheet *sheet }

// How many lines a text beside a picture may take, and how high a picture is at most, in millimetres: it is never split.
const (
	pictureTitleLines = 2
	pictureWordLines  = 6
	highestPicture    = 150
)

// block sets a picture: what it is, of when, the figures in words, the drawing, and what is to be known of it.
func (p pictureSheet) block(picture chart.Picture) []strip {
	s := p.sheet
	block := []strip{gap(4)}
	add := func(text string, st style, most int) {
		block = append(block, s.paragraph(text, st, s.left, s.right, most)...)
	}
	add(picture.Title, todayHeading(), pictureTitleLines)
	add(picture.Period, smallStyle(), pictureTitleLines)
	add(picture.Summary, contactStyle(), pictureWordLines)
	if picture.Blank() {
		add(picture.Empty, contactStyle(), pictureWordLines)
	} else {
		block = append(block, gap(2), p.drawn(picture), gap(1))
	}
	add(picture.Note, smallStyle(), pictureWordLines)
	return append(block, gap(2))
}

// drawn is the drawing, in one strip.
func (p pictureSheet) drawn(picture chart.Picture) strip {
	s := p.sheet
	room := chart.Room{Width: s.right - s.left, Text: pictureText * mmPerPoint, Measure: s.wide, First: -1}
	if picture.Kind == chart.Across {
		room.First = 0
	}
	room.Height = min(picture.Height(room), highestPicture)
	out := strip{height: room.Height}
	for _, shape := range picture.Lay(room).Shapes {
		out.marks = append(out.marks, p.mark(shape))
	}
	return out
}

// pictureText is the size of the words in a picture, in points.
const pictureText = 8.5

// wide is how wide the typesetter sets a text of a size in millimetres.
func (s *sheet) wide(text string, size float64, bold bool) float64 {
	return s.setter.paragraph(text, bold).advance() * size
}

func (p pictureSheet) mark(shape chart.Shape) Mark {
	left := p.sheet.left
	switch m := shape.(type) {
	case chart.Box:
		return Rect{X: left + m.X, Y: m.Y, W: m.W, H: m.H, Radius: m.Radius, Fill: inkColor(m.Fill), Ink: inkColor(m.Edge), Thick: m.Thick}
	case chart.Stroke:
		return Line{X1: left + m.X1, Y1: m.Y1, X2: left + m.X2, Y2: m.Y2, Thick: m.Thick, Ink: *inkColor(m.Ink)}
	case chart.Word:
		st := style{size: m.Size / mmPerPoint, bold: m.Bold, ink: *inkColor(m.Ink)}
		return p.sheet.starting(m.Text, st, left+m.X, m.Y+st.baseline(), m.W+0.01)
	}
	return Line{X1: left, X2: left, Ink: white()}
}

// inkColor is the colour of an ink on paper, that of the program's light look; nil for none.
func inkColor(i chart.Ink) *Color {
	if i == chart.InkNone {
		return nil
	}
	c := map[chart.Ink]Color{
		chart.InkMain: primary(), chart.InkSecond: {0x2D, 0x4C, 0x86}, chart.InkThird: {0xA8, 0x62, 0x0F}, chart.InkGood: {0x24, 0x66, 0x3B},
		chart.InkBad: {0x97, 0x30, 0x1F}, chart.InkPlain: {0x5E, 0x55, 0x49}, chart.InkPraise: {0xA6, 0x3F, 0x6B}, chart.InkText: ink(),
		chart.InkQuiet: quiet(), chart.InkRule: hairline(), chart.InkCard: white(),
	}[i]
	return &c
}
