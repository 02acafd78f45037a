package cli

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/source"
)

// defaultDir is where a lexicon is looked for when none is named.
const defaultDir = "lexicon"

// lexicon is a folder to work on.
type lexicon struct {
	fsys fs.FS
	dir  string // on the disk; empty for the embedded lexicon
	// only, when set, are the files (from dir, slash-separated) or folders whose findings are wanted.
	only []string
	// export is the file to judge, when it is not a lexicon but the JSON export of one.
	export string
}

// exportNames are the ends of the names of exports, and of what may be taken for one.
var exportNames = []string{".json", ".jsonl", ".jsonld"}

// open finds the lexicon to work on: the folder named, else ./lexicon, else the embedded one. Files are reached through
// a root that no link leads out of.
func (a *app) open(dir string) (*lexicon, error) {
	if dir == "" {
		if info, err := os.Stat(defaultDir); err != nil || !info.IsDir() {
			return &lexicon{fsys: a.Lexicon}, nil
		}
		dir = defaultDir
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &lexicon{fsys: root.FS(), dir: dir}, nil
}

// openPath finds the lexicon that a file or folder belongs to: the nearest folder above that has a lexicon.yaml. JSON outside
// of what is read of a lexicon is the export of one.
func (a *app) openPath(name string) (*lexicon, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	dir := filepath.Clean(name)
	if !info.IsDir() {
		dir = filepath.Dir(dir)
	}
	found := false
	for at := dir; ; at = filepath.Join(at, "..") {
		if _, err := os.Stat(filepath.Join(at, source.LexiconFile)); err == nil {
			dir, found = at, true
			break
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if abs, err := filepath.Abs(at); err != nil || filepath.Dir(abs) == abs {
			break // no lexicon.yaml all the way up: the folder itself is taken for a lexicon that lacks it
		}
	}
	rel, err := relative(dir, name)
	if err != nil {
		return nil, err
	}
	folder, _, _ := strings.Cut(rel, "/")
	own := found && (folder == source.TermsDir || folder == source.EditionsDir)
	if info.Mode().IsRegular() && slices.Contains(exportNames, strings.ToLower(filepath.Ext(name))) && !own {
		dir, file := filepath.Split(filepath.Clean(name))
		dir = filepath.Clean(dir)
		return &lexicon{fsys: os.DirFS(dir), dir: dir, export: file}, nil
	}
	l, err := a.open(dir)
	if err != nil {
		return nil, err
	}
	if rel != "." {
		l.only = []string{rel}
	}
	return l, nil
}

func relative(dir, name string) (string, error) {
	absDir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	absName, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(absDir, absName)
	return filepath.ToSlash(rel), err
}

// path gives the name under which a file of the lexicon is shown: from the current folder, or as the lexicon was named
// when it is elsewhere.
func (l *lexicon) path(file string) string {
	name := path.Join(filepath.ToSlash(l.dir), file)
	if l.dir == "" {
		return name
	}
	if rel, err := relative(".", filepath.FromSlash(name)); err == nil && rel != ".." && !strings.HasPrefix(rel, "../") {
		return rel
	}
	return name
}

// check reads and judges the lexicon, and keeps the findings that are wanted.
func (l *lexicon) check() (diag.List, int, error) {
	if l.export != "" {
		n, found, err := compile.CheckExport(l.fsys, l.export)
		return found, n, err
	}
	g, found, err := compile.Check(l.fsys)
	if err != nil {
		return nil, 0, err
	}
	if l.only == nil {
		return found, len(g.Entries), nil
	}
	var wanted diag.List
	for _, d := range found {
		if l.wants(d.File) {
			wanted = append(wanted, d)
		}
	}
	n := 0
	for _, e := range g.Entries {
		if l.wants(e.Path) {
			n++
		}
	}
	return wanted, n, nil
}

func (l *lexicon) wants(file string) bool {
	for _, o := range l.only {
		if file == o || strings.HasPrefix(file, o+"/") {
			return true
		}
	}
	return false
}
