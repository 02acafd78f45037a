// Package schema makes JSON Schemas (draft 2020-12) of the tables of keys: for the JSON export, and for the files that
// editors write. A key that is added to a table is in all of them by itself.
//
// They tell what can be told of one file without another: the rules of package lint know more.
package schema

import "github.com/lexipoche/lexipoche/internal/i18n"

const (
	dialect = "https://json-schema.org/draft/2020-12/schema"
	base    = "https://lexipoche.github.io/lexipoche/schema/"
)

// heading begins a schema; file is its file's name at its address, without the extension.
func heading(file, name string) object {
	title := ""
	for i, lang := range i18n.Languages {
		if i > 0 {
			title += " / "
		}
		title += i18n.For(lang).Label("schema." + name + ".title")
	}
	return object{
		{"$schema", dialect},
		{"$id", base + file + ".json"},
		{"title", title},
		{"description", words("schema." + name + ".short")},
	}
}
