package models_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"goodturn/models"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""}, {" \t\n ", ""}, {"  Ann   Hughes ", "ann hughes"}, {"ANN", "ann"},
		{"Müller", "muller"}, {"muller", "muller"}, {"Mu\u0308ller", "muller"}, {"José", "jose"}, {"Weiß", "weiss"}, {"WEIẞ", "weiss"},
		{"Ødegård", "odegard"}, {"Łukasz", "lukasz"}, {"Æther", "aether"}, {"Œuvre", "oeuvre"}, {"Đorđe", "dorde"}, {"Þór", "thor"}, {"Ħal", "hal"},
		{"İstanbul", "istanbul"}, {"ısı", "isi"}, {"Nguyễn", "nguyen"}, {"Dvořák", "dvorak"}, {"Ångström", "angstrom"},
		{"ΝΊΚΟΣ", "νικοσ"}, {"Νίκος", "νικοσ"}, {"Ёлка", "елка"}, {"Андрей", "андреи"}, {"Київ", "киів"},
		{"王小明", "王小明"}, {"株式会社", "株式会社"}, {"ｶﾞｰﾄﾞ", "カート"}, {"ガード", "カート"}, {"김철수", "김철수"},
		{"مُحَمَّد", "محمد"}, {"أحمد", "احمد"}, {"שָׁלוֹם", "שלום"}, {"สมชาย", "สมชาย"}, {"हिन्दी", "हिनदी"},
		{"ﬁne", "fine"}, {"℡", "tel"}, {"Ⅷ", "viii"}, {"½", "1⁄2"}, {"Ａｎｎ", "ann"},
		{"O’Brien", "o'brien"}, {"O'Brien", "o'brien"}, {"Smith\u2013Jones", "smith-jones"}, {"Smith\u2011Jones", "smith-jones"},
		{"a\u200bn\u00adn\ufeff", "ann"}, {"a\x00n\x1bn", "ann"}, {"non\u00a0breaking", "non breaking"}, {"bro\xffken", "broken"}, {"😀 Ann", "😀 ann"},
	} {
		if got := models.Fold(c.text); got != models.Fold(c.want) || (isASCII(c.want) && got != c.want) {
			t.Errorf("Fold(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	if models.Fold("Müller") == models.Fold("Miller") || models.Fold("王小明") == models.Fold("王小") || models.Fold("หมา") == models.Fold("มา") {
		t.Error("different names fold to one")
	}
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func TestDigits(t *testing.T) {
	for _, c := range []struct{ phone, want string }{
		{"0171 555 0110", "01715550110"}, {"+44 (0)171-555.0110", "4401715550110"}, {"(030) 12/34", "0301234"}, {"ext. 12", "12"}, {"none", ""},
		{"٠١٧١٥٥٥", "0171555"}, {"۰۱۷۱", "0171"}, {"०१७१", "0171"}, {"๐๑๗๑", "0171"}, {"０１７１", "0171"}, {"𝟘𝟙𝟗", "019"}, {"1\u200b2", "12"}, {"\xff1", "1"},
	} {
		if got := models.Digits(c.phone); got != c.want {
			t.Errorf("Digits(%q) = %q, want %q", c.phone, got, c.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, name := range names {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, text string) {
		folded := models.Fold(text)
		if !utf8.ValidString(folded) || strings.ContainsFunc(folded, unicode.IsControl) || strings.TrimSpace(folded) != folded || strings.Contains(folded, "  ") {
			t.Errorf("Fold(%q) = %q is not tidy", text, folded)
		}
		if again := models.Fold(folded); again != folded {
			t.Errorf("Fold(%q) = %q, and folded again %q", text, folded, again)
		}
		if upper := models.Fold(strings.ToUpper(folded)); isASCII(folded) && upper != folded {
			t.Errorf("%q and its capitals fold apart: %q", folded, upper)
		}
		if digits := models.Digits(text); strings.Trim(digits, "0123456789") != "" || models.Digits(digits) != digits {
			t.Errorf("Digits(%q) = %q", text, digits)
		}
	})
}
