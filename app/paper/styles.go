package paper

// style is how a text looks.
type style struct {
	size float64 // in points
	bold bool
	ink  Color
}

// em turns millimetres into this style's em, and mm turns them back.
func (s style) em(mm float64) float64 { return mm / mmPerPoint / s.size }

func (s style) mm(em float64) float64 { return em * mmPerPoint * s.size }

// leading is the height of one line of running text, in millimetres.
func (s style) leading() float64 { return s.mm(1.38) }

// baseline is how far below the top of its line the baseline lies.
func (s style) baseline() float64 { return s.mm(1.02) }

// The colours of the page, those of the program's light look.
func ink() Color      { return Color{0x2A, 0x27, 0x24} }
func quiet() Color    { return Color{0x6B, 0x63, 0x59} }
func hairline() Color { return Color{0xE0, 0xD7, 0xC8} }
func ruling() Color   { return Color{0xC9, 0xBF, 0xB0} }
func primary() Color  { return Color{0x1F, 0x6F, 0x63} }
func tint() Color     { return Color{0xDD, 0xEF, 0xE9} }
func onTint() Color   { return Color{0x14, 0x56, 0x4C} }
func white() Color    { return Color{0xFF, 0xFF, 0xFF} }

// The type of the page.
func titleStyle() style   { return style{size: 21, bold: true, ink: ink()} }
func nameStyle() style    { return style{size: 12.5, bold: true, ink: ink()} }
func bodyStyle() style    { return style{size: 10.5, ink: ink()} }
func contactStyle() style { return style{size: 10, ink: quiet()} }
func sentStyle() style    { return style{size: 9.5, ink: quiet()} }
func badgeStyle() style   { return style{size: 9, bold: true, ink: onTint()} }
func smallStyle() style   { return style{size: 8.5, ink: quiet()} }
func shopStyle() style    { return style{size: 11, bold: true, ink: primary()} }
func dateStyle() style    { return style{size: 11, ink: quiet()} }
func logoStyle() style    { return style{size: 24, bold: true, ink: white()} }
