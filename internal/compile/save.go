package compile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// A file being written has this name until it is whole.
const (
	partPrefix = ".lexipoche-"
	partSuffix = ".part"
)

// Save writes the files of an output in a folder, which it makes if need be. Each file appears whole under its name or not
// at all, even when the machine stops midway: all are first written beside their places and flushed, then renamed. What an
// earlier run was stopped from renaming is removed, and so is what it wrote in the folders of the output that is no part of
// them any more. Files that are not the program's are left alone, wherever they are.
func Save(dir string, out *Output) (err error) {
	files := out.Files
	for _, folder := range out.Folders {
		files = append(files, contents(folder, out))
	}
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
	var before []string
	for _, folder := range out.Folders {
		before = append(before, written(dir, folder)...)
	}
	for _, p := range parts {
		if err := os.Rename(p.temporary, p.name); err != nil {
			return err
		}
	}
	if err := remove(dir, before, files); err != nil {
		return err
	}
	for folder := range folders {
		flush(folder)
	}
	return nil
}

// contentsName is the file in which a folder of an output says what the program wrote there.
const contentsName = ".lexipoche"

// contents lists the files of a folder, by their names in it, a line each. Those of a folder within it are on its own list.
func contents(folder string, out *Output) format.File {
	var list strings.Builder
	for _, f := range out.Files {
		if out.Folder(f) == folder {
			list.WriteString(strings.TrimPrefix(f.Name, folder+"/") + "\n")
		}
	}
	return format.File{Name: folder + "/" + contentsName, Data: []byte(list.String())}
}

// Folder gives the innermost of the folders of an output that a file is in, empty when it is in none.
func (out *Output) Folder(f format.File) string {
	innermost := ""
	for _, folder := range out.Folders {
		if strings.HasPrefix(f.Name, folder+"/") && len(folder) > len(innermost) {
			innermost = folder
		}
	}
	return innermost
}

// written gives the files that an earlier run says it wrote in a folder, named as those of an output are. Its list may have
// been meddled with: nothing out of the folder is named.
func written(dir, folder string) (names []string) {
	list, _ := os.ReadFile(filepath.Join(dir, folder, contentsName)) // a folder without a list holds nothing of ours
	for name := range strings.Lines(string(list)) {
		if name = strings.TrimSpace(name); filepath.IsLocal(filepath.FromSlash(name)) {
			names = append(names, folder+"/"+path.Clean(name))
		}
	}
	return names
}

// remove takes away the files of an earlier run that are not among those of this one, and the folders that it leaves empty.
func remove(dir string, before []string, files []format.File) error {
	now := make(map[string]bool, len(files))
	for _, f := range files {
		now[f.Name] = true
	}
	for _, name := range before {
		if now[name] {
			continue
		}
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for parent := path.Dir(name); strings.Contains(parent, "/"); parent = path.Dir(parent) {
			if os.Remove(filepath.Join(dir, filepath.FromSlash(parent))) != nil { // it is not empty
				break
			}
		}
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
