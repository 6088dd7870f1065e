package safekeep

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"goodturn/models"
)

// trouble makes the Problem that the owner reads beside the folder; cause is for the log file.
func trouble(key, folder string, cause error) error {
	p := models.Problem{Field: "folder", Key: key, Args: map[string]any{"Folder": folder}}
	if cause == nil {
		return p
	}
	return fmt.Errorf("%w (%w)", p, cause)
}

// fromStore maps what keeps the store from copying itself to the sentence about a backup.
var fromStore = map[string]string{
	"file.full":       "backup.full",
	"file.fullAtOpen": "backup.full",
	"file.readonly":   "backup.folderReadonly",
	"file.busy":       "backup.inUse",
	"file.cannotOpen": "backup.disk",
	"file.disk":       "backup.disk",
	"file.damaged":    "backup.damaged",
	"file.notShop":    "backup.damaged",
}

// explain turns what the system or the store says into a Problem of the folder; what only we can mend stays.
func explain(err error, folder string) error {
	if err == nil {
		return nil
	}
	if problem, ok := models.IsProblem(err); ok {
		if key := fromStore[problem.Key]; key != "" {
			return trouble(key, folder, err)
		}
		return err
	}
	switch {
	case models.IsDiskFull(err):
		return trouble("backup.full", folder, err)
	case isReadonly(err), errors.Is(err, fs.ErrPermission):
		return trouble("backup.folderReadonly", folder, err)
	case isGone(err), errors.Is(err, fs.ErrNotExist):
		return trouble("backup.folderMissing", folder, err)
	case isOfDisk(err):
		return trouble("backup.disk", folder, err)
	}
	return err
}

// unreadable turns what the system says about reading the backup at path into a Problem.
func unreadable(err error, path string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return trouble("backup.fileMissing", path, err)
	case isOfDisk(err):
		return trouble("backup.unreadable", path, err)
	}
	return err
}

// fromCopy maps what keeps a restored copy from being opened to the sentence about the backup it was made of.
var fromCopy = map[string]string{
	"file.newer":      "restore.newer",
	"file.notShop":    "restore.notShop",
	"file.damaged":    "restore.damaged",
	"file.cannotOpen": "restore.damaged",
	"file.disk":       "restore.damaged",
	"file.full":       "restore.full",
	"file.fullAtOpen": "restore.full",
	"file.readonly":   "restore.readonly",
	"file.folder":     "restore.readonly",
}

// explainRestore is explain for the backup at from and the shop file's folder: there the owner cannot choose another.
func explainRestore(err error, from, folder string) error {
	if err == nil {
		return nil
	}
	var path *fs.PathError
	if problem, ok := models.IsProblem(err); ok {
		if key := fromCopy[problem.Key]; key == "restore.full" || key == "restore.readonly" {
			return trouble(key, folder, err)
		} else if key != "" {
			return trouble(key, from, err)
		}
		return err
	}
	switch {
	case models.IsDiskFull(err):
		return trouble("restore.full", folder, err)
	case isReadonly(err), errors.Is(err, fs.ErrPermission):
		return trouble("restore.readonly", folder, err)
	case errors.As(err, &path) && path.Path == from:
		return unreadable(err, from)
	}
	return explain(err, folder)
}

// isOfDisk tells an error of reading or writing files from one of the program.
func isOfDisk(err error) bool {
	var path *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	return errors.As(err, &path) || errors.As(err, &link) || errors.As(err, &call)
}
