package models_test

import (
	"errors"
	"slices"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The sheets that are sold are such as an owner could enter.
func TestSoldLabelSheetsAreInOrder(t *testing.T) {
	sold := models.SoldLabelSheets()
	if len(sold) != 9 {
		t.Errorf("%d sheets", len(sold))
	}
	for _, sheet := range sold {
		if err := sheet.Validate(); err != nil {
			t.Errorf("%s: %v", sheet.Name, err)
		}
	}
}

func ownSheet() models.LabelSheet {
	return models.LabelSheet{Name: "Round ones", Paper: models.PaperA4, Width: 6000, Height: 6000, Across: 3, Down: 4, LeftMargin: 1000, TopMargin: 1000, PitchAcross: 6500, PitchDown: 6500}
}

// Labels lie on the paper and not on one another; what is wrong is told beside its field.
func TestALabelSheetIsChecked(t *testing.T) {
	store, _ := modelstest.New(t)
	for field, spoil := range map[string]func(l *models.LabelSheet){
		"name": func(l *models.LabelSheet) { l.Name = " " }, "paper": func(l *models.LabelSheet) { l.Paper = "A5" },
		"width": func(l *models.LabelSheet) { l.Width = 999 }, "height": func(l *models.LabelSheet) { l.Height = 0 },
		"across": func(l *models.LabelSheet) { l.Across = 4 }, "down": func(l *models.LabelSheet) { l.Down = 0 },
		"leftMargin": func(l *models.LabelSheet) { l.LeftMargin = -1 }, "topMargin": func(l *models.LabelSheet) { l.TopMargin = -1 },
		"pitchAcross": func(l *models.LabelSheet) { l.PitchAcross = 5999 }, "pitchDown": func(l *models.LabelSheet) { l.PitchDown = 5999 },
	} {
		sheet := ownSheet()
		spoil(&sheet)
		was := sheet
		var p models.Problem
		if err := store.SaveLabelSheet(&sheet); !errors.As(err, &p) || p.Field != field || sheet != was {
			t.Errorf("%s: %v", field, err)
		}
	}
	exact := ownSheet()
	exact.LeftMargin = 21000 - 6000 - 2*6500
	if err := store.SaveLabelSheet(&exact); err != nil {
		t.Errorf("labels up to the edge of the paper: %v", err)
	}
	exact.LeftMargin++
	if err := store.SaveLabelSheet(&exact); err == nil {
		t.Error("labels beyond the edge of the paper are kept")
	}
}

// A sheet of one's own is kept, changed and removed, with what is noted of those in the drawer, and each step can be undone.
func TestALabelSheetOfOnesOwn(t *testing.T) {
	store, _ := modelstest.New(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	sheet, twice := ownSheet(), ownSheet()
	must(store.SaveLabelSheet(&sheet))
	twice.Name = "ROUND ones"
	var p models.Problem
	if err := store.SaveLabelSheet(&twice); !errors.As(err, &p) || p.Key != "labelSheet.twice" {
		t.Errorf("a name twice: %v", err)
	}
	left := models.LabelLeft{Name: "In the drawer"}
	left.Put(sheet, []int{3, 0, 3, 11})
	must(store.SaveLabelLeft(&left))
	if !left.Of(sheet) || left.Used != "[1,4,12]" || left.Of(models.SoldLabelSheets()[0]) {
		t.Errorf("kept is %+v", left)
	}
	sheet.Down = 3
	must(store.SaveLabelSheet(&sheet))
	if got := left.Places(sheet); !slices.Equal(got, []int{0, 3}) {
		t.Errorf("used of a smaller sheet: %v", got)
	}
	must(store.DeleteLabelSheet(sheet.ID))
	count := func() (sheets, drawer int) {
		all, err := store.LabelSheets()
		must(err)
		left, err := store.LabelsLeft()
		must(err)
		return len(all) - 9, len(left)
	}
	if sheets, drawer := count(); sheets+drawer != 0 {
		t.Errorf("%d sheets and %d in the drawer are left", sheets, drawer)
	}
	must(store.UndoLast())
	if sheets, drawer := count(); sheets != 1 || drawer != 1 {
		t.Errorf("undone: %d sheets, %d in the drawer", sheets, drawer)
	}
	must(store.DeleteLabelLeft(left.ID))
	if _, drawer := count(); drawer != 0 {
		t.Error("it is still in the drawer")
	}
	if err := store.SaveLabelLeft(&models.LabelLeft{Kind: "L7160"}); err == nil {
		t.Error("a sheet without a name is kept")
	}
}
