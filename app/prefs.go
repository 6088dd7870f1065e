package app

import (
	"encoding/json"
	"image"
	"slices"
	"time"

	"fyne.io/fyne/v2"
)

// Prefs are what this machine remembers of the owner's choices. What belongs to the shop is in its file.
type Prefs struct {
	p    fyne.Preferences
	kept *keptPrefs // nil for none
}

// LastFile is the shop file opened last; "" before the first.
func (p Prefs) LastFile() string { return p.p.StringWithFallback("file.last", "") }

// SetLastFile remembers the shop file opened last.
func (p Prefs) SetLastFile(path string) { p.keepString("file.last", path) }

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

// Language is the code of the language the program speaks, "" for the computer's own.
func (p Prefs) Language() string { return p.p.StringWithFallback("look.language", "") }

// SetLanguage remembers the language.
func (p Prefs) SetLanguage(code string) { p.keepString("look.language", code) }

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

func (p Prefs) setWindowSize(size fyne.Size) {
	p.p.SetFloat("window.width", float64(size.Width))
	p.p.SetFloat("window.height", float64(size.Height))
}

// windowPlace is where the content of the window began when it was last closed, in the system's pixels, if that is known.
func (p Prefs) windowPlace() (at image.Point, known bool) {
	places := p.p.IntList("window.place")
	if len(places) != 2 {
		return image.Point{}, false
	}
	return image.Pt(places[0], places[1]), true
}

func (p Prefs) setWindowPlace(at image.Point) { p.p.SetIntList("window.place", []int{at.X, at.Y}) }

// BackupFolder is the first folder the shop with the given UID is backed up to; "" where none was chosen.
func (p Prefs) BackupFolder(uid string) string {
	return p.p.StringWithFallback("backup.folder."+uid, "")
}

// SetBackupFolder remembers where a shop is backed up to.
func (p Prefs) SetBackupFolder(uid, folder string) { p.keepString("backup.folder."+uid, folder) }

// SecondFolder is the other folder a shop is backed up to; "" for none.
func (p Prefs) SecondFolder(uid string) string {
	return p.p.StringWithFallback("backup.second."+uid, "")
}

// SetSecondFolder remembers the other folder; "" takes it away.
func (p Prefs) SetSecondFolder(uid, folder string) { p.keepString("backup.second."+uid, folder) }

// FolderBackup is what this machine remembers of the backups of one shop in one folder.
type FolderBackup struct {
	Folder  string    `json:"folder"`
	At      time.Time `json:"at,omitzero"`       // of the newest that was checked there; zero for none
	Path    string    `json:"path,omitempty"`    // that backup
	Saved   int64     `json:"saved,omitempty"`   // when the shop file was last saved to before it, in Unix nanoseconds
	Trouble string    `json:"trouble,omitempty"` // the key of the Problem that the last try ended with; "" where it went well
}

// Backups is what is remembered of a shop's backups, one for each folder that was ever tried.
func (p Prefs) Backups(uid string) []FolderBackup {
	var all []FolderBackup
	if err := json.Unmarshal([]byte(p.p.StringWithFallback("backup.done."+uid, "[]")), &all); err != nil {
		return nil // somebody else wrote it: the next backup writes it anew
	}
	return all
}

// SetBackups remembers how a shop's backups went.
func (p Prefs) SetBackups(uid string, all []FolderBackup) {
	text, err := json.Marshal(all)
	if err != nil {
		panic(err) // of plain values
	}
	p.p.SetString("backup.done."+uid, string(text))
}

// ShopAt is whose shop file was last open at path: its UID and name, "" for one that never was.
func (p Prefs) ShopAt(path string) (uid, name string) {
	return p.p.StringWithFallback("file.uid."+path, ""), p.p.StringWithFallback("file.name."+path, "")
}

// SetShopAt remembers whose shop file lies at path, for the day on which it cannot be read.
func (p Prefs) SetShopAt(path, uid, name string) {
	p.p.SetString("file.uid."+path, uid)
	p.p.SetString("file.name."+path, name)
}

// ServedBy is the member of staff (their number) who served in the visit saved last.
func (p Prefs) ServedBy(uid string) int64 { return int64(p.p.IntWithFallback("visit.staff."+uid, 0)) }

// SetServedBy remembers who served.
func (p Prefs) SetServedBy(uid string, id int64) { p.p.SetInt("visit.staff."+uid, int(id)) }

// LogRange is the span of days the service log showed last; "" for the one it starts with.
func (p Prefs) LogRange() string { return p.p.StringWithFallback("log.range", "") }

// SetLogRange remembers the span of days of the service log.
func (p Prefs) SetLogRange(span string) { p.p.SetString("log.range", span) }

// WantedRange is the span of days the wanted things were shown of last; "" for the one they start with.
func (p Prefs) WantedRange() string { return p.p.StringWithFallback("wanted.range", "") }

