package exchange

import (
	"fmt"

	"goodturn/models"
)

// What a file may be. Beyond it the file is not a list of a shop's customers, but a mistake or an attack, and the
// memory it would take is the owner's.
const (
	maxFile       = 512 << 20 // bytes; a million people with full addresses take half of it
	maxRows       = 1 << 20   // the rows of an Excel sheet
	maxColumns    = 1000      // Outlook exports 92, Google about 100
	maxRecord     = 1 << 20   // bytes of one row; a note of a whole letter takes a hundredth
	maxUnzipped   = 1 << 30   // bytes of all parts of an Excel file together; 100,000 people take a tenth
	maxPart       = 16 << 20  // bytes of a part that is read as a whole: styles, names of sheets
	maxParts      = 4096      // parts of an Excel file: sheets, drawings, pictures
	maxStretch    = 256 << 10 // bytes without a tag in an Excel file; one cell holds 32,767 signs
	maxStrings    = 64 << 20  // bytes of the table of texts of an Excel file
	maxProperty   = 1 << 20   // bytes of one unfolded line of a vCard that is kept; photos are not
	maxProperties = 1000      // lines of one vCard that are kept
	maxNesting    = 64        // elements inside one another in an Excel file
)

// trouble makes the Problem of a file that cannot be read, or not as a list of customers.
func trouble(key string, args ...any) error {
	p := models.Problem{Field: "file", Key: "import." + key}
	for i := 0; i+1 < len(args); i += 2 {
		if p.Args == nil {
			p.Args = map[string]any{}
		}
		p.Args[args[i].(string)] = args[i+1]
	}
	return p
}

// because adds the cause, for the log file.
func because(problem, cause error) error { return fmt.Errorf("%w (%w)", problem, cause) }
