package app

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation gives how the camera was held, by the Exif part of a JPEG file: 1 for upright, and for files that do not
// say; see the table at upright (Exif 2.3, tag 0x0112).
func orientation(file []byte) int {
	const start, exif, scan = 0xD8, 0xE1, 0xDA
	if len(file) < 4 || file[0] != 0xFF || file[1] != start {
		return 1
	}
	for at := 2; at+4 <= len(file) && file[at] == 0xFF; {
		marker, size := file[at+1], int(binary.BigEndian.Uint16(file[at+2:]))
		if marker == scan || size < 2 || at+2+size > len(file) {
			break
		}
		if part, ok := bytes.CutPrefix(file[at+4:at+2+size], []byte("Exif\x00\x00")); ok && marker == exif {
			return tiffOrientation(part)
		}
		at += 2 + size
	}
	return 1
}

// tiffOrientation reads the tag from the first directory of a TIFF header.
func tiffOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	order := binary.ByteOrder(binary.BigEndian)
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 1
	}
	n := int(order.Uint16(tiff[at:]))
	for i := range n {
		const tag, size = 0x0112, 12
		entry := at + 2 + i*size
		if entry+size > len(tiff) {
			break
		}
		if order.Uint16(tiff[entry:]) == tag {
			if turned := int(order.Uint16(tiff[entry+8:])); turned >= 1 && turned <= 8 {
				return turned
			}
			break
		}
	}
	return 1
}

// upright turns a small picture by how the camera was held:
//
//	1 upright        2 mirrored        3 upside down     4 upside down, mirrored
//	5 mirrored, left 6 turned left     7 mirrored, right 8 turned right
func upright(p *image.RGBA, orientation int) image.Image {
	if orientation < 2 || orientation > 8 {
		return p
	}
	width, height := p.Bounds().Dx(), p.Bounds().Dy()
	turned := image.NewRGBA(image.Rect(0, 0, width, height))
	if orientation >= 5 {
		turned = image.NewRGBA(image.Rect(0, 0, height, width))
	}
	for y := range height {
		for x := range width {
			toX, toY := placed(orientation, x, y, width-1, height-1)
			turned.SetRGBA(toX, toY, p.RGBAAt(x, y))
		}
	}
	return turned
}

// placed is where the point at x, y comes to stand; right and bottom are the last column and line.
func placed(orientation, x, y, right, bottom int) (toX, toY int) {
	switch orientation {
	case 2:
		return right - x, y
	case 3:
		return right - x, bottom - y
	case 4:
		return x, bottom - y
	case 5:
		return y, x
	case 6:
		return bottom - y, x
	case 7:
		return bottom - y, right - x
	}
	return y, right - x
}
