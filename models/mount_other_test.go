//go:build !linux

package models_test

import "errors"

var errNoMount = errors.New("disks in memory are mounted on Linux alone")

func mountSmall(string, int) error { return errNoMount }
func readOnly(string) error        { return errNoMount }
func unmountSmall(string) error    { return errNoMount }
