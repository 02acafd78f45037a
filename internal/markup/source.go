package markup

import (
	"cmp"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

func (p *Printer) sources(dst []byte, list []glossary.Source) []byte {
	return p.group(dst, "sources", len(list), func(dst []byte, i int) []byte {
		return p.Source(dst, &list[i])
	})
}

// Source appends a source in the one style of the program: authors, « title », work, publisher, service, date, page,
// [date of consultation], licence when it is not the lexicon's. Parts that are not known leave no stray comma.
func (p *Printer) Source(dst []byte, s *glossary.Source) []byte {
	if words := p.Vocabulary("source", &s.Type); words != "" {
		dst = p.Say(dst, words)
		dst = append(dst, ' ')
	}
	lang := cmp.Or(s.Language.Value, p.Glossary.Original())
	line := pieces{p: p, dst: dst, mark: ", ", first: true}
	for i := range s.Authors {
		line.add(s.Authors[i].Value)
	}
	if !s.Title.IsZero() {
		line.next()
		line.dst = Escape(line.dst, p.Words.Label("punctuation.open-quote"))
		line.dst = p.Anchor(line.dst, s.URL.Value, lang, s.Title.Value)
		line.dst = Escape(line.dst, p.Words.Label("punctuation.close-quote"))
	}
	if !s.Work.IsZero() {
		line.next()
		line.dst = append(line.dst, "<cite>"...)
		if s.Title.IsZero() {
			line.dst = p.Anchor(line.dst, s.URL.Value, lang, s.Work.Value)
		} else {
			line.dst = p.element(line.dst, "span", "", lang, s.Work.Value)
		}
		line.dst = append(line.dst, "</cite>"...)
	}
	line.add(s.Publisher.Value)
	line.add(s.Service.Value)
	if !s.Date.IsZero() {
		line.say(p.Date(s.Date.Value))
	}
	if !s.Page.IsZero() {
		line.say(p.Words.Text("entry.page", map[string]any{"page": s.Page.Value}))
	}
	if s.License.Value != p.Glossary.Lexicon.License.Value {
		license, _ := LicenseName(s.License.Value)
		line.add(license)
	}
	return p.accessed(line.dst, &s.Accessed)
}
