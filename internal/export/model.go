package export

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// hashOf gives what the hash of a concept should be.
func hashOf(concept *node) string {
	sum := sha256.Sum256(concept.canonical(nil, "hash"))
	return hex.EncodeToString(sum[:])
}

// read makes the lexicon, and the edition if there is one, of what the envelope says. Its keys are those of lexicon.yaml that
// the schema knows.
func (x *Export) read(file string, root *node, faults bool) {
	l := &glossary.Lexicon{File: glossary.File{Path: file, Broken: faults}}
	known := node{kind: object, span: root.span}
	for i, k := range root.keys {
		if compiled().known[k.text] {
			known.keys, known.items = append(known.keys, k), append(known.items, root.items[i])
		}
	}
	group(&glossary.LexiconRecord, &known, l)
	if style := root.at("collation"); style.text != "" && style.text != "letter" { // which is what the absence of the key means
		l.Style = &glossary.Style{Collation: textAt(style.text, style.span)}
	}
	x.Lexicon = l
	x.Slug = strings.TrimSuffix(root.value("$schema"), ".schema.json")
	x.Generator = root.value("generator")
	x.TitleLanguage = root.value("title_language")
	edition := root.at("edition")
	if edition.kind != object {
		return
	}
	ed := &glossary.Edition{File: glossary.File{Path: file, Broken: faults}, Name: edition.value("name"), Title: l.Title, Subtitle: l.Subtitle}
	group(&glossary.EditionRecord, edition, ed)
	for _, key := range []string{"title", "subtitle"} {
		if root.member(key) != nil {
			ed.Note(glossary.EditionRecord.Lookup(key))
		}
	}
	ed.Values = glossary.Values(&glossary.EditionRecord, ed)
	x.Edition, x.Editions = ed, []*glossary.Edition{ed}
}

// readEntry makes an entry of what a concept says, nil when it is none.
func readEntry(file string, concept *node, faults bool) *glossary.Entry {
	if concept.kind != object {
		return nil
	}
	e := &glossary.Entry{
		File: glossary.File{Path: file, Broken: faults},
		ID:   concept.value("id"), Language: concept.value("language"),
	}
	group(&glossary.EntryRecord, concept, e)
	if e.Modified.Value == e.Created.Value { // as an export says it of a concept that was not modified
		e.Modified = glossary.Text{}
	}
	e.Values = glossary.Values(&glossary.EntryRecord, e)
	return e
}

// group reads the keys of an object that a table has. What is not of the right type has been reported.
func group(record *glossary.Record, n *node, g any) {
	part := g.(interface{ Common() *glossary.Part }).Common()
	part.Span = n.span
	if record.Rest != nil {
		parts(record.Rest, n, g)
		return
	}
	next := 0
	for i, k := range n.keys {
		at := lookup(record, k.text, next)
		if at < 0 {
			continue
		}
		next = at + 1
		f, value := &record.Fields[at], &n.items[i]
		switch {
		case f.Text != nil:
			t := read(f, value)
			if t.IsZero() || t.Value == f.Default { // which an export spells out
				continue
			}
			*f.Text(g) = t
		case f.Texts != nil:
			texts := make([]glossary.Text, 0, len(value.items))
			for j := range value.items {
				if t := read(f, &value.items[j]); !t.IsZero() {
					texts = append(texts, t)
				}
			}
			*f.Texts(g) = texts
		default:
			parts(f.Parts, value, g)
		}
		part.Note(at)
	}
}

// lookup gives the index of a key in a table, or -1. Keys mostly come in the order of the table.
func lookup(record *glossary.Record, key string, next int) int {
	if next < len(record.Fields) && record.Fields[next].Key == key {
		return next
	}
	return record.Lookup(key)
}

// parts reads the groups under a key.
func parts(p *glossary.Parts, n *node, g any) {
	switch {
	case p.Shape == glossary.Single && n.kind == object:
		group(p.Record, n, p.Add(g))
		return
	case p.Shape == glossary.Many && n.kind == list, p.Shape == glossary.Keyed && n.kind == object:
	default:
		return
	}
	p.Grow(g, len(n.items))
	for i := range n.items {
		value := &n.items[i]
		if value.kind != object && !p.Record.OnlyShort {
			continue
		}
		part := p.Add(g)
		if p.Record.OnlyShort {
			at := p.Record.Lookup(p.Record.Short)
			t := read(&p.Record.Fields[at], value)
			common := part.(interface{ Common() *glossary.Part }).Common()
			common.Span = t.Span
			common.Note(at)
			*p.Record.Fields[at].Text(part) = t
		} else {
			group(p.Record, value, part)
		}
		if p.Shape == glossary.Keyed {
			*p.KeyField.Text(part) = textAt(n.keys[i].text, n.keys[i].span)
		}
	}
}

// read gives the value of a key: of a text with marks, what its author wrote.
func read(f *glossary.Field, n *node) glossary.Text {
	if f.Kind != glossary.Inline && f.Kind != glossary.Blocks {
		return textAt(n.text, n.span)
	}
	n = n.at("markdown")
	t := textAt(n.text, n.span)
	switch {
	case len(t.Value) > glossary.TextMax:
		return glossary.Text{}
	case f.Kind == glossary.Inline:
		t.Doc = markdown.Inline(t.Value)
	default:
		t.Doc = markdown.Blocks(t.Value)
	}
	return t
}

// unplaced is the layout of a text whose characters are not placed one by one: what is said of some is said of the whole.
var unplaced = &glossary.Layout{}

func textAt(value string, span diag.Span) glossary.Text {
	if value == "" {
		return glossary.Text{}
	}
	return glossary.Text{Value: value, Span: span, Layout: unplaced}
}
