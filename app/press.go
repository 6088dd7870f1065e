package app

import (
	"context"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2/theme"
	"github.com/adrg/xdg"

	"goodturn/app/paper"
	"goodturn/assets"
	"goodturn/models"
)

// Press lays out every kind of page the owner prints. The program has one: it holds the fonts once they were needed. It may be
// used beside the window, and by several sheets at once. The zero value is ready.
type Press struct {
	once   sync.Once
	setter *paper.Typesetter
	err    error
	store  atomic.Pointer[models.Store] // whose logo pages have; nil for none
}

// Press is what pages are laid out with.
func (a *App) Press() *Press { return &a.press }

// ready reads the fonts the first time, and gives why they cannot be read.
func (p *Press) ready() error {
	p.once.Do(p.readFonts)
	return p.err
}

// frame is what pages of the shop are made with.
func (p *Press) frame(sheet paper.Paper, shop models.Shop, language string, made time.Time) paper.Frame {
	return paper.Frame{Setter: p.setter, Paper: sheet, Language: language, Made: made, Shop: shop.Name, Logo: p.logo(shop)}
}

// logo is the logo of the shop, where its file is the one that is open. Pages come out without one that cannot be read.
func (p *Press) logo(shop models.Shop) []byte {
	store := p.store.Load()
	if store == nil {
		return nil
	}
	logo, err := store.LogoOf(context.Background(), shop.UID)
	if err != nil {
		slog.Error("reading the logo for a page", "error", err)
	}
	return logo
}

func (p *Press) readFonts() {
	fonts := paper.Fonts{
		Regular: assets.Dotted(theme.DefaultTextFont().Content()),
		Bold:    assets.Dotted(theme.DefaultTextBoldFont().Content()),
		Emoji:   theme.DefaultEmojiFont().Content(),
	}
	p.setter, p.err = paper.NewTypesetter(fonts, filepath.Join(xdg.CacheHome, "Goodturn"))
}
