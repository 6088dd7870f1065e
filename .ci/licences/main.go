// Licences writes the licences of everything that is built into Goodturn, word for word, to the standard output. "make
// licences" keeps them in LICENCES.txt, which is shipped beside the program and within it.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// module is one that the program is made of.
type module struct{ path, version, folder string }

// goItself is the language's own part, which is no module; its licence is that of every version.
const goItself = "Go"

// systems are those that releases are made for: each takes other modules.
var systems = []string{"linux", "windows"}

// named are the files that hold a licence, by their names in lower case: LICENSE, License.md, COPYING, LICENSE-reader, OFL.txt.
var named = regexp.MustCompile(`^(licen[cs]e|copying|notice|unlicense|ofl)([-._].*)?$`)

func main() {
	if err := write(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func write(out io.Writer) error {
	modules, err := builtIn()
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "Goodturn is built with the work below. Here are its licences, word for word.")
	fmt.Fprintln(out, "SQLite, which keeps the shop file, is in the public domain: https://sqlite.org/copyright.html.")
	for _, m := range modules {
		files, err := m.licences()
		if err != nil {
			return err
		}
		if len(files) == 0 {
			return fmt.Errorf("%s has no licence", m.path)
		}
		for _, file := range files {
			if err := m.copyLicence(out, file); err != nil {
				return err
			}
		}
	}
	return nil
}

// builtIn lists the modules of the program on every system, by their paths, and Go itself.
func builtIn() ([]module, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	found := map[module]bool{{path: goItself, folder: strings.TrimSpace(string(root))}: true}
	for _, system := range systems {
		list := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo,accessibility",
			"-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
		list.Stderr = os.Stderr
		said, err := list.Output()
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(said)) {
			if part := strings.Split(strings.TrimSpace(line), "\t"); len(part) == 3 {
				found[module{part[0], part[1], part[2]}] = true
			}
		}
	}
	var modules []module
	for m := range found {
		modules = append(modules, m)
	}
	slices.SortFunc(modules, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return modules, nil
}

// licences lists the files of a module that hold a licence. What is in the folders of its tests and its tools is not built in.
func (m module) licences() ([]string, error) {
	if m.path == goItself {
		return []string{"LICENSE"}, nil
	}
	var files []string
	err := filepath.WalkDir(m.folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := entry.Name()
		if entry.IsDir() {
			if name == "testdata" || name == "cmd" || path != m.folder && strings.HasPrefix(name, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if named.MatchString(strings.ToLower(name)) && filepath.Ext(name) != ".go" {
			inside, err := filepath.Rel(m.folder, path)
			files = append(files, filepath.ToSlash(inside))
			return err
		}
		return nil
	})
	return files, err
}

// copyLicence writes one file under its heading, with the ends of lines that Go's own files have.
func (m module) copyLicence(out io.Writer, file string) error {
	text, err := os.ReadFile(filepath.Join(m.folder, filepath.FromSlash(file)))
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "\n\n== %s, %s\n\n", strings.TrimSpace(m.path+" "+m.version), file)
	lines := bufio.NewScanner(bytes.NewReader(text))
	for lines.Scan() {
		fmt.Fprintln(out, strings.TrimRight(lines.Text(), " \t\r"))
	}
	return lines.Err()
}
