package paper

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// names returns people from everywhere, by script.
func names() map[string]string {
	return map[string]string{
		"Latin with accents": "Jürgen Żółć-Łukasiewicz Ænone",
		"Vietnamese":         "Nguyễn Thị Ánh Đặng",
		"Greek":              "Σωκράτης Παπαδόπουλος",
		"Cyrillic":           "Юлія Щербаківська",
		"Chinese":            "王小明 李雷",
		"Japanese":           "田中さくら ヤマダ",
		"Korean":             "김민준 박서연",
		"Arabic":             "محمد عبد الله الخوارزمي",
		"Hebrew":             "יעל כהן",
		"Devanagari":         "प्रिया शर्मा क्षत्रिय",
		"Bengali":            "রবীন্দ্রনাথ ঠাকুর",
		"Tamil":              "கோபாலகிருஷ்ணன்",
		"Thai":               "สมชาย ใจดี",
		"Georgian":           "ნინო ბერიძე",
		"Armenian":           "Արամ Խաչատրյան",
		"Amharic":            "ሰላም ተስፋዬ",
		"emoji":              "Fox 🦊 👩‍👩‍👧‍👦 ❤️ 👍🏽 🇩🇪",
		"above U+FFFF":       "𠮷野家 𝒜𝓃𝓃",
		"no font at all":     "Ann \U0010FFFD \uE001",
	}
}

func TestNamesInEveryScriptAreFound(t *testing.T) {
	setter := newSetter(t)
	var rows []ThankYouRow
	for _, name := range names() {
		rows = append(rows, ThankYouRow{Name: name, Why: name, Contact: "0171", Since: "since", How: "Card"})
	}
	for _, sheet := range []Paper{A4, Letter} {
		text := textIn(t, printed(t, listOf(setter, sheet, rows...)))
		for script, name := range names() {
			if found := strings.Count(text, name); found != 2 {
				t.Errorf("%s, %s: %q stands %d times in the PDF's text, want 2", sheet, script, name, found)
			}
		}
	}
}

func TestNamesInEveryScriptAreDrawn(t *testing.T) {
	setter := newSetter(t)
	for script, name := range names() {
		for _, bold := range []bool{false, true} {
			for _, r := range setter.paragraph(name, bold).runs {
				if r.face == nil && script != "no font at all" {
					t.Errorf("%s: no font has %q; the tests need fonts-noto-core and fonts-noto-cjk", script, name)
				}
				checkShapes(t, script, []rune(name), r)
			}
		}
	}
}

// checkShapes fails when a letter became a blank or the font's missing glyph.
func checkShapes(t *testing.T, script string, text []rune, r run) {
	t.Helper()
	for _, c := range r.clusters {
		drawn := r.plain || r.face == nil || text[c.from] == ' '
		for _, g := range c.glyphs {
			s := shapeOf(r.face, g.id)
			drawn = drawn || g.id != 0 && (s.outline != nil || len(s.picture) > 0)
		}
		if !drawn {
			t.Errorf("%s: nothing drawn for %q", script, string(text[c.from:c.to]))
		}
	}
}

func TestDecomposedAccentsAreComposed(t *testing.T) {
	text := textIn(t, printed(t, listOf(newSetter(t), A4, ThankYouRow{Name: "Jose\u0301 Nguye\u0302\u0303n"})))
	if !strings.Contains(text, "José Nguyễn") {
		t.Errorf("composed name not found in %q", text)
	}
}

// TestJapaneseVariantStaysItself guards a character that normalising would
// exchange for another one: people write their name with just this one.
func TestJapaneseVariantStaysItself(t *testing.T) {
	const name = "\uFA19谷"
	if text := textIn(t, printed(t, listOf(newSetter(t), A4, ThankYouRow{Name: name}))); !strings.Contains(text, name) {
		t.Errorf("%q not found in %q", name, text)
	}
}

func TestNumbersInsideArabicStandLeftOfIt(t *testing.T) {
	line := newSetter(t).fit("a محمد 123 b", false, 100)
	var order []string
	for _, r := range line.runs {
		order = append(order, strings.TrimSpace(string(line.text[r.from:r.to])))
	}
	if got := strings.Join(order, "|"); got != "a|123|محمد|b" {
		t.Errorf("runs stand as %q", got)
	}
}

// TestWordsOfAnyAlphabetAreFound mixes words of several scripts at random.
func TestWordsOfAnyAlphabetAreFound(t *testing.T) {
	setter := newSetter(t)
	alphabets := []string{
		"abcdefgäöüßñçø", "αβγδεζηθλμξ", "бвгджзийклщюя", "王李张刘陈杨赵黄", "さくらたなかヤマダ",
		"김이박최정강조윤", "بتثجحخدذرزسش", "אבגדהוזחטיכל", "กขคงจฉชซญ", "კლმნოპჟრ",
	}
	rapid.Check(t, func(rt *rapid.T) {
		var words []string
		for range rapid.IntRange(1, 4).Draw(rt, "words") {
			letters := []rune(rapid.SampledFrom(alphabets).Draw(rt, "alphabet"))
			word := rapid.SliceOfN(rapid.SampledFrom(letters), 2, 6).Draw(rt, "word")
			words = append(words, string(word))
		}
		text := textIn(t, printed(t, listOf(setter, A4, ThankYouRow{Name: strings.Join(words, " ")})))
		for _, word := range words {
			if !strings.Contains(text, word) {
				rt.Fatalf("%q of %q not found in %q", word, words, text)
			}
		}
	})
}
