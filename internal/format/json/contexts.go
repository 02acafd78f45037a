package json

import (
	"cmp"
	"embed"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/jcs"
)

// Contexts writes what makes linked data of the export as it stands: a JSON-LD 1.1 context for each vocabulary, given to a
// processor beside the file. A concept is named by its id, from the folder "terms" of the place where the lexicon is
// published: its site, or where the file is.
var Contexts = format.Format{Name: "jsonld", Write: writeContexts}

// What depends on the lexicon is in capitals in them: the place where it is published, its languages, that of its title.
//
//go:embed contexts
var contexts embed.FS

// vocabularies are those that the export is put into; a context is a file of contexts.
var vocabularies = []string{"skos", "schema-org"}

func writeContexts(b *format.Book) ([]format.File, error) {
	var labels strings.Builder
	for i, tag := range labelTags(b) {
		if i > 0 {
			labels.WriteString(",\n      ")
		}
		labels.WriteString(quoted(tag) + `: {"@id": "skos:prefLabel", "@language": ` + quoted(tag) + "}")
	}
	source, err := contexts.ReadFile("contexts/source.jsonld")
	if err != nil {
		return nil, err
	}
	fill := strings.NewReplacer(
		`"BASE"`, quoted(format.Published(b.Lexicon)+"terms/"),
		`"LANGUAGE"`, quoted(b.Language),
		`"TITLE"`, quoted(cmp.Or(b.TitleLanguage, b.Language)),
		"LABELS", labels.String(),
		"TRANSLATIONS", nests(translationTags(b)),
		"SOURCE", string(source),
	)
	var files []format.File
	for _, name := range vocabularies {
		context, err := contexts.ReadFile("contexts/" + name + ".jsonld")
		if err != nil {
			return nil, err
		}
		files = append(files, format.File{Name: b.Slug + "." + name + ".jsonld", Data: []byte(fill.Replace(string(context)))})
	}
	return files, nil
}

// nests says that what a concept is in other languages is said of the concept itself. Indonesian, "id", is called as the
// key that names a concept is: with it, only the labels are told in other languages.
func nests(tags []string) string {
	if slices.Contains(tags, "id") {
		return "null"
	}
	terms := `"@nest"`
	for _, tag := range tags {
		terms += ",\n      " + quoted(tag) + `: "@nest"`
	}
	return terms
}

func quoted(s string) string { return string(jcs.AppendText(nil, s)) }

// labelTags gives the languages in which domains are named, each once.
func labelTags(b *format.Book) []string {
	var tags []string
	for i := range b.Lexicon.Domains {
		for j := range b.Lexicon.Domains[i].Labels {
			if tag := b.Lexicon.Domains[i].Labels[j].Language.Value; !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}

// translationTags gives the languages that entries are translated into, each once.
func translationTags(b *format.Book) []string {
	var tags []string
	for _, e := range b.Entries {
		for i := range e.Translations {
			if tag := e.Translations[i].Language.Value; !slices.Contains(tags, tag) {
				tags = append(tags, tag)
			}
		}
	}
	return tags
}
