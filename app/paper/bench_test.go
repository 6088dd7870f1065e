package paper

import (
	"bytes"
	"fmt"
	"io"
	"testing"
)

// BenchmarkThankYouList lays out and writes lists, all Latin and with two
// thirds of the people from elsewhere. MB is the size of the PDF.
func BenchmarkThankYouList(b *testing.B) {
	for _, rows := range []int{1000, 10000} {
		b.Run(fmt.Sprintf("latin-%d", rows), func(b *testing.B) { benchmarkList(b, people(rows)) })
		b.Run(fmt.Sprintf("mixed-%d", rows), func(b *testing.B) { benchmarkList(b, peopleFromEverywhere(rows)) })
	}
}

func benchmarkList(b *testing.B, rows []ThankYouRow) {
	in := listOf(newSetter(b), A4, rows...)
	size := 0
	for b.Loop() {
		document, err := ThankYouList(in)
		if err != nil {
			b.Fatal(err)
		}
		var out bytes.Buffer
		if err := document.WritePDF(&out); err != nil {
			b.Fatal(err)
		}
		size = out.Len()
	}
	b.ReportMetric(float64(size)/1e6, "MB")
	b.ReportMetric(float64(len(rows)), "rows")
}

// peopleFromEverywhere gives two of three people a name and a reason in a
// script the bundled font lacks, with characters that differ from row to row.
func peopleFromEverywhere(n int) []ThankYouRow {
	rows := people(n)
	for i := range rows {
		var name, why string
		switch i % 6 {
		case 0:
			name = string([]rune{rune(0x4E00 + i*7%3000), rune(0x4E00 + i*13%3000), '明'})
			why = "介绍了朋友来买自行车，又回来买了冬季轮胎。"
		case 1:
			name, why = "محمد عبد الله", "أرسل صديقه بيتر الذي اشترى دراجة جديدة"
		case 2:
			name, why = "प्रिया शर्मा", "अपने दोस्त को भेजा जिसने एक साइकिल खरीदी 🚲"
		case 3:
			name = string([]rune{'김', rune(0xAC00 + i*17%2000), '준'})
			why = "친구를 소개해 주셨습니다."
		default:
			continue
		}
		rows[i].Name, rows[i].Why, rows[i].Sent = name, why, []string{why}
	}
	return rows
}

// BenchmarkPreview measures what a screen waits for: laying out a usual list.
func BenchmarkPreview(b *testing.B) {
	in := listOf(newSetter(b), A4, people(30)...)
	for b.Loop() {
		document, err := ThankYouList(in)
		if err != nil {
			b.Fatal(err)
		}
		fmt.Fprint(io.Discard, len(document.Pages))
	}
}
