package format

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// Reverse is an index from the words of another language to the book's entries.
type Reverse struct {
	Tag   string // as the lexicon spells it
	Names []Name // in the order of that language
}

// Name is a word by which readers look for entries whose headword is another one.
type Name struct {
	Text    string
	State   string // of the designation: glossary.Admitted…
	Entries []*glossary.Entry
	key     string
}

// Reverses gives the index of each language that the concepts have names in, in the order of their tags. A name that is to
// be avoided for one concept and not for another stays two, so that each says the truth of what it leads to.
func (b *Book) Reverses() []Reverse {
	place := map[string]int{} // tags are the same in any case
	var list []Reverse
	var collations []locale.Collation
	for _, e := range b.Entries {
		for i := range e.Translations {
			t := &e.Translations[i]
			tag := strings.ToLower(t.Language.Value)
			at, known := place[tag]
			if !known {
				at = len(list)
				place[tag] = at
				list = append(list, Reverse{Tag: t.Language.Value})
				collations = append(collations, locale.CollationFor(tag, "letter"))
			}
			add := func(text, state string) {
				list[at].Names = append(list[at].Names, Name{text, state, []*glossary.Entry{e}, collations[at].Key(text)})
			}
			add(t.Term.Value, glossary.Admitted)
			for j := range t.Synonyms {
				add(t.Synonyms[j].Term.Value, t.Synonyms[j].State())
			}
		}
	}
	for i := range list {
		list[i].Names = merged(list[i].Names)
	}
	slices.SortFunc(list, func(a, b Reverse) int { return strings.Compare(a.Tag, b.Tag) })
	return list
}

// merged sorts names, and makes one of those that read the same.
func merged(names []Name) []Name {
	slices.SortStableFunc(names, func(a, b Name) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.State, b.State))
	})
	var list []Name
	for _, n := range names {
		if i := len(list) - 1; i >= 0 && list[i].key == n.key && list[i].State == n.State {
			// Entries come in the order of the book: one that is there already is the last.
			if last := &list[i]; last.Entries[len(last.Entries)-1] != n.Entries[0] {
				last.Entries = append(last.Entries, n.Entries[0])
			}
			continue
		}
		list = append(list, n)
	}
	return list
}
