package app

import (
	"log/slog"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"gopkg.in/natefinch/lumberjack.v2"
)

// dataFolder is where the system keeps a user's data.
func dataFolder() string { return filepath.Join(xdg.DataHome, "Goodturn") }

// HomeFile is the shop file that opens when no other was asked for.
func HomeFile() string { return filepath.Join(dataFolder(), "My shop.goodturn") }

// BackupsFolder is the program's own folder for backups, before the owner chose one.
func BackupsFolder() string { return filepath.Join(dataFolder(), "Backups") }

// PrintFolder is where printed lists are kept.
func PrintFolder() string { return filepath.Join(dataFolder(), "Printed") }

// DocumentsFolder is where the owner's own documents lie, to begin choosing from.
func DocumentsFolder() string {
	if info, err := os.Stat(xdg.UserDirs.Documents); err == nil && info.IsDir() {
		return xdg.UserDirs.Documents
	}
	return xdg.Home
}

// LogFile is where causes of errors are written, which the owner never reads.
func LogFile() string { return filepath.Join(xdg.StateHome, "Goodturn", "goodturn.log") }

// StartLog sends the program's log to LogFile, kept small. Without a place to write, it goes to standard error.
func StartLog() {
	if err := os.MkdirAll(filepath.Dir(LogFile()), 0o700); err != nil {
		slog.Warn("no place for the log", "error", err)
		return
	}
	out := &lumberjack.Logger{Filename: LogFile(), MaxSize: 2, MaxBackups: 2}
	slog.SetDefault(slog.New(slog.NewTextHandler(out, nil)))
	if err := keepCrash(); err != nil {
		slog.Warn("no place for last words", "error", err)
	}
}
