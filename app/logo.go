package app

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"goodturn/models"
)

// Logo makes of the picture at path, a file as Photo takes it, a logo as models.SetLogo takes it, turned upright. What is clear in
// it stays clear. Errors are those of Photo. It may be called beside the window, and looks at ctx between its steps.
func Logo(ctx context.Context, path string) ([]byte, error) {
	picture, turned, err := pictureAt(path)
	if err != nil {
		return nil, err
	}
	for edge := models.LogoEdge; ; edge = edge * 3 / 4 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		logo, err := encodeLogo(upright(within(picture, edge), turned))
		if err != nil || len(logo) <= models.LogoBytes {
			return logo, err
		}
	}
}

// within makes a picture small enough for an edge, and keeps what is clear in it. It is never made larger.
func within(picture image.Image, edge int) *image.RGBA {
	small := image.NewRGBA(image.Rectangle{Max: sizeWithin(picture, edge)})
	draw.CatmullRom.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Src, nil)
	return small
}

// encodeLogo writes a PNG file: signs have sharp edges, and may be clear. A picture without clear parts that comes to more than a
// logo may is a photo, and is written as JPEG.
func encodeLogo(logo image.Image) ([]byte, error) {
	var file bytes.Buffer
	if err := png.Encode(&file, logo); err != nil {
		return nil, err
	}
	opaque, knows := logo.(interface{ Opaque() bool })
	if file.Len() <= models.LogoBytes || !knows || !opaque.Opaque() {
		return file.Bytes(), nil
	}
	file.Reset()
	err := jpeg.Encode(&file, logo, &jpeg.Options{Quality: 90})
	return file.Bytes(), err
}

// OnWhite gives a logo as it comes out on paper; nil for a file that is no picture.
func OnWhite(logo []byte) image.Image {
	picture, _, err := image.Decode(bytes.NewReader(logo))
	if err != nil {
		return nil
	}
	out := image.NewRGBA(image.Rectangle{Max: picture.Bounds().Size()})
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), picture, picture.Bounds().Min, draw.Over)
	return out
}
