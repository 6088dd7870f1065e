package models_test

import (
	"bytes"
	"testing"

	"goodturn/models"
	"goodturn/models/modelstest"
)

// The logo is kept, replaced, removed, brought back by Undo, and each of that is told in the log; what is no logo is refused.
func TestTheShopsLogo(t *testing.T) {
	store, clock := modelstest.New(t)
	wantLogo := func(what string, want []byte, file string) {
		t.Helper()
		if logo, err := store.Logo(); err != nil || !bytes.Equal(logo.Image, want) || logo.File != file {
			t.Errorf("%s: the logo is %d bytes of %q (%v)", what, len(logo.Image), logo.File, err)
		}
	}
	wantLogo("a new shop", nil, "")
	done := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	first, second := pngOf(8, 4), pngOf(4, 8)
	done(store.SetLogo(first, "sign\n.png"))
	wantLogo("set", first, "sign .png")
	shop, err := store.Shop()
	done(err)
	if logo, err := store.LogoOf(t.Context(), shop.UID); err != nil || !bytes.Equal(logo, first) {
		t.Errorf("beside the window it is %d bytes (%v)", len(logo), err)
	}
	if logo, err := store.LogoOf(t.Context(), "another"); err != nil || logo != nil {
		t.Errorf("another shop has it too: %d bytes (%v)", len(logo), err)
	}
	clock.Days(1)
	done(store.SetLogo(second, "sign .png"))
	wantLogo("replaced", second, "sign .png")
	done(store.UndoLast())
	wantLogo("undone", first, "sign .png")
	done(store.RemoveLogo())
	wantLogo("removed", nil, "")
	done(store.UndoLast())
	wantLogo("brought back", first, "sign .png")
	for what, c := range map[string]struct {
		file []byte
		key  string
	}{"nothing": {nil, "logo.kind"}, "no picture": {[]byte("hello"), "logo.kind"}, "too wide": {pngOf(models.LogoEdge+1, 9), "logo.large"},
		"too large": {append(pngOf(3, 3), make([]byte, models.LogoBytes)...), "logo.large"}} {
		t.Run(what, func(t *testing.T) { wantProblem(t, store.SetLogo(c.file, "x"), "logo", c.key) })
	}
	wantLogo("refused", first, "sign .png")
	log, err := store.Activity(models.ActivityFilter{Thing: models.ThingShop, Limit: 10})
	done(err)
	if len(log) != 6 { // the shop itself was named first
		t.Fatalf("the log tells %d things: %+v", len(log), log)
	}
	added, replaced := log[4], log[3]
	if added.Event != models.Changed || len(added.Fields) != 2 || added.Fields[0].Key() != "logo.file" || added.Fields[0].To != "sign .png" || len(replaced.Fields) != 1 {
		t.Errorf("the log tells %+v and %+v", added, replaced)
	}
	checkRules(t, store.Path())
}

// The whole shop is handed out with its logo.
func TestTheLogoIsHandedOut(t *testing.T) {
	store, _ := modelstest.New(t)
	if err := store.SetLogo(pngOf(8, 4), "sign.png"); err != nil {
		t.Fatal(err)
	}
	shop, err := store.ExportShop(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer shop.Close()
	if file, err := shop.Logo(); err != nil || !bytes.Equal(file, pngOf(8, 4)) {
		t.Errorf("handed out are %d bytes (%v)", len(file), err)
	}
}
