package app_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"goodturn/app"
	"goodturn/models"
)

// halves is a picture whose left half is red and whose right half is blue.
func halves(width, height int) image.Image {
	p := image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{color.RGBA{200, 0, 0, 255}, color.RGBA{0, 0, 200, 255}})
	for y := range height {
		for x := width / 2; x < width; x++ {
			p.SetColorIndex(x, y, 1)
		}
	}
	return p
}

// jpegTurned is a JPEG file that says how the camera was held.
func jpegTurned(t *testing.T, p image.Image, orientation byte) []byte {
	t.Helper()
	var plain bytes.Buffer
	if err := jpeg.Encode(&plain, p, nil); err != nil {
		t.Fatal(err)
	}
	tiff := []byte{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0}
	part := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xFF, 0xD8, 0xFF, 0xE1}, uint16(len(part)+2))
	return append(append(head, part...), plain.Bytes()[2:]...)
}

// photoOf makes a photo of a file with that content.
func photoOf(t *testing.T, content []byte) (image.Image, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "picture")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := app.Photo(context.Background(), path)
	if err != nil {
		return nil, err
	}
	if len(file) > models.PhotoBytes {
		t.Errorf("the photo has %d bytes", len(file))
	}
	photo, _, err := image.Decode(bytes.NewReader(file))
	return photo, err
}

func TestPhotoIsMadeSmallAndUpright(t *testing.T) {
	red := func(p image.Image, x, y int) bool { r, _, b, _ := p.At(x, y).RGBA(); return r > b }
	for orientation, want := range map[byte]struct {
		width, height int
		x, y          int // a corner that is red
	}{1: {256, 128, 2, 64}, 2: {256, 128, 253, 64}, 3: {256, 128, 253, 64}, 6: {128, 256, 64, 2}, 8: {128, 256, 64, 253}, 9: {256, 128, 2, 64}} {
		photo, err := photoOf(t, jpegTurned(t, halves(1000, 500), orientation))
		if err != nil {
			t.Fatal(err)
		}
		if size := photo.Bounds().Size(); size.X != want.width || size.Y != want.height || !red(photo, want.x, want.y) {
			t.Errorf("orientation %d: %v, and its red half is elsewhere", orientation, size)
		}
	}
}

func TestPhotoOfEveryKind(t *testing.T) {
	var asPNG, asGIF bytes.Buffer
	if err := png.Encode(&asPNG, image.NewNRGBA(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&asGIF, halves(300, 30), nil); err != nil {
		t.Fatal(err)
	}
	clear, err := photoOf(t, asPNG.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if r, _, _, _ := clear.At(20, 15).RGBA(); r < 0xF000 || clear.Bounds().Dx() != 40 {
		t.Errorf("a clear picture of 40 points became %v in %v", clear.At(20, 15), clear.Bounds())
	}
	if photo, err := photoOf(t, asGIF.Bytes()); err != nil || photo.Bounds().Dx() != 256 {
		t.Errorf("a GIF file: %v", err)
	}
	// The smallest WebP file there is: one point, lossless.
	webp := []byte("RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00")
	if _, err := photoOf(t, webp); err != nil {
		t.Errorf("a WebP file: %v", err)
	}
}

// pngSaying is a PNG file that says it has so many points, and holds none.
func pngSaying(width, height uint32) []byte {
	chunk := []byte("IHDR")
	chunk = binary.BigEndian.AppendUint32(chunk, width)
	chunk = binary.BigEndian.AppendUint32(chunk, height)
	chunk = append(chunk, 8, 6, 0, 0, 0)
	file := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), chunk...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(chunk))
}

// jpegSaying is a JPEG file that says it has so many points and is of the kind that the marker before its size stands for.
func jpegSaying(t *testing.T, marker byte, width, height uint16) []byte {
	file := jpegTurned(t, image.NewGray(image.Rect(0, 0, 8, 8)), 1)
	at := bytes.Index(file, []byte{0xFF, 0xC0})
	file[at+1] = marker
	binary.BigEndian.PutUint16(file[at+5:], height)
	binary.BigEndian.PutUint16(file[at+7:], width)
	return file
}

func TestPhotoRefuses(t *testing.T) {
	whole, deep := jpegTurned(t, halves(100, 100), 1), pngSaying(8000, 8000)
	deep[24] = 16 // bits of each colour
	binary.BigEndian.PutUint32(deep[29:], crc32.ChecksumIEEE(deep[12:29]))
	for what, c := range map[string]struct {
		content []byte
		key     string
	}{
		"no picture":         {[]byte("Dear Sir or Madam"), "photo.kind"},
		"nothing":            {nil, "photo.kind"},
		"a bomb":             {pngSaying(60_000, 60_000), "photo.huge"},
		"a long bomb":        {pngSaying(1, 2_000_000), "photo.huge"},
		"a progressive bomb": {jpegSaying(t, 0xC2, 6000, 6000), "photo.unfolds"},
		"a deep bomb":        {deep, "photo.unfolds"},
		"a large JPEG cut":   {jpegSaying(t, 0xC0, 6000, 6000), "photo.broken"},
		"half a picture":     {whole[:len(whole)/2], "photo.broken"},
		"a head by itself":   {pngSaying(100, 100), "photo.broken"},
	} {
		_, err := photoOf(t, c.content)
		if p, ok := models.IsProblem(err); !ok || p.Key != c.key || p.Field != "photo" {
			t.Errorf("%s: %v, want %s", what, err, c.key)
		}
	}
	if _, err := app.Photo(context.Background(), t.TempDir()); err == nil {
		t.Error("a folder is taken for a picture")
	}
	if _, err := app.Photo(context.Background(), filepath.Join(t.TempDir(), "gone.jpg")); err == nil {
		t.Error("a picture that is not there is taken")
	}
}

// Whatever stands in a file, reading its orientation ends.
func FuzzPhoto(f *testing.F) {
	f.Add([]byte("\xFF\xD8\xFF\xE1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00"))
	f.Add(pngSaying(3, 3))
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, err := photoOf(t, content); err != nil {
			if _, ok := models.IsProblem(err); !ok {
				t.Errorf("%v is no Problem", err)
			}
		}
	})
}
