package app

// PaperKind is a kind of paper the owner prints. How each of them was printed last is remembered.
type PaperKind string

// The kinds of paper. What is new is added here.
const (
	PaperThanks    PaperKind = "thanks"
	PaperLabels    PaperKind = "labels"
	PaperSlip      PaperKind = "slip"
	PaperToday     PaperKind = "today"
	PaperCustomers PaperKind = "customers"
	PaperLog       PaperKind = "log"
	PaperFamily    PaperKind = "family"
	PaperWall      PaperKind = "wall"
	PaperInsights  PaperKind = "insights"
	PaperPost      PaperKind = "post" // cards and envelopes
	PaperCalls     PaperKind = "calls"
	PaperMonday    PaperKind = "monday"
)

// PrintWay is a way in which pages leave the program.
type PrintWay string

// The ways to print.
const (
	PrintProgram PrintWay = "program" // the system's program for PDF files shows them, and prints them
	PrintQueue   PrintWay = "queue"   // they go straight to a printer
	PrintFile    PrintWay = "file"    // they are saved as a PDF where the owner chooses
)

// Printed is how pages were printed.
type Printed struct {
	Way     PrintWay
	Printer string // of PrintQueue
}

// LastPrinted is how a kind of paper was printed last. Before the first time it is what any paper was sent to last by earlier versions.
func (p Prefs) LastPrinted(kind PaperKind) Printed {
	last := Printed{PrintWay(p.p.StringWithFallback("print.way."+string(kind), "")), p.p.StringWithFallback("print.queue."+string(kind), "")}
	switch {
	case last.Way != "":
		return last
	case p.p.StringWithFallback("print.queue", "") != "":
		return Printed{PrintQueue, p.p.String("print.queue")}
	}
	return Printed{Way: PrintProgram}
}

// SetLastPrinted remembers it.
func (p Prefs) SetLastPrinted(kind PaperKind, how Printed) {
	p.p.SetString("print.way."+string(kind), string(how.Way))
	p.p.SetString("print.queue."+string(kind), how.Printer)
}
