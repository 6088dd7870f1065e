package paper

import "fmt"

// EnvelopesInput is what envelopes are made from.
type EnvelopesInput struct {
	Frame         // its Paper is the envelope
	Title  string // of the document, for the PDF's properties
	Nudge  Nudge
	Sender []string   // the lines of whom it is from: the shop and its address
	Texts  [][]string // of each envelope the lines of whom it is for
}

// Envelopes lays out envelopes, each when it is asked for: a page as large as the envelope, with whom it is from at the top left. No
// text leaves its place, as on a label. It fails only without a Typesetter, and for a paper that is no envelope.
func Envelopes(in EnvelopesInput) (*Document, error) {
	if in.Setter == nil {
		return nil, fmt.Errorf("paper: envelopes need a typesetter")
	}
	if !in.Paper.IsEnvelope() {
		return nil, fmt.Errorf("paper: %q is no envelope", string(in.Paper))
	}
	width, height, err := in.Paper.Size()
	if err != nil {
		return nil, err
	}
	e := &envelopes{in: in, width: width, height: height}
	return &Document{
		Title: in.Title, Author: in.Shop, Language: in.Language, Made: in.Made,
		setter: in.Setter, trueSize: true, media: envelopeMedia[in.Paper], later: &laterPages{count: max(1, len(in.Texts)), page: e.page},
	}, nil
}

// Where things stand on an envelope, in millimetres. The posts agree so far that one place suits all of them: the address in the right
// half, 40 below the top, where stamps and postmarks are, 15 from the right and 18 above the foot, where machines print. (Universal
// Postal Union, S42; Royal Mail, "clear zones"; Deutsche Post, "automation-compatible letters"; USPS, DMM 202: at most 70 and at least
// 16 above the foot, 13 from the side.)
const (
	envelopeEdge   = 8.0
	envelopeTop    = 40.0
	envelopeSide   = 15.0
	envelopeFoot   = 18.0
	envelopeLeft   = 0.45 // of the width
	senderHigh     = 28.0
	senderFrank    = 74.0 // what postmarks need at the right
	senderLogoHigh = 11.0
	senderLogoWide = 26.0
	senderLargest  = 9.5
	addressLargest = 13.0
)

// envelopes are envelopes being laid out.
type envelopes struct {
	in            EnvelopesInput
	width, height float64
}

func (e *envelopes) page(i int) Page {
	dx, dy := e.in.Nudge.Right, e.in.Nudge.Down
	marks := e.sender(box{envelopeEdge + dx, envelopeEdge + dy, e.width - senderFrank - 2*envelopeEdge, senderHigh})
	if i < len(e.in.Texts) {
		b := e.address()
		b.x, b.y = b.x+dx, b.y+dy
		text := labelBox{x: b.x, y: b.y, width: b.w, height: b.h, largest: addressLargest}
		marks = append(marks, Clipped{X: b.x, Y: b.y, W: b.w, H: b.h, Marks: text.set(e.in.Setter, e.in.Texts[i])})
	}
	return Page{Width: e.width, Height: e.height, Marks: marks}
}

// address is the room for whom it is for.
func (e *envelopes) address() box {
	left := e.width * envelopeLeft
	return box{left, envelopeTop, e.width - left - envelopeSide, e.height - envelopeTop - envelopeFoot}
}

// sender sets whom it is from, beside the logo where there is one.
func (e *envelopes) sender(b box) []Mark {
	var marks []Mark
	text := labelBox{x: b.x, y: b.y, width: b.w, height: b.h, largest: senderLargest, atTop: true}
	if logo, has := e.in.Setter.logo(e.in.Logo); has {
		mark := logo.within(b.x, b.y, senderLogoWide, senderLogoHigh)
		mark.X = b.x
		marks = append(marks, mark)
		text.x, text.width = b.x+mark.W+3, b.w-mark.W-3
	}
	return append(marks, Clipped{X: text.x, Y: b.y, W: text.width, H: b.h, Marks: text.set(e.in.Setter, e.in.Sender)})
}
