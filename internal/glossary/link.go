package glossary

import (
	"io/fs"
	"slices"
	"sync"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// Input is everything that was read in a lexicon's folder.
type Input struct {
	Lexicon  *Lexicon // never nil; Broken when lexicon.yaml could not be read
	Entries  []*Entry // by path
	Editions []*Edition
	Assets   fs.FS // the folder, for images
}

// Glossary is a lexicon with its links: what takes several files to know.
type Glossary struct {
	Input
	byID      map[string]*Entry
	redirects map[string]*Entry
	relations map[*Entry]*Relations
	usage     func() *usage // made when it is first asked for

	original string           // see [Glossary.In]
	left     map[*Text]string // the languages of the texts that were not translated
}

// Relations are an entry's links to other entries, closed both ways: a relation typed on one side is known on both.
// Each list is in the order in which it is discovered: what the entry says first, then what others say of it, by path.
type Relations struct {
	Broader, Narrower []*Entry
	Related           []*Entry
	Distinguish       []*Entry
	PartOf, Parts     []*Entry
	Mentions          []*Entry // entries that its texts refer to
	MentionedBy       []*Entry
	Replaces          []*Entry // retired entries that it replaces
}

// Reference is a mention of a concept by its id.
type Reference struct {
	ID         string
	Span       diag.Span // of the whole mark
	Field      *Field    // the key it stands in
	Text       *Text     // the value it stands in
	Start, End int       // bytes of the mark in the value
	IDStart    int       // byte at which the id begins in it
	Shown      string    // what a cross-reference shows instead of the headword
}

// Link builds the indexes. It reports nothing: references that lead nowhere are simply not followed.
// Where two entries have one id, the first by path has it.
func Link(in Input) *Glossary {
	g := &Glossary{
		Input:     in,
		byID:      make(map[string]*Entry, len(in.Entries)),
		redirects: map[string]*Entry{},
		relations: make(map[*Entry]*Relations, len(in.Entries)),
	}
	for _, e := range in.Entries {
		if g.byID[e.ID] == nil {
			g.byID[e.ID] = e
		}
		g.relations[e] = &Relations{}
	}
	for _, e := range in.Entries {
		for i := range e.Formerly {
			if id := e.Formerly[i].Value; g.byID[id] == nil && g.redirects[id] == nil {
				g.redirects[id] = e
			}
		}
	}
	for _, e := range in.Entries {
		r := g.relations[e]
		r.Broader = g.resolve(e, e.Broader)
		r.PartOf = g.resolve(e, e.PartOf)
		r.Related = g.resolve(e, e.Related)
		r.Distinguish = g.resolve(e, e.Distinguish)
		for ref := range e.Mentions() {
			r.Mentions = g.appendEntry(r.Mentions, e, ref.ID)
		}
	}
	g.converse(func(r *Relations) []*Entry { return r.Broader }, func(r *Relations) *[]*Entry { return &r.Narrower })
	g.converse(func(r *Relations) []*Entry { return r.PartOf }, func(r *Relations) *[]*Entry { return &r.Parts })
	g.converse(func(r *Relations) []*Entry { return r.Mentions }, func(r *Relations) *[]*Entry { return &r.MentionedBy })
	g.symmetric(func(r *Relations) *[]*Entry { return &r.Related })
	g.symmetric(func(r *Relations) *[]*Entry { return &r.Distinguish })
	for _, e := range in.Entries {
		for _, other := range g.resolve(e, []Text{e.ReplacedBy}) {
			r := g.relations[other]
			r.Replaces = append(r.Replaces, e)
		}
	}
	g.usage = sync.OnceValue(func() *usage { return usageOf(g) })
	return g
}

// resolve gives the entries that some ids lead to, each once, without e itself.
func (g *Glossary) resolve(e *Entry, ids []Text) []*Entry {
	var list []*Entry
	for i := range ids {
		list = g.appendEntry(list, e, ids[i].Value)
	}
	return list
}

func (g *Glossary) appendEntry(list []*Entry, e *Entry, id string) []*Entry {
	if other := g.Entry(id); other != nil && other != e && !slices.Contains(list, other) {
		return append(list, other)
	}
	return list
}

// converse fills the other side of a relation that only one side states.
func (g *Glossary) converse(stated func(*Relations) []*Entry, other func(*Relations) *[]*Entry) {
	for _, e := range g.Entries {
		for _, o := range stated(g.relations[e]) {
			back := other(g.relations[o])
			*back = append(*back, e)
		}
	}
}

// symmetric fills a relation that either side may state. What each side states is short, what a much cited concept
// receives may be long: only the former is searched, so that the work grows with the number of links.
func (g *Glossary) symmetric(relation func(*Relations) *[]*Entry) {
	stated := make(map[*Entry][]*Entry, len(g.Entries))
	for _, e := range g.Entries {
		stated[e] = *relation(g.relations[e])
	}
	for _, e := range g.Entries {
		for _, o := range stated[e] {
			if !slices.Contains(stated[o], e) {
				both := relation(g.relations[o])
				*both = append(*both, e)
			}
		}
	}
}

// Entry finds a concept by its id or by one it had; nil when there is none.
func (g *Glossary) Entry(id string) *Entry {
	if e := g.byID[id]; e != nil {
		return e
	}
	return g.redirects[id]
}

// Redirects gives the concept that each former id leads to.
func (g *Glossary) Redirects() map[string]*Entry { return g.redirects }

// Relations gives the links of one of the glossary's entries.
func (g *Glossary) Relations(e *Entry) *Relations { return g.relations[e] }

// Mentions calls yield for every cross-reference in the entry's texts.
func (e *Entry) Mentions() func(yield func(Reference) bool) {
	return func(yield func(Reference) bool) {
		for ref := range e.References() {
			if ref.Field.Kind != EntryID && !yield(ref) {
				return
			}
		}
	}
}

// References calls yield for every mention of a concept in a file: typed relations and cross-references in texts.
func (f *File) References() func(yield func(Reference) bool) {
	return func(yield func(Reference) bool) {
		for _, v := range f.Values {
			switch {
			case v.Field.Kind == EntryID:
				if !yield(Reference{ID: v.Text.Value, Span: v.Text.Span, Field: v.Field, Text: v.Text, End: len(v.Text.Value)}) {
					return
				}
			case v.Text.Doc != nil:
				for n := range v.Text.Doc.References {
					if !yield(Reference{
						ID: n.Target, Span: v.Text.At(n.Start, n.End), Field: v.Field, Text: v.Text,
						Start: n.Start, End: n.End, IDStart: n.TargetStart, Shown: n.Text,
					}) {
						return
					}
				}
			}
		}
	}
}
