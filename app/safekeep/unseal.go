package safekeep

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"
)

// Unseal opens the sealed copy at path into folder, with the hash beside it, and gives the path of the backup. It
// reports hundredths; report may be nil. A wrong passphrase is a models.Problem with Field "passphrase", a copy that
// is damaged or was never one is one with Field "folder".
func Unseal(ctx context.Context, path, passphrase, folder string, report func(done, total int)) (backup string, err error) {
	m := newMeter(report)
	part, err := unseal(ctx, path, passphrase, folder, m.within(0, delivered))
	if err == nil {
		defer discard(part) // gone already once it has its name
		backup, err = nameUnsealed(ctx, part, path, folder)
	}
	if err != nil && ctx.Err() != nil {
		return "", ctx.Err()
	}
	if err == nil {
		m.reach(allDone)
	}
	return backup, explain(err, folder)
}

func nameUnsealed(ctx context.Context, part, sealed, folder string) (string, error) {
	n, err := readNote(sealed)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errNoHash) {
		return "", err
	}
	if n.sum, err = hashFile(ctx, part, nil); err != nil {
		return "", err
	}
	n.facts = facts{} // those of the sealed copy
	stem := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(sealed), SealedSuffix), Extension)
	return publish(ctx, part, folder, numbered(stem, Extension), n)
}

// decrypt writes what is sealed in the file at path. A failed one may have written a part of it.
func decrypt(ctx context.Context, path, passphrase string, to io.Writer, m meter) error {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return err
	}
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	reader, err := watch(ctx, in, m.stretch(0, allDone))
	if err != nil {
		return err
	}
	opened, err := age.Decrypt(reader, identity)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, opened)
	return err
}

// unseal opens the sealed copy at path into folder, under a hidden name. A failed one leaves nothing there.
func unseal(ctx context.Context, path, passphrase, folder string, m meter) (part string, err error) {
	if part, err = claim(folder); err != nil {
		return "", err
	}
	if err = unsealInto(ctx, path, passphrase, part, m); err != nil {
		discard(part)
		return "", err
	}
	return part, nil
}

// unsealInto is unseal into the empty file at part, which a failed one leaves there.
func unsealInto(ctx context.Context, path, passphrase, part string, m meter) error {
	if strings.TrimSpace(passphrase) == "" {
		return sealTrouble("seal.none", nil)
	}
	out, err := os.OpenFile(part, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = decrypt(ctx, path, spelled(passphrase), &steady{file: out}, m)
	if err := errors.Join(whySealed(ctx, path, err), out.Close()); err != nil {
		return err
	}
	return settle(part)
}

// whySealed tells a wrong passphrase from a damaged copy and from a disk's trouble.
func whySealed(ctx context.Context, path string, err error) error {
	var disk *fs.PathError
	switch {
	case err == nil, ctx.Err() != nil:
		return err
	case errors.As(err, &disk) && disk.Path == path:
		return unreadable(err, path)
	case isOfDisk(err):
		return err
	case errors.Is(err, age.ErrIncorrectIdentity):
		return sealTrouble("seal.wrong", err)
	}
	return trouble("seal.damaged", path, err)
}
