package kit

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"goodturn/assets"

	"pgregory.net/rapid"
)

func TestInitials(t *testing.T) {
	for name, initials := range map[string]string{
		"Ann Hughes": "AH", "ann hughes": "AH", "Jürgen Müller": "JM", "Müller, Jürgen": "MJ", "Maria de los Ángeles Pérez": "MP",
		"Madonna": "M", "Ólafur": "Ó", "王小明": "小明", "山田 太郎": "山太", "김철수": "철수", "محمد علي": "مع", "אבי כהן": "אכ",
		"Ольга Иванова": "ОИ", "आरती शर्मा": "आश", "Dr. Mike Brown": "MB", "Ann (Spoke Works) Hughes": "AH", "O'Brien": "O",
		"🙂": "?", "": "?", "   ": "?", "42": "4", "3rd Street Cycles": "RC", "🙂 Ann": "A", "élodie Ó": "ÉÓ", "ǆ": "Ǆ", "Dr.": "D", "გიორგი": "გ",
	} {
		want(t, name, Initials(name), initials)
	}
}

func TestWhen(t *testing.T) {
	now := galleryNow()
	for text, at := range map[string]time.Time{
		"today 10:24": now, "yesterday 16:02": time.Date(2026, 11, 20, 16, 2, 0, 0, time.UTC), "tomorrow 09:00": time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC),
		"Tue 17 Nov": time.Date(2026, 11, 17, 8, 0, 0, 0, time.UTC), "Mon 17 Nov 2025": time.Date(2025, 11, 17, 8, 0, 0, 0, time.UTC),
	} {
		want(t, "when", When(now, at), text)
	}
	// 23:30 in Lisbon is the next day in Berlin already.
	berlin := time.FixedZone("Berlin", 3600)
	want(t, "in the shop's place", When(now.In(berlin), time.Date(2026, 11, 20, 23, 30, 0, 0, time.UTC)), "today 00:30")
	want(t, "a long day", LongDay(now), "Saturday 21 November")
	want(t, "a long day with its year", LongDayYear(now), "Saturday 21 November 2026")
	for day, text := range map[string]string{"2026-11-21": "today", "2026-11-20": "yesterday", "2026-11-22": "tomorrow", "2026-11-28": "Sat 28 Nov", "2027-01-04": "Mon 4 Jan 2027", "none": "none"} {
		want(t, day, DayText(now, day), text)
	}
	want(t, "a number", Count(1204), "1,204")
}

func TestAgo(t *testing.T) {
	now := galleryNow()
	for text, passed := range map[string]time.Duration{
		"just now": 20 * time.Second, "1 minute ago": time.Minute, "59 minutes ago": 59 * time.Minute, "3 hours ago": 3*time.Hour + time.Minute,
		"yesterday": 20 * time.Hour, "4 days ago": 96 * time.Hour, "2 weeks ago": 14 * 24 * time.Hour, "8 weeks ago": 59 * 24 * time.Hour,
		"3 months ago": 100 * 24 * time.Hour, "23 months ago": 729 * 24 * time.Hour, "2 years ago": 800 * 24 * time.Hour, "tomorrow 10:24": -24 * time.Hour,
	} {
		want(t, passed.String(), Ago(now, now.Add(-passed)), text)
	}
}

// TestTextsAreWhole reads the texts of every screen: no key may stand twice.
func TestTextsAreWhole(t *testing.T) {
	if _, err := mergedTexts(assets.Translations, "translations/en"); err != nil {
		t.Error(err)
	}
	want(t, "a text", T("kit.cancel"), "Cancel")
	for n, text := range map[int]string{0: "0 weeks ago", 1: "1 week ago", 2: "2 weeks ago", 5: "5 weeks ago", 21: "21 weeks ago"} {
		want(t, "a plural", TN("kit.ago.weeks", n), text)
	}
	want(t, "a missing text", T("kit.not.there"), "kit.not.there")
}

func TestTwiceWrittenTextsAreTold(t *testing.T) {
	files := fstest.MapFS{"en/a.json": {Data: []byte(`{"a.x": "one"}`)}, "en/b.json": {Data: []byte(`{"a.x": "two", "b.y": "three"}`)}}
	all, err := mergedTexts(files, "en")
	if err == nil || !strings.Contains(err.Error(), `"a.x"`) {
		t.Errorf("the text that stands twice is told as %v", err)
	}
	want(t, "the first text", all["a.x"], "one")
	want(t, "the other text", all["b.y"], "three")
	files["en/b.json"] = &fstest.MapFile{Data: []byte(`{"b.y": 7}`)}
	if _, err := mergedTexts(files, "en"); err == nil || !strings.Contains(err.Error(), `"b.y" is no text`) {
		t.Errorf("a number is told as %v", err)
	}
	files["en/c.json"] = &fstest.MapFile{Data: []byte(`{`)}
	if _, err := mergedTexts(files, "en"); err == nil || !strings.Contains(err.Error(), "c.json") {
		t.Errorf("a broken file is told as %v", err)
	}
}

// TestNamesAreNoMarks lets people be called anything.
func TestNamesAreNoMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOf(rapid.RuneFrom([]rune(`ab *_[]{}\()|é王`))).Draw(t, "name")
		text := ""
		for _, r := range parseMarkup("**" + Escape(name) + "**") {
			if !r.bold || r.quiet || r.badge || r.link != "" {
				t.Fatalf("%q is taken for a mark: %+v", name, r)
			}
			text += r.text
		}
		if text != name {
			t.Fatalf("%q is drawn as %q", name, text)
		}
	})
}

func TestMarkup(t *testing.T) {
	for markup, runs := range map[string][]run{
		"plain":                 {{text: "plain"}},
		"**b** and _q_":         {{text: "b", bold: true}, {text: " and "}, {text: "q", quiet: true}},
		"[**Ann** H](7) came":   {{text: "Ann", bold: true, link: "7"}, {text: " H", link: "7"}, {text: " came"}},
		"{ok|Accepted}!":        {{text: "Accepted", badge: true, tone: ToneOK}, {text: "!"}},
		"{none|x} {ok no [y] z": {{text: "{none|x} {ok no [y] z"}},
		`\**a\_`:                {{text: "**a_"}},
		"{warn|To \\{thank\\}}": {{text: "To {thank}", badge: true, tone: ToneWarn}},
		"end\\":                 {{text: "end\\"}},
		"":                      nil,
	} {
		got := parseMarkup(markup)
		if len(got) != len(runs) {
			t.Errorf("%q is %+v, want %+v", markup, got, runs)
			continue
		}
		for i := range runs {
			want(t, markup, got[i], runs[i])
		}
	}
	want(t, "an escaped argument", RichT("kit.add", "Name", "a*b"), `Add “**a\*b**”`)
}

// A day that ends in a full stop, as in German, ends its sentence with the same one.
func TestOneFullStopEndsASentence(t *testing.T) {
	p := parsePhrase("Found true {{.Day}}. {{.N}}.")
	for day, want := range map[string]string{"17. Feb.": "Found true 17. Feb. 4.", "17 Feb": "Found true 17 Feb. 4."} {
		if got := p.with(pairArgs{"Day", day, "N", 4}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
