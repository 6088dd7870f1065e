package safekeep

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"goodturn/models"
)

// SealedSuffix is added to a backup's name to give that of its sealed copy. Any program that knows the age format
// (age-encryption.org/v1) opens it with the passphrase.
const SealedSuffix = ".age"

// shortestPassphrase is how many characters a passphrase has at least.
const shortestPassphrase = 8

// workFactor is how much work trying one passphrase is: 2^18 rounds of scrypt, about a second, as age itself chooses.
const workFactor = 18

// CheckPassphrase tells whether a passphrase will do, by a models.Problem with Field "passphrase".
func CheckPassphrase(passphrase string) error {
	switch {
	case strings.TrimSpace(passphrase) == "":
		return sealTrouble("seal.none", nil)
	case utf8.RuneCountInString(spelled(passphrase)) < shortestPassphrase:
		return sealTrouble("seal.short", nil)
	}
	return nil
}

// spelled gives the passphrase in one spelling: systems differ in whether é is one letter or two.
func spelled(passphrase string) string { return norm.NFC.String(passphrase) }

func sealTrouble(key string, cause error) error {
	p := models.Problem{Field: "passphrase", Key: key, Args: map[string]any{"Least": shortestPassphrase}}
	if cause == nil {
		return p
	}
	return fmt.Errorf("%w (%w)", p, cause)
}

// Seal makes a copy of the finished backup at path that only the passphrase opens, in folder, and gives its path: the
// backup's name with SealedSuffix, never one that is taken. The copy is opened again and compared with the backup
// before it gets its name. It reports hundredths; report may be nil. Nobody can open it without the passphrase, its
// maker included. What the owner can put right is a models.Problem with Field "passphrase" or "folder".
func Seal(ctx context.Context, backup, passphrase, folder string, report func(done, total int)) (path string, err error) {
	if err := CheckPassphrase(passphrase); err != nil {
		return "", err
	}
	return sealer{passphrase: spelled(passphrase), work: workFactor}.seal(ctx, backup, folder, newMeter(report))
}

// sealer seals with one passphrase.
type sealer struct {
	passphrase string
	work       int // the binary logarithm of scrypt's rounds
}

func (s sealer) seal(ctx context.Context, backup, folder string, m meter) (path string, err error) {
	path, err = s.make(ctx, backup, folder, m)
	if err != nil && ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err == nil {
		m.reach(allDone)
	}
	return path, explain(err, folder)
}

func (s sealer) make(ctx context.Context, backup, folder string, m meter) (path string, err error) {
	if err := Verify(ctx, backup); err != nil {
		return "", err
	}
	source, err := readNote(backup)
	if err != nil {
		return "", unreadable(err, backup)
	}
	part, err := claim(folder)
	if err != nil {
		return "", err
	}
	defer discard(part) // gone already once it has its name
	if err := s.encrypt(ctx, backup, part, m.within(0, half)); err != nil {
		return "", err
	}
	if err := settle(part); err != nil {
		return "", err
	}
	hash := sha256.New()
	if err := decrypt(ctx, part, s.passphrase, hash, m.within(half, delivered)); err != nil {
		return "", trouble("backup.misread", folder, err)
	}
	if got := hex.EncodeToString(hash.Sum(nil)); got != source.sum {
		return "", trouble("backup.misread", folder, fmt.Errorf("opens as %s, not %s", got, source.sum))
	}
	return s.publish(ctx, part, backup, folder, source)
}

// publish gives the sealed copy its name. Its note tells whose it is and when it was made, and nothing of what is in it.
func (s sealer) publish(ctx context.Context, part, backup, folder string, source note) (path string, err error) {
	var n note
	if n.sum, err = hashFile(ctx, part, nil); err != nil {
		return "", err
	}
	if source.facts.Shop != "" {
		n.facts = facts{Shop: source.facts.Shop, Made: source.facts.Made}
		if n.facts.Size, err = sizeOf(part); err != nil {
			return "", err
		}
	}
	stem := strings.TrimSuffix(filepath.Base(backup), Extension)
	return publish(ctx, part, folder, numbered(stem, Extension+SealedSuffix), n)
}

func (s sealer) encrypt(ctx context.Context, from, to string, m meter) error {
	recipient, err := age.NewScryptRecipient(s.passphrase)
	if err != nil {
		return err
	}
	recipient.SetWorkFactor(s.work)
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	reader, err := watch(ctx, in, m.stretch(0, allDone))
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	sealed, err := age.Encrypt(&steady{file: out}, recipient)
	if err == nil {
		_, err = io.Copy(sealed, reader)
		err = errors.Join(err, sealed.Close())
	}
	return errors.Join(err, out.Close())
}
