//go:build !windows

package app

import (
	"errors"
	"fmt"
	"image"
	"log/slog"

	"fyne.io/fyne/v2/driver"
	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xinerama"
	"github.com/jezek/xgb/xproto"
)

// placeOf returns where the content of a window begins, in pixels. The context is what Fyne knows of the window.
func placeOf(context any) (image.Point, error) {
	of, is := context.(driver.X11WindowContext)
	if !is || of.WindowHandle == 0 {
		return image.Point{}, errors.New("only X11 tells where a window is")
	}
	x, err := xgb.NewConn()
	if err != nil {
		return image.Point{}, fmt.Errorf("asking X11 for the window's place: %w", err)
	}
	defer x.Close()
	root := xproto.Setup(x).DefaultScreen(x).Root
	at, err := xproto.TranslateCoordinates(x, xproto.Window(of.WindowHandle), root, 0, 0).Reply()
	if err != nil {
		return image.Point{}, fmt.Errorf("asking X11 for the window's place: %w", err)
	}
	return image.Pt(int(at.DstX), int(at.DstY)), nil
}

// screens returns where the screens are, in pixels; none where X11 does not tell.
func screens() []image.Rectangle {
	x, err := xgb.NewConn()
	if err != nil {
		slog.Info("which screens there are", "error", err)
		return nil
	}
	defer x.Close()
	if err := xinerama.Init(x); err != nil {
		slog.Info("which screens there are", "error", err)
		return nil
	}
	told, err := xinerama.QueryScreens(x).Reply()
	if err != nil {
		slog.Info("which screens there are", "error", err)
		return nil
	}
	var all []image.Rectangle
	for _, screen := range told.ScreenInfo {
		corner := image.Pt(int(screen.XOrg), int(screen.YOrg))
		all = append(all, image.Rectangle{Min: corner, Max: corner.Add(image.Pt(int(screen.Width), int(screen.Height)))})
	}
	return all
}
