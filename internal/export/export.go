// Package export reads back the JSON export of a lexicon, and says what is wrong with a file that claims to be one.
//
// A file is read in four steps, and a step is taken only when the one before had no error to report, so that one mistake is
// never told as two: it is JSON; it is an export of a version that is known here; it has the shape that its schema gives;
// what it says agrees with itself. What the export works out (the other side of relations, letters, keys of sorting and of
// searching, rendered texts) is checked where it can be, then left aside: the model works it out again.
package export

import (
	"cmp"
	"regexp"
	"runtime"
	"slices"
	"sync"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Limits of what is read. They are far above what a lexicon needs: ten thousand concepts are about 60 MB.
const (
	MaxFile  = 256 << 20 // bytes
	maxDepth = 64        // objects and lists in one another
)

// maxFindings is where the reading of a file stops: what comes after so many mistakes is not an export.
const maxFindings = 200

// Codes are the findings that reading can make, with their severity.
var Codes = map[string]diag.Severity{
	"export-altered":     diag.Warning,
	"export-incoherent":  diag.Error,
	"export-shape":       diag.Error,
	"export-unknown-key": diag.Warning,
	"export-version":     diag.Error,
	"not-an-export":      diag.Error,
	"not-json":           diag.Error,
}

// Export is what a file says: a lexicon, of which the entries are those of the book that was written, or one of its
// editions, which is then the only one of Input.Editions.
//
// What the export does not hold is not there: how the lexicon is checked and set, its images, the entries that the book left
// out. A book in a translation is a lexicon in that language, which has the original among its translations.
type Export struct {
	glossary.Input
	// Edition is nil for a whole lexicon. The lexicon has its title: the export says no other.
	Edition *glossary.Edition
	// Slug is the stem of the names of the book's files.
	Slug string
	// Generator names what wrote the file: "lexipoche 1.2.3".
	Generator string
	// TitleLanguage is the tag of the title, when it is in another language than the book.
	TitleLanguage string
}

// Read reads an export. The result depends on nothing but the arguments, and is never nil: its lexicon is Broken when the file
// could not be read, and its entries are there as far as they could be. The list is sorted.
func Read(file string, data []byte) (*Export, diag.List) {
	x := &Export{}
	x.Lexicon = &glossary.Lexicon{File: glossary.File{Path: file, Broken: true}}
	root, more, found := parse(file, data)
	if len(found) == 0 {
		found = identify(file, root, more)
	}
	if len(found) > 0 {
		found.Sort()
		return x, found
	}
	concepts := root.at("entries").items
	entries := make([]*glossary.Entry, len(concepts))
	faults := make([]diag.List, len(concepts)) // of shape
	intact := make([]bool, len(concepts))
	each(len(concepts), func(i int) (errors int) {
		defer func() { // whatever a stranger's file may do to the reader, the others are read
			if recover() != nil {
				faults[i] = diag.List{finding("export-shape", file, concepts[i].span, diag.Args{
					"what": "other", "value": "", "entry": nameOf(&concepts[i], i), "path": "",
				})}
				errors = 1
			}
		}()
		faults[i] = checkConcept(file, &concepts[i], i)
		entries[i] = readEntry(file, &concepts[i], faults[i].HasErrors())
		intact[i] = hashOf(&concepts[i]) == concepts[i].value("hash")
		return faults[i].Count(diag.Error)
	})
	faults = append([]diag.List{checkEnvelope(file, root)}, faults...)
	errors := 0
	for i, list := range faults {
		found = append(found, list...)
		if errors += list.Count(diag.Error); errors >= maxFindings { // some workers have read on, some have not
			entries = entries[:i]
			break
		}
	}
	found = once(found)
	x.read(file, root, errors > 0)
	if errors == 0 {
		found = append(found, checkSense(file, root, intact)...)
	}
	x.Lexicon.Values = glossary.Values(&glossary.LexiconRecord, x.Lexicon)
	x.Entries = slices.DeleteFunc(entries, func(e *glossary.Entry) bool { return e == nil })
	slices.SortStableFunc(x.Entries, func(a, b *glossary.Entry) int { return cmp.Compare(a.ID, b.ID) })
	if len(found) > maxFindings {
		slices.SortStableFunc(found, func(a, b diag.Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
		found = found[:maxFindings]
	}
	found.Sort()
	return x, found
}

// once keeps of the unknown keys the first of each, with how many times it is there: those that a newer lexipoche writes are in
// all entries.
func once(found diag.List) diag.List {
	type place struct{ path, key string }
	first := map[place]diag.Args{}
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		if d.Code != "export-unknown-key" {
			return false
		}
		p := place{indexes.ReplaceAllString(d.Args["path"].(string), "[]"), d.Args["key"].(string)}
		if d.Args["entry"] != "" {
			p.path = "[]" + p.path
		}
		if args, again := first[p]; again {
			args["times"] = args["times"].(int) + 1
			return true
		}
		first[p] = d.Args
		return false
	})
}

var indexes = regexp.MustCompile(`\[[0-9]+\]`)

// each lets all cores work on n things, each on a stretch of them, and leave the rest of it once there is too much to say.
func each(n int, work func(i int) (errors int)) {
	size := max(1, (n+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for start := 0; start < n; start += size {
		wg.Go(func() {
			errors := 0
			for i := start; i < min(start+size, n) && errors < maxFindings; i++ {
				errors += work(i)
			}
		})
	}
	wg.Wait()
}

func finding(code, file string, span diag.Span, args diag.Args) diag.Diagnostic {
	return diag.Diagnostic{Code: code, Severity: Codes[code], File: file, Span: span, Args: args}
}
