package assets

import (
	"encoding/json"
	"io/fs"
	"path"
	"testing"
	"testing/fstest"
)

// keyFaults are the texts of a language that are read wrongly or not at all: a file that is no object of texts, and a key that
// stands twice, in one file or in two of them.
func keyFaults(files fs.FS) (faults []string, seen int) {
	names, err := fs.Glob(files, "translations/*/*.json")
	if err != nil {
		return []string{err.Error()}, 0
	}
	at := map[string]string{} // by language and key
	for _, name := range names {
		keys, err := keysOf(files, name)
		if err != nil {
			faults = append(faults, name+": "+err.Error())
		}
		for _, key := range keys {
			seen++
			full := path.Dir(name) + " " + key
			if other, twice := at[full]; twice {
				faults = append(faults, key+" stands in "+other+" and in "+name)
			}
			at[full] = name
		}
	}
	return faults, seen
}

// keysOf are the keys of a file in order, with those that stand in it twice.
func keysOf(files fs.FS, name string) (keys []string, err error) {
	file, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	in := json.NewDecoder(file)
	if _, err := in.Token(); err != nil {
		return nil, err
	}
	for in.More() {
		key, err := in.Token()
		if err != nil {
			return keys, err
		}
		keys = append(keys, key.(string))
		var text json.RawMessage
		if err := in.Decode(&text); err != nil {
			return keys, err
		}
	}
	return keys, nil
}

// A key that stands in two files keeps every text of the program from being read.
func TestEachKeyStandsOnce(t *testing.T) {
	faults, seen := keyFaults(Translations)
	for _, fault := range faults {
		t.Error(fault)
	}
	if seen < 1000 {
		t.Errorf("only %d texts were looked at", seen)
	}
}

func TestKeyFaultsAreFound(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"two files": {"translations/en/a.json": {Data: []byte(`{"x": "1"}`)}, "translations/en/b.json": {Data: []byte(`{"x": "2"}`)}},
		"one file":  {"translations/en/a.json": {Data: []byte(`{"x": "1", "x": "2"}`)}},
		"cut off":   {"translations/en/a.json": {Data: []byte(`{"x": `)}},
	} {
		if faults, _ := keyFaults(files); len(faults) != 1 {
			t.Errorf("%s: found %q", name, faults)
		}
	}
	both := fstest.MapFS{"translations/en/a.json": {Data: []byte(`{"x": "1"}`)}, "translations/de/a.json": {Data: []byte(`{"x": "1"}`)}}
	if faults, seen := keyFaults(both); len(faults) > 0 || seen != 2 {
		t.Errorf("one key in two languages: %q of %d", faults, seen)
	}
}