// SetWantedRange remembers the span of days of the wanted things.
func (p Prefs) SetWantedRange(span string) { p.p.SetString("wanted.range", span) }

// InsightsPeriod is how long a period Insights showed last; "" before the first.
func (p Prefs) InsightsPeriod() string { return p.p.StringWithFallback("insights.period", "") }

// SetInsightsPeriod remembers how long a period Insights showed.
func (p Prefs) SetInsightsPeriod(kind string) { p.p.SetString("insights.period", kind) }

// CustomerOrder is the order in which the list of customers was sorted last; "" for by name.
func (p Prefs) CustomerOrder() string { return p.p.StringWithFallback("customers.order", "") }

// SetCustomerOrder remembers the order of the list of customers.
func (p Prefs) SetCustomerOrder(order string) { p.p.SetString("customers.order", order) }

// PictureFolder is the folder a customer's photo was chosen from last; "" before the first.
func (p Prefs) PictureFolder() string { return p.p.StringWithFallback("photo.folder", "") }

// SetPictureFolder remembers where a photo was chosen from.
func (p Prefs) SetPictureFolder(folder string) { p.p.SetString("photo.folder", folder) }

// SlipOf is which of the slips that could be printed was chosen last; "" before the first.
func (p Prefs) SlipOf() string { return p.p.StringWithFallback("slip.of", "") }

// SetSlipOf remembers which slip was chosen.
func (p Prefs) SetSlipOf(kind string) { p.p.SetString("slip.of", kind) }

// SlipOnSheet tells whether slips are printed in the corner of a full sheet, to be cut out, and not on small pages.
func (p Prefs) SlipOnSheet() bool { return p.p.BoolWithFallback("slip.sheet", false) }

// SetSlipOnSheet remembers what slips are printed on.
func (p Prefs) SetSlipOnSheet(on bool) { p.p.SetBool("slip.sheet", on) }

// ThanksWriting tells whether thank-yous are printed as half a page each to write from, and not as a list.
func (p Prefs) ThanksWriting() bool { return p.p.BoolWithFallback("thanks.writing", false) }

// SetThanksWriting remembers how thank-yous are printed.
func (p Prefs) SetThanksWriting(on bool) { p.p.SetBool("thanks.writing", on) }

// Listening tells whether the form of a visit shows the fields for what was said without being asked to.
func (p Prefs) Listening() bool { return p.p.BoolWithFallback("visit.listening", false) }

// SetListening remembers whether those fields were open.
func (p Prefs) SetListening(on bool) { p.p.SetBool("visit.listening", on) }

// Later is how long something on Today was put off last: "tomorrow" before the first.
func (p Prefs) Later() string { return p.p.StringWithFallback("today.later", "tomorrow") }

// SetLater remembers how long something was put off.
func (p Prefs) SetLater(choice string) { p.p.SetString("today.later", choice) }

// MorningNews tells whether the system is to tell once a day how many things wait; not before the owner asked for it.
func (p Prefs) MorningNews() bool { return p.p.BoolWithFallback("morning.news", false) }

// SetMorningNews remembers whether it is.
func (p Prefs) SetMorningNews(on bool) { p.p.SetBool("morning.news", on) }

// MorningTold is the day on which that was told last of a shop, as YYYY-MM-DD; "" before the first.
func (p Prefs) MorningTold(uid string) string { return p.p.StringWithFallback("morning.told."+uid, "") }

// SetMorningTold remembers the day on which it was told.
func (p Prefs) SetMorningTold(uid, day string) { p.p.SetString("morning.told."+uid, day) }

// WallTitle is what heads the page for the wall; "" for what the program calls it.
func (p Prefs) WallTitle() string { return p.p.StringWithFallback("wall.title", "") }

// SetWallTitle remembers what heads the page for the wall.
func (p Prefs) SetWallTitle(title string) { p.p.SetString("wall.title", title) }

// WallNames is how people are named on the page for the wall; "" before the first choice.
func (p Prefs) WallNames() string { return p.p.StringWithFallback("wall.names", "") }

// SetWallNames remembers how people are named on the page for the wall.
func (p Prefs) SetWallNames(names string) { p.p.SetString("wall.names", names) }

// mostLately is how many of the things chosen lately are remembered.
const mostLately = 4

// Lately are the things the owner did last by typing what to do, the last one first.
func (p Prefs) Lately() []string { return p.p.StringListWithFallback("commands.lately", nil) }

// AddLately remembers that something was done.
func (p Prefs) AddLately(name string) {
	all := append([]string{name}, slices.DeleteFunc(p.Lately(), func(n string) bool { return n == name })...)
	p.p.SetStringList("commands.lately", all[:min(len(all), mostLately)])
}

// SampleMade is when and in which language the sample shop was made; "" while there is none.
func (p Prefs) SampleMade() string { return p.p.StringWithFallback("sample.day", "") }

// SetSampleMade remembers when and in which language the sample shop was made.
func (p Prefs) SetSampleMade(made string) { p.p.SetString("sample.day", made) }
