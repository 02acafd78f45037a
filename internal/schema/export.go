package schema

import (
	"fmt"
	"slices"
	"sync"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

// Major and Minor are the version of the export's schema. Within a major, no key disappears, moves or changes its sense; a
// key that is required stays so, and what is refused in a value stays refused, but for vocabularies, which may gain values.
// A minor may add keys that a file need not have: what an older lexipoche wrote is valid under a newer schema.
const (
	Major = 1
	Minor = 0
)

// What the envelope takes of the source: all its keys but those that tell the program what to do, and are nobody's data. Those
// of LexiconElsewhere have another place than in lexicon.yaml.
var (
	LexiconOwn       = []string{"schema", "style", "lint", "accessibility", "cover"}
	LexiconElsewhere = []string{"title", "subtitle", "domains"}
	EditionOwn       = []string{"title", "subtitle", "select", "cover", "overrides"}
)

// Export gives the schema of the JSON export: of its one file at the root; of the list of its files and of the first of its
// lines under `#/$defs/index` and `#/$defs/header`; of a concept, in any of the three, under `#/$defs/concept`. It is made once,
// and is not to be changed.
func Export() []byte { return exported() }

var exported = sync.OnceValue(func() []byte {
	b := &builder{mode: export, defs: map[string]object{}}
	envelope := b.define("envelope", b.envelope)
	closing := member{"unevaluatedProperties", false}
	address := always("$schema", text(), "export")
	entries := always("entries", listOf(b.define("concept", b.concept)), "export")
	index := always("index", listOf(b.define("listed", listed)), "export")
	b.defs["header"] = append(slices.Clone(envelope), closing)
	b.defs["index"] = append(slices.Clone(envelope), keys([]property{address, index}, closing)...)

	root := append(heading(fmt.Sprintf("export-%d.%d", Major, Minor), "export"), envelope...)
	root = append(root, keys([]property{address, entries}, closing)...)
	return encode(append(root, member{"$defs", b.definitions()}))
})

// envelope is what is said of the book as a whole, but for its entries.
func (b *builder) envelope() object {
	const name = "export"
	lexicon := b.properties(without(glossary.LexiconRecord.Fields, LexiconOwn), name, "lexicon")
	list := []property{
		always("schema", object{{"const", Major}}, name),
		always("type", object{{"const", "lexicon"}}, name),
		always("generator", text(), name),
		pick(lexicon, "title"),
		pick(lexicon, "subtitle"),
		maybe("title_language", matching(tagPattern), name),
	}
	for _, p := range lexicon {
		if !slices.Contains(LexiconElsewhere, p.key) {
			list = append(list, p)
		}
	}
	edition := append([]property{always("name", matching(idPattern), "edition-export")},
		b.properties(without(glossary.EditionRecord.Fields, EditionOwn), "edition-export", "edition")...)
	list = append(list,
		maybe("edition", b.define("edition", func() object { return group(edition) }), name),
		always("languages", filled(listOf(b.define("language", language))), name),
		always("collation", b.value(&glossary.Field{Kind: glossary.Choice, Choices: glossary.Collations}), name),
		pick(lexicon, "domains"),
		always("count", object{{"type", "integer"}, {"minimum", 0}}, name),
		always("redirects", under(matching(idPattern), matching(idPattern)), name),
		always("fold", under(object{{"minLength", 1}, {"maxLength", 1}}, object{{"type", "string"}}), name),
	)
	return open(list)
}

// concept is an entry, with what other entries say of it and what a program would have to work out.
func (b *builder) concept() object {
	const name = "concept"
	list := b.properties(glossary.EntryRecord.Fields, name, "entry")
	for _, computed := range []struct {
		after string
		keys  []string
	}{
		{"broader", []string{"narrower"}},
		{"part_of", []string{"parts", "mentions", "mentioned_by"}},
		{"replaced_by", []string{"replaces"}},
	} {
		at := 1 + slices.IndexFunc(list, func(p property) bool { return p.key == computed.after })
		for i, key := range computed.keys {
			list = slices.Insert(list, at+i, maybe(key, unique(filled(listOf(matching(idPattern)))), name))
		}
	}
	// A book in another language has entries that are not defined in it.
	list[slices.IndexFunc(list, func(p property) bool { return p.key == "definition" })].required = false

	list = append([]property{
		always("id", matching(idPattern), name),
		always("type", object{{"const", "concept"}}, name),
		maybe("language", matching(tagPattern), name),
	}, list...)
	return group(append(list,
		always("letter", text(), name),
		always("sort_key", matching(`^[0-9A-V]+$`), name),
		always("labels", b.define("labels", labels), name),
		always("search", b.define("search", search), name),
		always("hash", digest(), name),
	))
}

// text is what a text with marks is told as.
func (b *builder) text() object {
	const name = "text"
	return group([]property{
		always("lang", matching(tagPattern), name),
		always("markdown", text(), name),
		always("text", text(), name),
		always("html", text(), name),
	})
}

func listed() object {
	const name = "index"
	return group([]property{
		always("id", matching(idPattern), name),
		always("term", text(), name),
		always("hash", digest(), name),
	})
}

func language() object {
	const name = "language"
	var names []property
	for _, lang := range i18n.Languages {
		names = append(names, property{lang, true, described(about("names", name), text())})
	}
	return group([]property{
		always("tag", matching(tagPattern), name),
		always("direction", object{{"type", "string"}, {"enum", []string{"ltr", "rtl"}}}, name),
		always("names", group(names), name),
	})
}

func labels() object {
	const name = "labels"
	several := filledGroup(under(matching(tagPattern), filled(listOf(text()))))
	return group([]property{
		always("preferred", filledGroup(under(matching(tagPattern), text())), name),
		maybe("admitted", several, name),
		maybe("discouraged", several, name),
	})
}

func search() object {
	var list []property
	for rank := range glossary.Ranks {
		p := maybe(rank.String(), filled(listOf(text())), "search")
		p.required = rank == glossary.RankHeadword
		list = append(list, p)
	}
	return group(list)
}

func digest() object { return matching(`^[0-9a-f]{64}$`) }

// always gives a key that the export adds to those of the source, and that is always there; maybe, one that may be absent.
func always(key string, schema object, groups ...string) property {
	return property{key, true, described(about(key, groups...), schema)}
}

func maybe(key string, schema object, groups ...string) property {
	return property{key, false, described(about(key, groups...), schema)}
}

func pick(list []property, key string) property {
	return list[slices.IndexFunc(list, func(p property) bool { return p.key == key })]
}

// without gives the keys of a table but for some.
func without(fields []glossary.Field, keys []string) []glossary.Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f glossary.Field) bool { return slices.Contains(keys, f.Key) })
}
