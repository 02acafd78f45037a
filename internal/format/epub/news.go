package epub

import "github.com/lexipoche/lexipoche/internal/glossary"

// news make the page of what has changed since the version before, none when it would say nothing.
func (p *publication) news() []list {
	l := list{name: "news", label: p.Words.Label("book.news"), class: "news"}
	if !p.Lexicon.News.IsZero() {
		l.intro = p.printer.Passage([]byte("<div class=\"text\">\n"), "div", &p.Lexicon.News) // whose lists are not those of terms
		l.intro = append(l.intro, "\n</div>\n"...)
	}
	news := p.News()
	if !news.IsZero() {
		l.intro = paragraph(l.intro, "since", p.printer.Say(nil, p.since()))
	}
	for _, changed := range []struct {
		id      string
		entries []*glossary.Entry
	}{{"book.new-terms", news.New}, {"book.revised-terms", news.Revised}, {"book.withdrawn-terms", news.Withdrawn}} {
		if len(changed.entries) == 0 {
			continue
		}
		g := group{heading: p.printer.Say(nil, p.Words.Label(changed.id)), count: p.count(len(changed.entries))}
		for _, e := range changed.entries {
			html := p.printer.Link(nil, e, "")
			if other := p.Entry(e.ReplacedBy.Value); other != nil && e.State() == glossary.Retired {
				html = append(html, p.arrow()...)
				html = p.printer.Link(html, other, "")
			}
			g.items = append(g.items, row{e.SortText(), html})
		}
		l.groups = append(l.groups, g)
	}
	if len(l.intro)+len(l.groups) == 0 {
		return nil
	}
	return []list{l}
}

// since tells the version that the book is compared with.
func (p *publication) since() string {
	before := p.Lexicon.Previous
	values := map[string]any{"version": before.Version.Value, "date": p.printer.Date(before.Date.Value)}
	if before.Version.IsZero() {
		return p.Words.Text("book.since-date", values)
	}
	return p.Words.Text("book.since-version", values)
}
