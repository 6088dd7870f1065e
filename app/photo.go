package app

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	_ "image/gif" // what a picture for a card may be
	"image/jpeg"
	_ "image/png"
	"io"
	"io/fs"
	"os"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"

	"goodturn/models"
)

// PhotoEndings are how the names of pictures end that a card takes, with blanks between.
const PhotoEndings = ".jpg .jpeg .png .gif .webp"

// What a picture may be at most before it is made small: more than any camera of a shop takes, less than fills the memory.
const (
	photoFile   = 64 << 20 // bytes
	photoPoints = 64 << 20
	photoSide   = 30_000
	photoMemory = 320 << 20 // bytes that reading it may take
)

// Photo makes of the picture at path, a JPEG, PNG, GIF or WebP file of any usual size, a photo as models.SetPhoto takes it,
// turned upright. Its size is looked at before it is read: a small file may unfold into a huge picture. What is no picture,
// is damaged or too large is a Problem at "photo". It may be called beside the window, and looks at ctx between its steps.
func Photo(ctx context.Context, path string) ([]byte, error) {
	picture, turned, err := pictureAt(path)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return encodePhoto(upright(smaller(picture), turned))
}

// pictureAt reads the picture at path, and gives with it how it is turned, as upright takes it.
func pictureAt(path string) (picture image.Image, turned int, err error) {
	file, err := readPicture(path)
	if err != nil {
		return nil, 0, err
	}
	if picture, err = decodePicture(file); err != nil {
		return nil, 0, err
	}
	return picture, orientation(file), nil
}

func photoProblem(key string) error { return models.Problem{Field: "photo", Key: key} }

func readPicture(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, photoProblem("photo.gone")
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, photoProblem("photo.kind")
	case info.Size() > photoFile:
		return nil, photoProblem("photo.huge")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(bufio.NewReader(f), photoFile))
}

func decodePicture(file []byte) (image.Image, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(file))
	switch {
	case errors.Is(err, image.ErrFormat):
		return nil, photoProblem("photo.kind")
	case err != nil || size.Width <= 0 || size.Height <= 0:
		return nil, photoProblem("photo.broken")
	case max(size.Width, size.Height) > photoSide || size.Width*size.Height > photoPoints:
		return nil, photoProblem("photo.huge")
	case size.Width*size.Height*pointBytes(size.ColorModel, file) > photoMemory:
		return nil, photoProblem("photo.unfolds")
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil || picture.Bounds().Empty() {
		return nil, photoProblem("photo.broken")
	}
	return picture, nil
}

// pointBytes is how much memory it takes at most to read a point of a picture. Of a progressive JPEG nothing is a picture before the
// last of it is read, and until then each point is three numbers of four bytes.
func pointBytes(model color.Model, file []byte) int {
	switch {
	case model == color.RGBA64Model || model == color.NRGBA64Model:
		return 8
	case isProgressive(file):
		return 3*4 + 3
	}
	return 4
}

// isProgressive tells whether the file is a progressive JPEG: the marker before its size says so (ITU-T T.81, B.2.2).
func isProgressive(file []byte) bool {
	if !bytes.HasPrefix(file, []byte{0xFF, 0xD8}) {
		return false
	}
	for at := 2; at+4 <= len(file) && file[at] == 0xFF; {
		switch marker := file[at+1]; {
		case marker == 0xFF: // what fills up to the next marker
			at++
			continue
		case marker == 0xC2:
			return true
		case marker == 0xC0 || marker == 0xC1 || marker == 0xDA:
			return false
		}
		at += 2 + int(file[at+2])<<8 + int(file[at+3])
	}
	return false
}

// smaller makes a picture fit a card. What is clear in it becomes white, like paper. It is never made larger.
func smaller(picture image.Image) *image.RGBA {
	small := image.NewRGBA(image.Rectangle{Max: sizeWithin(picture, models.PhotoEdge)})
	draw.Draw(small, small.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Over, nil)
	return small
}

// sizeWithin is the size of a picture that is made small enough for an edge, never larger than it is.
func sizeWithin(picture image.Image, edge int) image.Point {
	size := picture.Bounds().Size()
	if long := max(size.X, size.Y); long > edge {
		size = image.Pt(max(size.X*edge/long, 1), max(size.Y*edge/long, 1))
	}
	return size
}

// encodePhoto writes a JPEG file, as good as there is room for.
func encodePhoto(small image.Image) ([]byte, error) {
	var file bytes.Buffer
	for _, quality := range []int{88, 75, 60, 40} {
		file.Reset()
		if err := jpeg.Encode(&file, small, &jpeg.Options{Quality: quality}); err != nil {
			return nil, err
		}
		if file.Len() <= models.PhotoBytes {
			break
		}
	}
	return file.Bytes(), nil
}
