package text

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markdown"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// entry appends what there is to read of a concept, the gist first. What only concerns those who keep the lexicon (tags,
// history, who took part) is left to the books.
func (p *printer) entry(e *glossary.Entry) {
	term := e.Term.Value
	if !e.Feminine.IsZero() {
		term += ", " + e.Feminine.Value
	}
	p.paragraph(0, 2, term, p.grammar(e))
	if marks := p.marks(e); marks != "" {
		p.line(marks)
	}
	if other := p.book.Entry(e.ReplacedBy.Value); other != nil && e.State() == glossary.Retired {
		p.line(p.Words.Label("entry.replaced-by") + " " + other.Term.Value)
	}
	for _, t := range []*glossary.Text{&e.InBrief, &e.Definition} {
		if !t.IsZero() {
			p.gap()
			p.line(p.inline(t))
		}
	}

	p.group("examples", len(e.Examples), func(i int) string { return p.example(&e.Examples[i]) })
	p.group("notes", len(e.Notes), func(i int) string { return p.inline(&e.Notes[i]) })
	if doc := e.HowItWorks.Doc; doc != nil && len(doc.Nodes) > 0 {
		p.label(p.Words.Label("entry.how-it-works"))
		p.blocks(2, doc.Nodes)
	}
	p.group("synonyms", len(e.Synonyms), func(i int) string { return p.designation(&e.Synonyms[i]) })
	for i := range e.Translations {
		p.translation(&e.Translations[i])
	}

	p.gap()
	r := p.book.Relations(e)
	p.relation("broader", r.Broader, e.Broader)
	p.relation("narrower", r.Narrower, nil)
	p.relation("part-of", r.PartOf, e.PartOf)
	p.relation("parts", r.Parts, nil)
	p.relation("related", r.Related, e.Related)
	p.relation("distinguish", r.Distinguish, e.Distinguish)
	p.relation("replaces", r.Replaces, nil)

	p.group("sources", len(e.Sources), func(i int) string { return p.source(&e.Sources[i]) })
	p.group("further-reading", len(e.Further), func(i int) string {
		f := &e.Further[i]
		return p.dated(p.addressed(f.Title.Value, &f.URL), &f.Accessed)
	})
}

// label opens a part of the entry.
func (p *printer) label(words string) {
	p.gap()
	p.line(words)
}

// group appends a named group of n texts, each on lines of its own, by which those of several can be told apart.
func (p *printer) group(name string, n int, text func(i int) string) {
	if n == 0 {
		return
	}
	p.label(p.Words.Count("entry."+name, n))
	hang := 2
	if n > 1 {
		hang = 4
	}
	for i := range n {
		p.paragraph(2, hang, "", text(i))
	}
}

// bracketed joins what there is of some words between brackets.
func bracketed(words ...string) string {
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, ", ") + ")"
}

func (p *printer) grammar(e *glossary.Entry) string {
	return bracketed(p.names.WordClass(&e.POS, &e.Gender), p.names.Vocabulary("number", &e.Number), p.plural(&e.Plural),
		pronunciation(&e.Pronunciation))
}

func pronunciation(t *glossary.Text) string {
	if t.IsZero() {
		return ""
	}
	return "[" + t.Value + "]"
}

func (p *printer) plural(t *glossary.Text) string {
	if t.IsZero() {
		return ""
	}
	return p.Words.Label("entry.plural") + " " + t.Value
}

// marks says where the entry belongs, for whom it is and how far its review has gone.
func (p *printer) marks(e *glossary.Entry) string {
	var marks []string
	for i := range e.Domains {
		label := e.Domains[i].Value
		if d := p.book.Lexicon.Domain(label); d != nil {
			label, _ = d.Label(p.Words.Language)
		}
		marks = append(marks, label)
	}
	for _, words := range []string{p.names.Vocabulary("level", &e.Level), p.names.Vocabulary("status", &e.Status)} {
		if words != "" {
			marks = append(marks, words)
		}
	}
	return strings.Join(marks, " · ")
}

// designation shows a term with its standing in words, who says so and why.
func (p *printer) designation(d *glossary.Designation) string {
	status, region, mark := "", "", ""
	if d.State() != glossary.Admitted {
		status = p.names.Vocabulary("term-status", &d.Status)
	}
	if !d.Region.IsZero() {
		region = p.Words.RegionName(d.Region.Value)
	}
	if d.IsTrademark() {
		mark = p.Words.Label("entry.trademark")
	}
	text := d.Term.Value + bracketed(status, p.names.Vocabulary("term-kind", &d.Kind), region, mark, p.plural(&d.Plural))
	if d.Authority != nil {
		text += ", " + p.Words.Label("entry.according-to") + " " + p.addressed(d.Authority.Name.Value, &d.Authority.URL)
	}
	if !d.Reason.IsZero() {
		text += p.Words.Label("punctuation.colon") + p.inline(&d.Reason)
	}
	return text
}

