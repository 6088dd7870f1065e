package views

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"goodturn/app"
	"goodturn/models"
	"goodturn/views/kit"
)

// What was chosen stands the next time, on pages and sheets that are made anew.
func TestTheLastChoicesAreRemembered(t *testing.T) {
	b := newBench(t, nil)
	choose := func(chips *kit.Chips) {
		b.w.canvas().Focus(chips)
		b.keys(fyne.KeyRight, fyne.KeySpace)
	}
	b.w.Show(PlaceReferrals)
	choose(b.w.screens[PlaceReferrals].(*referralsScreen).side)
	b.w.Show(PlaceBringers)
	bringers := b.w.screens[PlaceBringers].(*bringersScreen)
	choose(bringers.period)
	choose(bringers.side)
	b.w.Show(PlaceStaff)
	choose(b.w.screens[PlaceStaff].(*staffScreen).span)
	again := newBringers(b.w)
	for what, got := range map[string]string{sideSent: newReferrals(b.w).side.Value(), sideUsed: again.side.Value(), "year": again.period.Value(), spanAll: newStaffFigures(b.w).span.Value()} {
		if got != what {
			t.Errorf("remembered is %q, not %q", got, what)
		}
	}
}

// A choice that is not offered any more is the usual one.
func TestAChoiceThatIsGone(t *testing.T) {
	b := newBench(t, nil)
	b.w.app.Prefs.SetChoice(app.ChoosingFamilyPaper, "A0")
	chips := rememberedChips(b.w, app.ChoosingFamilyPaper, []kit.Choice{{Value: "A3"}, {Value: "A4"}}, "A4", func(string) {})
	if chips.Value() != "A4" {
		t.Errorf("chosen is %q", chips.Value())
	}
}

// Each book goes out again as the kind of file it went out as last, whatever the others were written as.
func TestEachBookRemembersItsKindOfFile(t *testing.T) {
	v, _ := logOut(t)
	v.w.app.Prefs.SetFolder(app.FolderExports, t.TempDir())
	chosen := func(open func()) string {
		open()
		defer v.keys(fyne.KeyEscape)
		for _, o := range test.LaidOutObjects(v.w.canvas().Overlays().Top()) {
			if chips, ok := o.(*kit.Chips); ok {
				return chips.Value()
			}
		}
		return ""
	}
	save := func(open func(), right int) {
		open()
		for range right {
			v.keys(fyne.KeyRight)
		}
		v.topSave()
	}
	customers := func() { exportChosen(v.w, []models.CustomerID{v.ann}) }
	log := func() { v.missingLog().onExport() }
	figures := func() { showFiguresExport(v.w, v.insights().shown) }
	save(customers, 2)
	save(log, 1)
	save(figures, 0)
	for what, of := range map[string]struct {
		open func()
		want app.ExportKind
	}{"customers": {customers, app.ExportCard4}, "the log": {log, app.ExportExcel}, "figures": {figures, app.ExportCSV}} {
		if got := chosen(of.open); got != string(of.want) {
			t.Errorf("%s begin with %q", what, got)
		}
	}
}
