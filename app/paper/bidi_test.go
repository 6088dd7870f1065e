package paper

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestLevelsFollowUnicode runs Unicode's own conformance file, which comes with
// the text library's source, over every case that cleaned text can hold.
func TestLevelsFollowUnicode(t *testing.T) {
	file := openConformance(t)
	defer file.Close()
	checked := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Split(lines.Text(), ";")
		if strings.HasPrefix(lines.Text(), "#") || len(fields) != 5 {
			continue
		}
		text := runesIn(t, fields[0])
		if !canBeCleaned(text) {
			continue
		}
		checked++
		rtl := fields[2] == "1"
		if fields[1] == "2" && readsRightToLeft(text) != rtl {
			t.Fatalf("base direction of %s", fields[0])
		}
		checkLevels(t, text, rtl, strings.Fields(fields[3]))
		checkOrder(t, text, rtl, strings.Fields(fields[4]))
	}
	if checked < 4000 {
		t.Fatalf("only %d cases read", checked)
	}
}

// checkLevels compares levels, but for spaces at the end, which the lines drop.
func checkLevels(t *testing.T, text []rune, rtl bool, want []string) {
	t.Helper()
	got := levels(text, rtl)
	end := len(text)
	for end > 0 && strings.ContainsRune(" \u2007", text[end-1]) {
		end--
	}
	for i := range end {
		if want[i] != "x" && want[i] != strconv.Itoa(int(got[i])) {
			t.Fatalf("%U, right to left %v: levels %v, want %v", text, rtl, got, want)
		}
	}
}

// checkOrder compares where every rune stands on the page.
func checkOrder(t *testing.T, text []rune, rtl bool, want []string) {
	t.Helper()
	if last := text[len(text)-1]; last == ' ' || last == '\u2007' || len(want) != len(text) {
		return // the spaces at the end are ordered by a rule of their own
	}
	var runs []run
	for i, level := range levels(text, rtl) {
		runs = append(runs, run{from: i, level: level})
	}
	visualOrder(runs)
	for i, r := range runs {
		if want[i] != strconv.Itoa(r.from) {
			t.Fatalf("%U, right to left %v: rune %d stands at %d, want %s", text, rtl, r.from, i, want[i])
		}
	}
}

func openConformance(t *testing.T) *os.File {
	t.Helper()
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(folder)), "bidi", "test", "BidiCharacterTest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func runesIn(t *testing.T, codes string) []rune {
	t.Helper()
	var text []rune
	for _, code := range strings.Fields(codes) {
		r, err := strconv.ParseInt(code, 16, 32)
		if err != nil {
			t.Fatal(err)
		}
		text = append(text, rune(r))
	}
	return text
}

func canBeCleaned(text []rune) bool {
	for _, r := range text {
		if isEmbedding(r) || cleanRune(r) != r {
			return false
		}
	}
	return true
}