func (p *printer) example(x *glossary.Example) string {
	text := p.inline(&x.Text)
	if x.Source != nil {
		text += " (" + p.source(x.Source) + ")"
	}
	return text
}

// translation shows what another language says, by its name.
func (p *printer) translation(t *glossary.Translation) {
	p.label(capital(p.Words.LanguageName(t.Language.Value)))
	term, mark := t.Term.Value, ""
	if !t.Feminine.IsZero() {
		term += ", " + t.Feminine.Value
	}
	if t.IsTrademark() {
		mark = p.Words.Label("entry.trademark")
	}
	p.paragraph(2, 4, "", term+bracketed(p.names.WordClass(&t.POS, &t.Gender), p.names.Vocabulary("number", &t.Number), mark,
		p.plural(&t.Plural), pronunciation(&t.Pronunciation)))
	for i := range t.Synonyms {
		p.paragraph(2, 4, "", p.designation(&t.Synonyms[i]))
	}
	for _, text := range []*glossary.Text{&t.InBrief, &t.Definition} {
		if !text.IsZero() {
			p.paragraph(2, 2, "", p.inline(text))
		}
	}
	for i := range t.Examples {
		p.paragraph(2, 2, "", p.example(&t.Examples[i]))
	}
	for i := range t.Notes {
		p.paragraph(2, 2, "", p.inline(&t.Notes[i]))
	}
	if doc := t.HowItWorks.Doc; doc != nil {
		p.blocks(2, doc.Nodes)
	}
}

// relation names entries on one line. What the entry itself says of others is part of it; what others say of it comes
// from the book.
func (p *printer) relation(name string, list []*glossary.Entry, said []glossary.Text) {
	var terms []string
	for _, e := range list {
		if p.book.Has(e) || slices.ContainsFunc(said, func(t glossary.Text) bool { return p.book.Entry(t.Value) == e }) {
			terms = append(terms, e.Term.Value)
		}
	}
	if len(terms) > 0 {
		p.paragraph(0, 2, "", p.Words.Count("entry."+name, len(terms))+p.Words.Label("punctuation.colon")+strings.Join(terms, ", "))
	}
}

// list appends the items of a list, its marks standing out.
func (p *printer) list(indent int, n *markdown.Node) {
	for i := range n.Children {
		mark := "- "
		if n.Ordered {
			mark = strconv.Itoa(n.First+i) + ". "
		}
		if i > 0 && !n.Tight {
			p.gap()
		}
		var text strings.Builder
		children := n.Children[i].Children
		if len(children) > 0 && children[0].Kind == markdown.Paragraph {
			p.nodes(&text, children[:1])
			children = children[1:]
		}
		p.paragraph(indent, indent+len(mark), "", mark+text.String())
		p.blocks(indent+len(mark), children)
	}
}

// source words a source as the books do: authors, « title », work, publisher, service, date, page, licence when it is not
// the lexicon's, address, date of consultation.
func (p *printer) source(s *glossary.Source) string {
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	for i := range s.Authors {
		add(s.Authors[i].Value)
	}
	if !s.Title.IsZero() {
		add(p.Words.Label("punctuation.open-quote") + s.Title.Value + p.Words.Label("punctuation.close-quote"))
	}
	add(s.Work.Value)
	add(s.Publisher.Value)
	add(s.Service.Value)
	if !s.Date.IsZero() {
		add(p.names.Date(s.Date.Value))
	}
	if !s.Page.IsZero() {
		add(p.Words.Text("entry.page", map[string]any{"page": s.Page.Value}))
	}
	if s.License.Value != p.book.Lexicon.License.Value {
		license, _ := markup.LicenseName(s.License.Value)
		add(license)
	}
	text := strings.Join(parts, ", ")
	if words := p.names.Vocabulary("source", &s.Type); words != "" {
		text = words + " " + text
	}
	return p.dated(p.addressed(text, &s.URL), &s.Accessed)
}

// addressed adds an address to what is found there.
func (p *printer) addressed(text string, url *glossary.Text) string {
	if url.IsZero() {
		return text
	}
	return text + " <" + url.Value + ">"
}

// dated adds the day when something was consulted.
func (p *printer) dated(text string, day *glossary.Text) string {
	if day.IsZero() {
		return text
	}
	return text + " [" + p.Words.Text("entry.accessed", map[string]any{"date": p.names.Date(day.Value)}) + "]"
}
