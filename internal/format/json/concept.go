package json

import (
	"cmp"
	"encoding/base32"
	"encoding/hex"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// concept writes an entry as an object, and gives its hash.
func (w *writer) concept(e *glossary.Entry) string {
	start := len(w.dst)
	w.dst = append(w.dst, '{')
	w.members(e)
	sum := sum(append(w.dst[start:len(w.dst):len(w.dst)], '}'))
	hash := hex.EncodeToString(sum[:])
	w.member("hash", hash)
	w.dst = append(w.dst, '}')
	return hash
}

// members writes what there is to say of a concept. Its relations are closed both ways and lead only to entries of the
// book.
func (w *writer) members(e *glossary.Entry) {
	w.key("id")
	w.text(e.ID)
	w.member("type", "concept")
	if e.Language == "" {
		w.fields(e)
	} else {
		w.member("language", e.Language)
		w.in(e.Language, func() { w.fields(e) })
	}
	letter, _ := locale.Initial(e.SortText())
	w.member("letter", letter)
	w.member("sort_key", sortKey(w.collation, e))
	w.labels(e)
	w.search(e.Forms(w.book.Language))
}

// fields writes what the entry's file says, with the other side of its relations.
func (w *writer) fields(e *glossary.Entry) {
	r := w.book.Relations(e)
	for i := range glossary.EntryRecord.Fields {
		f := &glossary.EntryRecord.Fields[i]
		switch f.Key {
		case "broader":
			w.ids(f.Key, r.Broader)
			w.ids("narrower", r.Narrower)
		case "related":
			w.ids(f.Key, r.Related)
		case "distinguish":
			w.ids(f.Key, r.Distinguish)
		case "part_of":
			w.ids(f.Key, r.PartOf)
			w.ids("parts", r.Parts)
			w.ids("mentions", r.Mentions)
			w.ids("mentioned_by", r.MentionedBy)
		case "replaced_by":
			if other := w.book.Entry(e.ReplacedBy.Value); other != nil && w.book.Has(other) {
				w.member(f.Key, other.ID)
			}
			w.ids("replaces", r.Replaces)
		case "modified":
			changed := e.Modified
			if changed.IsZero() {
				changed = e.Created
			}
			if !changed.IsZero() {
				w.member(f.Key, changed.Value)
			}
		default:
			if w.has(f, e) {
				w.dst = append(w.dst, ',')
				w.field(f, e)
			}
		}
	}
}

// ids writes a list of entries in the order of the book, whichever of them says that they are related: the files in which
// they are may be moved.
func (w *writer) ids(key string, list []*glossary.Entry) {
	list = w.book.Among(list)
	if len(list) == 0 {
		return
	}
	w.dst = append(w.dst, ',')
	w.key(key)
	w.dst = append(w.dst, '[')
	for i, e := range list {
		w.comma(i)
		w.text(e.ID)
	}
	w.dst = append(w.dst, ']')
}

// sortKey gives the place of an entry in the order of the book, as a text that any program compares as it is: base32hex
// (RFC 4648, section 7) keeps the order of bytes.
func sortKey(c locale.Collation, e *glossary.Entry) string {
	return base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString([]byte(c.Key(e.SortText())))
}

// labels writes all that names the concept, by language and by what is thought of it: no two of the three hold the same
// label of a language (SKOS Reference, S13).
func (w *writer) labels(e *glossary.Entry) {
	var said [3]map[string][]string // preferred, admitted, discouraged; by tag
	var tags []string
	for i := range said {
		said[i] = map[string][]string{}
	}
	known := map[string]bool{}
	add := func(class int, tag string, t *glossary.Text) {
		if id := tag + "\x00" + t.Value; !t.IsZero() && !known[id] {
			known[id] = true
			said[class][tag] = append(said[class][tag], t.Value)
		}
	}
	own := cmp.Or(e.Language, w.book.Language)
	designations := func(tag string, list []glossary.Designation) {
		for class, advised := range []bool{true, false} {
			for i := range list {
				if list[i].Advised() == advised {
					add(class+1, tag, &list[i].Term)
				}
			}
		}
	}
	tags = append(tags, own)
	add(0, own, &e.Term)
	add(1, own, &e.Feminine)
	designations(own, e.Synonyms)
	for i := range e.Translations {
		t := &e.Translations[i]
		tag := t.Language.Value
		tags = append(tags, tag)
		add(0, tag, &t.Term)
		add(1, tag, &t.Feminine)
		designations(tag, t.Synonyms)
	}

	w.dst = append(w.dst, ',')
	w.key("labels")
	w.dst = append(w.dst, '{')
	for class, name := range []string{"preferred", "admitted", "discouraged"} {
		if len(said[class]) == 0 {
			continue
		}
		w.comma(class) // the first is always there
		w.key(name)
		w.dst = append(w.dst, '{')
		n := 0
		for _, tag := range tags {
			list := said[class][tag]
			if len(list) == 0 {
				continue
			}
			w.comma(n)
			n++
			w.key(tag)
			if class == 0 {
				w.text(list[0])
				continue
			}
			w.dst = append(w.dst, '[')
			for i, label := range list {
				w.comma(i)
				w.text(label)
			}
			w.dst = append(w.dst, ']')
		}
		w.dst = append(w.dst, '}')
	}
	w.dst = append(w.dst, '}')
}

// search writes what an entry is found by, folded, by rank: a program that folds a query as the envelope says has only to
// compare.
func (w *writer) search(forms []glossary.Form) {
	for i := range forms {
		rank := forms[i].Rank
		switch {
		case i == 0:
			w.dst = append(w.dst, ',')
			w.key("search")
			w.dst = append(w.dst, '{')
			w.key(rank.String())
			w.dst = append(w.dst, '[')
		case rank != forms[i-1].Rank:
			w.dst = append(w.dst, "],"...)
			w.key(rank.String())
			w.dst = append(w.dst, '[')
		default:
			w.dst = append(w.dst, ',')
		}
		w.text(forms[i].Key)
	}
	if len(forms) > 0 {
		w.dst = append(w.dst, "]}"...)
	}
}
