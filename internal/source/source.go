// Package source reads a lexicon's folder into the model, and writes the model back. It alone knows YAML.
//
// Reading follows the tables of package glossary by hand, node by node, so that every mistake of every file is found
// in one run, at its line and column. A mistake is mended in thought whenever its remedy is certain (a misspelt key, a
// text that needed quotes), so that one mistake is never reported as two.
package source

import (
	"path"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// MaxFile is the size of the largest file that is read, in bytes. Like [glossary.TextMax], it is far above what a lexicon needs.
const MaxFile = 1 << 20

// Codes are the findings that reading can make, with their severity.
var Codes = map[string]diag.Severity{
	"bad-escape":         diag.Error,
	"bad-ignore":         diag.Warning,
	"control-character":  diag.Error,
	"curly-quotes":       diag.Error,
	"custom-tag":         diag.Error,
	"duplicate-id":       diag.Error,
	"duplicate-key":      diag.Error,
	"empty-file":         diag.Error,
	"empty-value":        diag.Error,
	"encoding":           diag.Error,
	"file-name":          diag.Error,
	"file-too-large":     diag.Error,
	"foreign-file":       diag.Error,
	"inner-quote":        diag.Error,
	"json-file":          diag.Warning,
	"merge-conflict":     diag.Error,
	"missing-colon":      diag.Error,
	"missing-lexicon":    diag.Error,
	"missing-line-break": diag.Error,
	"missing-space":      diag.Error,
	"no-entries":         diag.Error,
	"old-line-end":       diag.Error,
	"several-documents":  diag.Error,
	"special-file":       diag.Error,
	"stray-file":         diag.Warning,
	"tab-indentation":    diag.Error,
	"text-taken-comment": diag.Error,
	"text-too-long":      diag.Error,
	"trailing-comma":     diag.Error,
	"unclosed-mark":      diag.Error,
	"unknown-key":        diag.Error,
	"unquoted-text":      diag.Error,
	"unreadable-yaml":    diag.Error,
	"wrong-bullet":       diag.Error,
	"wrong-extension":    diag.Error,
	"wrong-indentation":  diag.Error,
	"wrong-type":         diag.Error,
	"yaml-anchor":        diag.Error,
}

// ParseEntry reads the file of a concept. The entry is never nil: what could not be read in it has been reported, and
// its id, taken from the file's name, is known all the same. The result depends on nothing but the arguments.
func ParseEntry(file string, data []byte) (*glossary.Entry, diag.List) {
	e := &glossary.Entry{ID: stem(file)}
	found := read(file, data, &glossary.EntryRecord, e, &e.File)
	if !validID(e.ID) {
		suggestion := Slug(e.ID)
		found = append(found, finding("file-name", file, diag.Span{}, diag.Args{
			"name": path.Base(file), "suggestion": suggestion + ".yaml", "reserved": reserved[strings.ToLower(e.ID)],
		}))
		if suggestion != "" {
			e.ID = suggestion
		}
	}
	return e, found
}

// ParseLexicon reads lexicon.yaml. The lexicon is never nil.
func ParseLexicon(file string, data []byte) (*glossary.Lexicon, diag.List) {
	l := &glossary.Lexicon{}
	return l, read(file, data, &glossary.LexiconRecord, l, &l.File)
}

// ParseEdition reads the file of an edition. The edition is never nil.
func ParseEdition(file string, data []byte) (*glossary.Edition, diag.List) {
	e := &glossary.Edition{Name: stem(file)}
	found := read(file, data, &glossary.EditionRecord, e, &e.File)
	if !validID(e.Name) {
		found = append(found, finding("file-name", file, diag.Span{}, diag.Args{
			"name": path.Base(file), "suggestion": Slug(e.Name) + ".yaml", "reserved": reserved[strings.ToLower(e.Name)],
		}))
	}
	return e, found
}

func finding(code, file string, span diag.Span, args diag.Args) diag.Diagnostic {
	return diag.Diagnostic{Code: code, Severity: Codes[code], File: file, Span: span, Args: args}
}

// stem gives the name of a file without its extension, which may be one that is reported.
func stem(file string) string {
	base := path.Base(file)
	if i := misnamed(base); i > 0 {
		return base[:i]
	}
	return strings.TrimSuffix(base, path.Ext(base))
}
