//go:build e2e && pictures

package main_test

import (
	"path/filepath"
	"testing"
)

// look is one way the program can look.
type look struct {
	name          string
	width, height int
	set           map[string]string // the program's surroundings
}

var looks = []look{
	{"light", 1280, 800, nil},
	{"dark", 1280, 800, map[string]string{"FYNE_THEME": "dark"}},
	{"small", 1024, 700, nil},
}

// scene is one thing to photograph: how to get there from the scene before.
type scene struct {
	name string
	open func(d *desk)
}

var scenes = []scene{
	{"start", func(*desk) {}},
}

// TestPictures photographs every scene in every look into pictures/LOOK/SCENE.png.
func TestPictures(t *testing.T) {
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, l.width, l.height)
			for name, value := range l.set {
				d.Set(name, value)
			}
			d.Start()
			for _, s := range scenes {
				s.open(d)
				d.Settle()
				t.Log(d.Shot(filepath.Join("pictures", l.name, s.name+".png")))
			}
			d.Close()
		})
	}
}
