package compile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// A file being written has this name until it is whole.
const (
	partPrefix = ".lexipoche-"
	partSuffix = ".part"
)

// Save writes files in a folder, which it makes if need be. Each file appears whole under its name or not at all, even
// when the machine stops midway: all are first written beside their places and flushed, then renamed. What an earlier
// run was stopped from renaming is removed.
func Save(dir string, files []format.File) (err error) {
	type part struct{ temporary, name string }
	var parts []part
	defer func() {
		if err != nil {
			for _, p := range parts {
				os.Remove(p.temporary)
			}
		}
	}()
	folders := map[string]bool{}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		folder := filepath.Dir(name)
		if !folders[folder] {
			folders[folder] = true
			if err := os.MkdirAll(folder, 0o755); err != nil {
				return err
			}
			sweep(folder)
		}
		temporary, err := writePart(folder, f.Data, 0o644)
		if temporary != "" {
			parts = append(parts, part{temporary, name})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for _, p := range parts {
		if err := os.Rename(p.temporary, p.name); err != nil {
			return err
		}
	}
	for folder := range folders {
		flush(folder)
	}
	return nil
}

// Replace gives a file new content, whole or not at all, and keeps its permissions.
func Replace(name string, data []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	temporary, err := writePart(filepath.Dir(name), data, info.Mode().Perm())
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil && temporary != "" {
		os.Remove(temporary)
	}
	return err
}

// writePart writes a whole file beside its place, down to the disk, and gives its name even when it fails.
func writePart(folder string, data []byte, mode os.FileMode) (name string, err error) {
	f, err := os.CreateTemp(folder, partPrefix+"*"+partSuffix)
	if err != nil {
		return "", err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	if _, err := f.Write(data); err != nil {
		return f.Name(), err
	}
	if err := f.Chmod(mode); err != nil {
		return f.Name(), err
	}
	return f.Name(), f.Sync()
}

// sweep removes the parts that an interrupted run left. A folder that cannot be listed will be complained of by what
// comes next.
func sweep(folder string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, partPrefix) && strings.HasSuffix(name, partSuffix) {
			os.Remove(filepath.Join(folder, name))
		}
	}
}

// flush makes the new names of a folder lasting, where the system can.
func flush(folder string) {
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
