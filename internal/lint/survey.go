package lint

import (
	"runtime"
	"slices"
	"sync"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// A survey is what the rules about texts and references look at. A lexicon holds far more texts than anything else, and
// nearly all are above suspicion: they are read once, for all these rules.
type survey struct {
	byKind        [glossary.Phonetic + 1][]located
	suspects      []suspect
	addresses     []address
	troubled      []located // texts whose Markdown has problems
	mentions      []mention
	sources       []citation
	illustrations []picture
	misprints     []misprint
	prose         []passage
}

// located is a value with the file it stands in.
type located struct {
	file *glossary.File
	glossary.Value
}

// passage is a text in the lexicon's own language and words in which something is to be judged.
type passage struct {
	file   *glossary.File
	text   *glossary.Text
	traits traits
}

// citation is a source with the table of its keys; picture is the same of an illustration.
type citation struct {
	*glossary.Source
	file   *glossary.File
	record *glossary.Record
}

type picture struct {
	*glossary.Illustration
	file   *glossary.File
	record *glossary.Record
}

// mention is a reference with the file it stands in.
type mention struct {
	Document
	glossary.Reference
}

// has reports whether a key was written, even one whose value could not be read.
func (c citation) has(key string) bool { return c.Noted(c.record.Lookup(key)) }
func (c picture) has(key string) bool  { return c.Noted(c.record.Lookup(key)) }

// surveyOf reads every file, on all cores. The order of what it gives is that of the files.
func surveyOf(p *Pass) *survey {
	docs := slices.Collect(p.Documents)
	size := max(1, (len(docs)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	chunks := slices.Collect(slices.Chunk(docs, size))
	parts := make([]survey, len(chunks))
	whole := &survey{}
	proofs := newProofreader(p.Lexicon)

	// Values are by far the most: they are counted, so that each part writes its own straight into place.
	var total [len(whole.byKind)]int
	counts := make([][len(total)]int, len(chunks))
	for i, chunk := range chunks {
		for _, doc := range chunk {
			for _, v := range doc.File.Values {
				counts[i][v.Field.Kind]++
			}
		}
	}
	for i := range counts {
		for kind, n := range counts[i] {
			total[kind] += n
		}
	}
	for kind := range whole.byKind {
		whole.byKind[kind] = make([]located, total[kind])
		start := 0
		for i := range parts {
			end := start + counts[i][kind]
			parts[i].byKind[kind] = whole.byKind[kind][start:start:end]
			start = end
		}
	}

	language := p.Lexicon.Language.Value
	var wg sync.WaitGroup
	for i, chunk := range chunks {
		wg.Go(func() {
			for _, doc := range chunk {
				parts[i].read(doc, language)
				parts[i].misprints = proofs.read(doc, parts[i].misprints)
			}
		})
	}
	wg.Wait()
	for i := range parts {
		part := &parts[i]
		whole.suspects = append(whole.suspects, part.suspects...)
		whole.addresses = append(whole.addresses, part.addresses...)
		whole.troubled = append(whole.troubled, part.troubled...)
		whole.mentions = append(whole.mentions, part.mentions...)
		whole.sources = append(whole.sources, part.sources...)
		whole.illustrations = append(whole.illustrations, part.illustrations...)
		whole.misprints = append(whole.misprints, part.misprints...)
		whole.prose = append(whole.prose, part.prose...)
	}
	return whole
}

func (s *survey) read(doc Document, language string) {
	var wording traits
	for _, v := range doc.File.Values {
		t := v.Text
		s.byKind[v.Field.Kind] = append(s.byKind[v.Field.Kind], located{doc.File, v})
		found := traitsOf(t.Value)
		wording |= found & inWording
		if mayBeStub(v) {
			found |= hasStub
		}
		if found &= suspicions[v.Field.Kind]; found != 0 {
			s.suspects = append(s.suspects, suspect{located{doc.File, v}, found})
		}
		if v.Field.Kind == glossary.Address {
			s.addresses = append(s.addresses, address{file: doc.File, text: t, end: len(t.Value)})
		}
		if t.Doc != nil {
			if nodes := t.Doc.Nodes; len(nodes) != 1 || nodes[0].Kind != markdown.Text {
				s.links(doc.File, t, nodes)
			}
			if len(t.Doc.Problems) > 0 {
				s.troubled = append(s.troubled, located{doc.File, v})
			}
		}
	}
	if wording != 0 {
		doc.prose(language, func(t *glossary.Text) {
			if found := traitsOf(t.Value) & inWording; found != 0 {
				s.prose = append(s.prose, passage{doc.File, t, found})
			}
		})
	}
	for ref := range doc.References() {
		s.mentions = append(s.mentions, mention{doc, ref})
	}
	doc.Record.Groups(doc.Root, func(r *glossary.Record, group any) {
		switch group := group.(type) {
		case *glossary.Source:
			s.sources = append(s.sources, citation{group, doc.File, r})
		case *glossary.Illustration:
			s.illustrations = append(s.illustrations, picture{group, doc.File, r})
		}
	})
}

func (s *survey) links(f *glossary.File, t *glossary.Text, nodes []markdown.Node) {
	for i := range nodes {
		n := &nodes[i]
		if n.Kind == markdown.Link {
			s.addresses = append(s.addresses, address{f, t, n.TargetStart, n.TargetStart + len(n.Target), n})
		}
		s.links(f, t, n.Children)
	}
}

// maxPerText is how many findings a rule makes about one text: nobody reads more, and each costs a reading of the text up
// to its place.
const maxPerText = 50

// perText counts findings about one text after the other.
type perText struct {
	text *glossary.Text
	n    int
}

// allows reports whether one more finding may be made about a text.
func (c *perText) allows(t *glossary.Text) bool {
	if c.text != t {
		c.text, c.n = t, 0
	}
	c.n++
	return c.n <= maxPerText
}

// suspected calls yield for the values that may have a trait.
func (p *Pass) suspected(of traits) func(yield func(*glossary.File, glossary.Value) bool) {
	return func(yield func(*glossary.File, glossary.Value) bool) {
		for _, s := range p.survey().suspects {
			if s.traits&of != 0 && !yield(s.file, s.Value) {
				return
			}
		}
	}
}

// passages calls yield for the texts in the lexicon's own language and words that have a trait.
func (p *Pass) passages(of traits) func(yield func(*glossary.File, *glossary.Text) bool) {
	return func(yield func(*glossary.File, *glossary.Text) bool) {
		for _, s := range p.survey().prose {
			if s.traits&of != 0 && !yield(s.file, s.text) {
				return
			}
		}
	}
}

// Kinds calls yield for every value of some kinds, one kind after the other.
func (p *Pass) Kinds(kinds ...glossary.Kind) func(yield func(*glossary.File, *glossary.Text) bool) {
	return func(yield func(*glossary.File, *glossary.Text) bool) {
		for f, v := range p.Fields(kinds...) {
			if !yield(f, v.Text) {
				return
			}
		}
	}
}

// Fields calls yield for every value of some kinds, with the key that holds it.
func (p *Pass) Fields(kinds ...glossary.Kind) func(yield func(*glossary.File, glossary.Value) bool) {
	return func(yield func(*glossary.File, glossary.Value) bool) {
		for _, k := range kinds {
			for _, l := range p.survey().byKind[k] {
				if !yield(l.file, l.Value) {
					return
				}
			}
		}
	}
}

// References calls yield for every mention of a concept: typed relations and cross-references in texts.
func (p *Pass) References(yield func(Document, *glossary.Reference) bool) {
	mentions := p.survey().mentions
	for i := range mentions {
		if !yield(mentions[i].Document, &mentions[i].Reference) {
			return
		}
	}
}
