package app

import (
	"errors"
	"fmt"
	"image"
	"unsafe"

	"fyne.io/fyne/v2/driver"
	"golang.org/x/sys/windows"
)

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	clientToScreen   = user32.NewProc("ClientToScreen")
	getSystemMetrics = user32.NewProc("GetSystemMetrics")
)

// What GetSystemMetrics tells of the rectangle around all screens, from WinUser.h.
const (
	virtualX      = 76 // SM_XVIRTUALSCREEN
	virtualY      = 77 // SM_YVIRTUALSCREEN
	virtualWidth  = 78 // SM_CXVIRTUALSCREEN
	virtualHeight = 79 // SM_CYVIRTUALSCREEN
)

// placeOf returns where the content of a window begins, in pixels. The context is what Fyne knows of the window.
func placeOf(context any) (image.Point, error) {
	of, is := context.(driver.WindowsWindowContext)
	if !is || of.HWND == 0 {
		return image.Point{}, errors.New("no window")
	}
	var at struct{ X, Y int32 } // a POINT
	if done, _, err := clientToScreen.Call(of.HWND, uintptr(unsafe.Pointer(&at))); done == 0 {
		return image.Point{}, fmt.Errorf("asking for the window's place: %w", err)
	}
	return image.Pt(int(at.X), int(at.Y)), nil
}

// screens returns the rectangle around all screens, in pixels.
func screens() []image.Rectangle {
	metric := func(index uintptr) int {
		value, _, _ := getSystemMetrics.Call(index) // which knows no failure
		return int(int32(value))
	}
	corner := image.Pt(metric(virtualX), metric(virtualY))
	return []image.Rectangle{{Min: corner, Max: corner.Add(image.Pt(metric(virtualWidth), metric(virtualHeight)))}}
}
