package views

import (
	"path/filepath"
	"strconv"

	"goodturn/views/kit"
)

func folderOf(path string) string { return filepath.Dir(path) }

// stockText says how much is in a backup: "40 customers, 120 visits".
func stockText(customers, visits int) string {
	return kit.T("backups.holds", "Customers", kit.TN("backups.customers", customers), "Visits", kit.TN("backups.visits", visits))
}

// differenceText says how many more or fewer customers and visits there are than now: "12 visits fewer than now".
func differenceText(customers, visits int) string {
	c, v := kit.TN("backups.customers", abs(customers)), kit.TN("backups.visits", abs(visits))
	switch {
	case customers == 0 && visits == 0:
		return kit.T("backups.same")
	case customers == 0:
		return moreOrFewer(visits, v)
	case visits == 0:
		return moreOrFewer(customers, c)
	case customers < 0 && visits < 0:
		return kit.T("backups.fewerBoth", "Visits", v, "Customers", c)
	case customers > 0 && visits > 0:
		return kit.T("backups.moreBoth", "Visits", v, "Customers", c)
	case visits < 0:
		return kit.T("backups.mixed", "Fewer", v, "More", c)
	}
	return kit.T("backups.mixed", "Fewer", c, "More", v)
}

func moreOrFewer(n int, what string) string {
	if n < 0 {
		return kit.T("backups.fewer", "What", what)
	}
	return kit.T("backups.more", "What", what)
}

func abs(n int) int { return max(n, -n) }

// sizeText says how large a file is, as people say it: "340 KB", "12.4 MB".
func sizeText(bytes int64) string {
	const kilo = 1000
	if bytes < kilo*kilo {
		return kit.T("backups.kilobytes", "N", kit.Count(int((bytes+kilo-1)/kilo)))
	}
	return kit.T("backups.megabytes", "N", strconv.FormatFloat(float64(bytes)/kilo/kilo, 'f', 1, 64))
}
