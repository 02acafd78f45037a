package json

import (
	"embed"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// Contexts writes what makes linked data of the export as it stands: a JSON-LD 1.1 context for each vocabulary, given to a
// processor beside the file. A concept is named by its id, from the folder "terms" of the place where the lexicon is
// published: its site, or where the file is.
var Contexts = format.Format{Name: "jsonld", Write: writeContexts}

// What depends on the lexicon is in capitals in them: the place where it is published, its languages.
//
//go:embed contexts
var contexts embed.FS

// vocabularies are those that the export is put into; a context is a file of contexts.
var vocabularies = []string{"skos", "schema-org"}

func writeContexts(b *format.Book) ([]format.File, error) {
	var labels, nests strings.Builder
	for i, tag := range labelTags(b) {
		if i > 0 {
			labels.WriteString(",\n      ")
		}
		labels.WriteString(quoted(tag) + `: {"@id": "skos:prefLabel", "@language": ` + quoted(tag) + "}")
	}
	for _, tag := range translationTags(b) {
		nests.WriteString(quoted(tag) + `: "@nest",` + "\n      ")
	}
	source, err := contexts.ReadFile("contexts/source.jsonld")
	if err != nil {
		return nil, err
	}
	fill := strings.NewReplacer(
		`"BASE"`, quoted(format.Published(b.Lexicon)+"terms/"),
		`"LANGUAGE"`, quoted(b.Language),
		"LABELS", labels.String(),
		"NESTS\n", strings.TrimSuffix(nests.String(), "      "),
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

func quoted(s string) string { return string(appendText(nil, s)) }

// labelTags gives the languages in which domains are named, each once.
func labelTags(b *format.Book) []string {
	var tags set
	for i := range b.Lexicon.Domains {
		for j := range b.Lexicon.Domains[i].Labels {
			tags.add(b.Lexicon.Domains[i].Labels[j].Language.Value)
		}
	}
	return tags
}

// translationTags gives the languages that entries are translated into, each once.
func translationTags(b *format.Book) []string {
	var tags set
	for _, e := range b.Entries {
		for i := range e.Translations {
			tags.add(e.Translations[i].Language.Value)
		}
	}
	return tags
}

// set is a short list of different texts.
type set []string

func (s *set) add(text string) {
	for _, known := range *s {
		if known == text {
			return
		}
	}
	*s = append(*s, text)
}
