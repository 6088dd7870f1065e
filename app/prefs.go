package app

import (
	"time"

	"fyne.io/fyne/v2"
)

// Prefs are what this machine remembers of the owner's choices. What belongs to the shop is in its file.
type Prefs struct{ p fyne.Preferences }

// LastFile is the shop file opened last; "" before the first.
func (p Prefs) LastFile() string { return p.p.StringWithFallback("file.last", "") }

// SetLastFile remembers the shop file opened last.
func (p Prefs) SetLastFile(path string) { p.p.SetString("file.last", path) }

// The limits of the text size.
const (
	SmallestText = 0.9
	LargestText  = 1.6
)

// TextScale is the size of all text, 1 as designed, from SmallestText to LargestText.
func (p Prefs) TextScale() float32 {
	return float32(min(max(p.p.FloatWithFallback("text.scale", 1), SmallestText), LargestText))
}

// SetTextScale remembers the size of all text.
func (p Prefs) SetTextScale(scale float32) { p.p.SetFloat("text.scale", float64(scale)) }

// Mode is "light", "dark", or "" to follow the system.
func (p Prefs) Mode() string { return p.p.StringWithFallback("look.mode", "") }

// SetMode remembers the choice of light and dark.
func (p Prefs) SetMode(mode string) { p.p.SetString("look.mode", mode) }

// The size of the window before its owner chose one. Fyne does not tell how large the screen is: with its frame this
// fits the smallest the program is made for, 1024×700.
const (
	firstWidth  = 1000
	firstHeight = 640
)

// WindowSize is the size of the window when it was last closed.
func (p Prefs) WindowSize() fyne.Size {
	return fyne.NewSize(float32(p.p.FloatWithFallback("window.width", firstWidth)), float32(p.p.FloatWithFallback("window.height", firstHeight)))
}

// SetWindowSize remembers the size of the window.
func (p Prefs) SetWindowSize(size fyne.Size) {
	p.p.SetFloat("window.width", float64(size.Width))
	p.p.SetFloat("window.height", float64(size.Height))
}

// BackupFolder is where the shop with the given UID is backed up to; "" where none was chosen.
func (p Prefs) BackupFolder(uid string) string {
	return p.p.StringWithFallback("backup.folder."+uid, "")
}

// SetBackupFolder remembers where a shop is backed up to.
func (p Prefs) SetBackupFolder(uid, folder string) { p.p.SetString("backup.folder."+uid, folder) }

// LastBackup is when the shop with the given UID was last backed up, and to which file; the zero time for never.
func (p Prefs) LastBackup(uid string) (at time.Time, path string) {
	seconds := p.p.IntWithFallback("backup.at."+uid, 0)
	if seconds == 0 {
		return time.Time{}, ""
	}
	return time.Unix(int64(seconds), 0), p.p.String("backup.path." + uid)
}

// SetLastBackup remembers a backup that was checked.
func (p Prefs) SetLastBackup(uid string, at time.Time, path string) {
	p.p.SetInt("backup.at."+uid, int(at.Unix()))
	p.p.SetString("backup.path."+uid, path)
}

// ServedBy is the member of staff (their number) who served in the visit saved last.
func (p Prefs) ServedBy(uid string) int64 { return int64(p.p.IntWithFallback("visit.staff."+uid, 0)) }

// SetServedBy remembers who served.
func (p Prefs) SetServedBy(uid string, id int64) { p.p.SetInt("visit.staff."+uid, int(id)) }

// LogRange is the span of days the service log showed last; "" for the one it starts with.
func (p Prefs) LogRange() string { return p.p.StringWithFallback("log.range", "") }

// SetLogRange remembers the span of days of the service log.
func (p Prefs) SetLogRange(span string) { p.p.SetString("log.range", span) }
