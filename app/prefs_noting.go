package app

import "fyne.io/fyne/v2"

// notingPrefs notes each value that is set, for settle: Fyne writes what changes within a tenth of a second of its last writing only later,
// and at the end of the program, where what it still has to do may be thrown away undone, not at all. So the window's place was lost.
type notingPrefs struct {
	fyne.Preferences
	kept *keptPrefs
}

// SetBool is Fyne's, and noted.
func (p notingPrefs) SetBool(key string, value bool) {
	p.kept.noted[key] = value
	p.Preferences.SetBool(key, value)
}

// SetFloat is Fyne's, and noted.
func (p notingPrefs) SetFloat(key string, value float64) {
	p.kept.noted[key] = value
	p.Preferences.SetFloat(key, value)
}

// SetInt is Fyne's, and noted.
func (p notingPrefs) SetInt(key string, value int) {
	p.kept.noted[key] = value
	p.Preferences.SetInt(key, value)
}

// SetIntList is Fyne's, and noted.
func (p notingPrefs) SetIntList(key string, value []int) {
	p.kept.noted[key] = value
	p.Preferences.SetIntList(key, value)
}

// SetString is Fyne's, and noted.
func (p notingPrefs) SetString(key, value string) {
	p.kept.noted[key] = value
	p.Preferences.SetString(key, value)
}

// SetStringList is Fyne's, and noted.
func (p notingPrefs) SetStringList(key string, value []string) {
	p.kept.noted[key] = value
	p.Preferences.SetStringList(key, value)
}
