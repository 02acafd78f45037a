package site

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/web"
)

// day is what was made and changed on one day.
type day struct {
	date         string // ISO 8601
	new, changed []*glossary.Entry
}

// newsMax is the number of entries after which older news is left out.
const newsMax = 200

// newsOf gives the days on which something was made or changed, the last one first.
func newsOf(b *format.Book) []day {
	place := map[string]int{}
	var list []day
	on := func(date string) *day {
		i, known := place[date]
		if !known {
			i = len(list)
			place[date] = i
			list = append(list, day{date: date})
		}
		return &list[i]
	}
	for _, e := range b.Entries {
		if date := e.Created.Value; date != "" {
			d := on(date)
			d.new = append(d.new, e)
		}
		if date := e.Modified.Value; date != "" && date != e.Created.Value {
			d := on(date)
			d.changed = append(d.changed, e)
		}
	}
	slices.SortFunc(list, func(a, b day) int { return strings.Compare(b.date, a.date) })
	n := 0
	for i := range list {
		d := &list[i]
		if n >= newsMax {
			return list[:i]
		}
		d.new = d.new[:min(len(d.new), newsMax-n)]
		n += len(d.new)
		d.changed = d.changed[:min(len(d.changed), newsMax-n)]
		n += len(d.changed)
	}
	return list
}

func (p *page) newsPage() {
	p.h1()
	for i := range p.news {
		d := &p.news[i]
		p.Raw("<section class=\"day\">\n<h2>")
		p.day(d)
		p.Raw("</h2>\n")
		for _, part := range []struct {
			label   string
			entries []*glossary.Entry
		}{{"site.new", d.new}, {"site.changed", d.changed}} {
			if len(part.entries) > 0 {
				p.Raw("<h3>")
				p.Say(p.Words.Count(part.label, len(part.entries)))
				p.Raw("</h3>\n")
				p.rows(part.entries)
			}
		}
		p.Raw("</section>\n")
	}
}

func (p *page) day(d *day) {
	p.Raw("<time")
	p.Attribute("datetime", d.date)
	p.Raw(">")
	p.Say(p.Printer.Date(d.date))
	p.Raw("</time>")
}

// latestMax is the number of terms that the first page tells of.
const latestMax = 6

// latest appends the last news in short.
func (p *page) latest() {
	if len(p.news) == 0 {
		return
	}
	d := &p.news[0]
	p.section("latest", "site.news")
	for _, part := range []struct {
		label   string
		entries []*glossary.Entry
	}{{"site.new", d.new}, {"site.changed", d.changed}} {
		if n := len(part.entries); n > 0 {
			p.Raw("<p>")
			p.day(d)
			p.Raw(web.Dot)
			p.Say(p.Words.Count(part.label, n))
			p.colon()
			p.entries(part.entries[:min(n, latestMax)])
			if n > latestMax {
				p.Raw("…")
			}
			p.Raw("</p>\n")
		}
	}
	p.Raw("<p>")
	p.to("news/", p.Words.TagIn(p.Language), p.Words.Label("site.all-news"))
	p.Raw("</p>\n</section>\n")
}
