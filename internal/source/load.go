package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// The places of a lexicon's files in its folder.
const (
	LexiconFile = "lexicon.yaml"
	TermsDir    = "terms"
	EditionsDir = "editions"
)

// Load reads a whole lexicon. Mistakes of the files are in the list; the error is for what the machine refused (a file
// that cannot be opened). Files are read on several cores, each into its own slot, so that the result depends on
// nothing but the files.
func Load(fsys fs.FS) (glossary.Input, diag.List, error) {
	in := glossary.Input{Lexicon: &glossary.Lexicon{File: glossary.File{Path: LexiconFile, Broken: true}}, Assets: fsys}
	l := loader{fsys: fsys, folders: map[string]bool{}, near: map[string]string{}}
	if err := l.root(); err != nil {
		return in, nil, err
	}
	terms, err := l.list(TermsDir)
	if err != nil {
		return in, nil, err
	}
	if len(terms) == 0 && !slices.ContainsFunc(l.found, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.File, TermsDir) }) {
		l.report("no-entries", LexiconFile, diag.Args{"found": l.near[TermsDir]})
	}
	editions, err := l.list(EditionsDir)
	if err != nil {
		return in, nil, err
	}

	files := slices.Concat(terms, editions)
	if l.lexicon != "" {
		files = append(files, l.lexicon)
	}
	in.Entries = make([]*glossary.Entry, len(terms))
	in.Editions = make([]*glossary.Edition, len(editions))
	slots := make([]struct {
		found diag.List
		err   error
	}, len(files))
	parallel(len(files), func(i int) {
		s := &slots[i]
		data, err := readFile(fsys, files[i])
		defer func() { // whatever a stranger's file may do to the reader, the others are read
			if recover() == nil {
				return
			}
			s.found = diag.List{finding("unreadable-yaml", files[i], diag.Span{}, nil)}
			unread := glossary.File{Path: files[i], Broken: true}
			switch {
			case i < len(terms):
				in.Entries[i] = &glossary.Entry{ID: stem(files[i]), File: unread}
			case i < len(terms)+len(editions):
				in.Editions[i-len(terms)] = &glossary.Edition{Name: stem(files[i]), File: unread}
			}
		}()
		switch {
		case err != nil:
			s.err = err
		case i < len(terms):
			in.Entries[i], s.found = ParseEntry(files[i], data)
		case i < len(terms)+len(editions):
			in.Editions[i-len(terms)], s.found = ParseEdition(files[i], data)
		default:
			in.Lexicon, s.found = ParseLexicon(files[i], data)
		}
	})
	for i := range slots {
		if slots[i].err != nil {
			return in, nil, slots[i].err
		}
		l.found = append(l.found, slots[i].found...)
	}
	l.unique(in.Entries)
	return in, l.found, nil
}

// loader looks through a lexicon's folder.
type loader struct {
	fsys    fs.FS
	found   diag.List
	lexicon string            // the file that says what lexicon.yaml should, "" when there is none
	folders map[string]bool   // that are there
	near    map[string]string // by folder that is not there, one with a name close to its
}

func (l *loader) report(code, file string, args diag.Args) {
	l.found = append(l.found, finding(code, file, diag.Span{}, args))
}

// root looks at the folder itself, where a slip in a name would make a part of the lexicon vanish.
func (l *loader) root() error {
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, d := range entries {
		there[d.Name()] = true
	}
	for _, d := range entries {
		name := d.Name()
		switch {
		case hidden(name):
		case name == LexiconFile:
			if d.Type().IsRegular() {
				l.lexicon = name
			} else {
				l.report("special-file", name, diag.Args{"name": name, "want": "file"})
			}
		case name == TermsDir || name == EditionsDir:
			if l.folders[name] = d.IsDir(); !d.IsDir() {
				l.report("special-file", name, diag.Args{"name": name, "want": "folder"})
			}
		case d.IsDir():
			for _, dir := range []string{TermsDir, EditionsDir} {
				if !there[dir] && locale.Nearest(name, []string{dir}) != "" {
					l.near[dir] = name
				}
			}
		case !d.Type().IsRegular():
		case !there[LexiconFile] && l.lexicon == "" && isLexicon(name):
			l.report("wrong-extension", name, diag.Args{"name": name, "suggestion": LexiconFile})
			l.lexicon = name
		case path.Ext(name) == ".yaml":
			l.report("stray-file", name, diag.Args{"name": name, "folder": ""})
		}
	}
	if l.lexicon == "" && !there[LexiconFile] {
		l.report("missing-lexicon", LexiconFile, nil)
	}
	return nil
}

// isLexicon recognises lexicon.yaml under a name that is close to its.
func isLexicon(name string) bool {
	name = strings.ToLower(name)
	if i := misnamed(name); i > 0 {
		name = name[:i]
	}
	name = strings.TrimSuffix(name, ".yaml")
	return name == "lexicon" || name == "lexique" || name == "lexicons"
}

// hidden tells the names that are left out, as they are when a lexicon is embedded in a program.
func hidden(name string) bool { return name[0] == '_' || name[0] == '.' }

// misnamed gives the length of the name of a YAML file without its extension when that is not .yaml, else 0. Windows hides
// extensions: the editor of a file named x.yaml.txt sees x.yaml.
func misnamed(name string) int {
	lower := strings.ToLower(name)
	for _, ext := range []string{".yaml.txt", ".yml.txt", ".yml", ".yaml"} {
		if strings.HasSuffix(lower, ext) && !strings.HasSuffix(name, ".yaml") {
			return len(name) - len(ext)
		}
	}
	return 0
}

// list gives the YAML files of a folder and its subfolders, by path, and reports whatever else is there.
func (l *loader) list(dir string) ([]string, error) {
	if !l.folders[dir] {
		return nil, nil
	}
	var files []string
	err := fs.WalkDir(l.fsys, dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		name := d.Name()
		switch {
		case hidden(name):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case !d.Type().IsRegular():
			l.report("special-file", p, diag.Args{"name": name, "want": "file"})
		case path.Ext(name) == ".yaml":
			files = append(files, p)
		case misnamed(name) > 0:
			l.report("wrong-extension", p, diag.Args{"name": name, "suggestion": name[:misnamed(name)] + ".yaml"})
			files = append(files, p)
		case !tolerated(name):
			l.report("stray-file", p, diag.Args{"name": name, "folder": dir})
		}
		return nil
	})
	slices.Sort(files) // whatever the order in which the system lists them
	return files, err
}

// tolerated tells the files that may lie among those of a lexicon: what explains them, and what systems leave behind.
func tolerated(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "readme") || strings.HasPrefix(name, "lisezmoi") || name == "thumbs.db" || name == "desktop.ini"
}

// unique reports the entries whose id another has.
func (l *loader) unique(entries []*glossary.Entry) {
	first := make(map[string]*glossary.Entry, len(entries))
	for _, e := range entries {
		other := first[e.ID]
		if other == nil {
			first[e.ID] = e
			continue
		}
		l.report("duplicate-id", e.Path, diag.Args{"id": e.ID})
		l.found[len(l.found)-1].Related = []diag.Related{{File: other.Path, Code: "duplicate-id"}}
	}
}

// readFile reads a file up to just past the limit, which is for [reader.clean] to report.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	data := make([]byte, min(info.Size(), MaxFile+1))
	n, err := io.ReadFull(f, data)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data[:n], nil
}

// parallel calls work for 0 to n-1 on all cores.
func parallel(n int, work func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	wg.Wait()
}
