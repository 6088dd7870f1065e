package app

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
)

// Choosable is one line of a folder that is shown to be chosen from.
type Choosable struct {
	Name    string
	Path    string
	Folder  bool
	Changed time.Time // of a file; zero for a folder
}

// Browse lists folder for choosing: first its folders, then its files that end in one of endings, each by name. What is hidden or cannot be read is left out; a folder that cannot be listed is an error.
func Browse(folder string, endings ...string) ([]Choosable, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var lines []Choosable
	for _, entry := range entries {
		if line, ok := choosable(filepath.Join(folder, entry.Name()), endings); ok {
			lines = append(lines, line)
		}
	}
	slices.SortStableFunc(lines, inChoosingOrder)
	return lines, nil
}

// choosable tells what lies at path and whether it is to be shown. A link counts as what it leads to.
func choosable(path string, endings []string) (Choosable, bool) {
	name := filepath.Base(path)
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "$") {
		return Choosable{}, false
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return Choosable{}, false
	case info.IsDir():
		return Choosable{Name: name, Path: path, Folder: true}, true
	case !slices.ContainsFunc(endings, func(ending string) bool { return strings.EqualFold(filepath.Ext(name), ending) }):
		return Choosable{}, false
	}
	return Choosable{Name: name, Path: path, Changed: info.ModTime()}, info.Mode().IsRegular()
}

func inChoosingOrder(a, b Choosable) int {
	switch {
	case a.Folder == b.Folder:
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	case a.Folder:
		return -1
	}
	return 1
}

// HomeFolder is the owner's own folder on this machine.
func HomeFolder() string { return xdg.Home }

// Drives are the folders at which sticks, cards and other disks appear, those that are plugged in now.
func Drives() []string {
	var drives []string
	for _, pattern := range drivePatterns() {
		found, _ := filepath.Glob(pattern) // the patterns are ours and well formed
		for _, path := range found {
			if IsFolder(path) {
				drives = append(drives, path)
			}
		}
	}
	return drives
}

// drivePatterns is where each system puts what is plugged in. A and B were floppies: asking for them can take seconds.
func drivePatterns() []string {
	switch runtime.GOOS {
	case "windows":
		var letters []string
		for letter := 'C'; letter <= 'Z'; letter++ {
			letters = append(letters, string(letter)+`:\`)
		}
		return letters
	case "darwin":
		return []string{"/Volumes/*"}
	}
	user := filepath.Base(xdg.Home)
	return []string{filepath.Join("/media", user, "*"), filepath.Join("/run/media", user, "*")}
}

// SameFile tells whether two paths lead to one file or folder, by whatever names. What is not there is nobody's.
func SameFile(one, two string) bool {
	a, err := os.Stat(one)
	b, otherErr := os.Stat(two)
	return err == nil && otherErr == nil && os.SameFile(a, b)
}

// IsFolder tells whether a folder is at path.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
