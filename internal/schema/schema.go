// Package schema makes JSON Schemas (draft 2020-12) of the tables of keys: for the JSON export, and for the files that
// editors write. A key that is added to a table is in all of them by itself.
//
// They tell what can be told of one file without another: the rules of package lint know more.
package schema

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/i18n"
)

const (
	dialect = "https://json-schema.org/draft/2020-12/schema"
	base    = "https://lexipoche.github.io/lexipoche/schema/"
)

// Schema is one of the schemas there are.
type Schema struct {
	Name string // what it is of; its words are those of `schema.<name>`
	Make func() []byte
}

// Schemas are all of them, in the order in which they are told.
var Schemas = []Schema{{"entry", Entry}, {"lexicon", Lexicon}, {"edition", Edition}, {"export", Export}}

// heading begins a schema; file is its file's name at its address, without the extension.
func heading(file, name string) object {
	return object{
		{"$schema", dialect},
		{"$id", base + file + ".json"},
		{"title", title(name)},
		{"description", words("schema." + name + ".short")},
	}
}

func title(name string) string {
	titles := make([]string, len(i18n.Languages))
	for i, lang := range i18n.Languages {
		titles[i] = i18n.For(lang).Label("schema." + name + ".title")
	}
	return strings.Join(titles, " / ")
}
