package models

import "slices"

// SetSetting has every connection from now on use, and expect, another value of a setting.
func SetSetting(name, set, read string) {
	i := slices.IndexFunc(pragmas, func(p setting) bool { return p.name == name })
	pragmas[i].set, pragmas[i].read = set, read
}
