package app_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand"
	"os"
	"path/filepath"
	"testing"

	"goodturn/app"
	"goodturn/models"
	"goodturn/models/modelstest"
)

// logoOf makes a logo of a file with that content, and puts it into a shop, which is to take it.
func logoOf(t *testing.T, content []byte) (logo image.Image, kind string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sign")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := app.Logo(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	store, _ := modelstest.New(t)
	if err := store.SetLogo(file, "sign"); err != nil {
		t.Errorf("the shop does not take its logo of %d bytes: %v", len(file), err)
	}
	logo, kind, err = image.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return logo, kind
}

func asPNG(t *testing.T, p image.Image) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, p); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// noise is a picture that no encoding makes small.
func noise(side int, alpha bool) image.Image {
	p, r := image.NewNRGBA(image.Rect(0, 0, side, side)), rand.New(rand.NewSource(1))
	r.Read(p.Pix)
	for i := 3; !alpha && i < len(p.Pix); i += 4 {
		p.Pix[i] = 255
	}
	return p
}

func TestALogoStaysClearAndIsMadeSmall(t *testing.T) {
	sign := image.NewNRGBA(image.Rect(0, 0, 2000, 1000))
	for x := range 1000 {
		for y := range 1000 {
			sign.SetNRGBA(x, y, color.NRGBA{R: 200, A: 255})
		}
	}
	logo, kind := logoOf(t, asPNG(t, sign))
	if size := logo.Bounds().Size(); kind != "png" || size != image.Pt(models.LogoEdge, models.LogoEdge/2) {
		t.Errorf("the logo is a %s of %v", kind, size)
	}
	if _, _, _, a := logo.At(700, 200).RGBA(); a != 0 {
		t.Error("what is clear did not stay clear")
	}
	if r, _, _, a := logo.At(100, 200).RGBA(); a != 0xFFFF || r < 0xC000 {
		t.Errorf("what is red became %v", logo.At(100, 200))
	}
	if white := app.OnWhite(asPNG(t, sign)); white.At(1500, 500) != (color.RGBA{255, 255, 255, 255}) || white.At(10, 10) != (color.RGBA{200, 0, 0, 255}) {
		t.Errorf("on paper it is %v and %v", white.At(1500, 500), white.At(10, 10))
	}
	if app.OnWhite([]byte("no picture")) != nil {
		t.Error("a letter is a picture")
	}
}

func TestALogoIsUpright(t *testing.T) {
	logo, _ := logoOf(t, jpegTurned(t, halves(400, 200), 6))
	if r, _, b, _ := logo.At(100, 2).RGBA(); logo.Bounds().Dx() != 200 || r < b {
		t.Errorf("the logo lies on its side: %v", logo.Bounds())
	}
}

// Whatever it holds, it becomes no larger than a shop takes: a photo as JPEG, and what is clear in parts in fewer points.
func TestABusyLogoIsMadeSmallToo(t *testing.T) {
	if logo, kind := logoOf(t, asPNG(t, noise(900, false))); kind != "jpeg" {
		t.Errorf("a photo is a %s of %v", kind, logo.Bounds())
	}
	if logo, kind := logoOf(t, asPNG(t, noise(900, true))); kind != "png" || logo.Bounds().Dx() < 200 {
		t.Errorf("a picture with clear parts is a %s of %v", kind, logo.Bounds())
	}
}

func TestALetterIsNoLogo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.png")
	if err := os.WriteFile(path, []byte("Dear Ann"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := app.Logo(t.Context(), path); err == nil {
		t.Error("a letter is a logo")
	} else if p, ok := models.IsProblem(err); !ok || p.Key != "photo.kind" {
		t.Errorf("a letter: %v", err)
	}
}
