package modelstest

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"os"
	"path/filepath"
	"sync"

	"goodturn/models"
)

// fresh gives the bytes of a new shop file and the name it bears inside, made once by the program's own way: going
// through every migration for each of a thousand tests took half their time.
var fresh = sync.OnceValues(func() (made freshShop, err error) {
	folder, err := os.MkdirTemp("", "goodturn-fresh-")
	if err != nil {
		return freshShop{}, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "shop.goodturn")
	store, err := models.Open(path, models.Create(), models.WithClock(NewClock().Now))
	if err != nil {
		return freshShop{}, err
	}
	shop, err := store.Shop()
	if err != nil {
		store.Close()
		return freshShop{}, err
	}
	if err := store.Close(); err != nil {
		return freshShop{}, err
	}
	content, err := os.ReadFile(path)
	return freshShop{content: content, uid: []byte(shop.UID)}, err
})

type freshShop struct{ content, uid []byte }

// layFresh lays a new shop file at path, with a name of its own inside, since two shops are never of one name.
func layFresh(path string) error {
	made, err := fresh()
	if err != nil {
		return err
	}
	random := make([]byte, len(made.uid)/2)
	rand.Read(random) // never fails: it ends the program where the system gives none
	uid := []byte(hex.EncodeToString(random))
	return os.WriteFile(path, bytes.Replace(made.content, made.uid, uid, 1), 0o600)
}
