package site

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// A map shows how concepts are related: a line a concept, under its domain, and an arc for each relation. It is as narrow
// as a phone, grows downwards only, and is measured in whole numbers: everywhere the same bytes.
const (
	wholeMax = 80  // entries above which each domain has a map of its own
	drawnMax = 120 // lines above which a map is not drawn, and only its list is given

	mapWidth   = 360
	nameX      = 232 // where the names end, and the arcs begin after it
	arcX       = 242
	arcMin     = 12 // how far the shortest arc reaches, and the longest
	arcMax     = 112
	lineHeight = 16
	rowHeight  = 28
	titleRoom  = 44
	lineLength = 30 // characters of a name on a line
)

// bond is a kind of relation, as the map shows it.
type bond struct {
	name  string // in the catalogue, under "entry."; also the class of its arcs
	other string // what it is called from the other side
	list  func(*glossary.Relations) []*glossary.Entry
	back  func(*glossary.Relations) []*glossary.Entry
}

// bonds come from the strongest: where two concepts have several, the first is drawn.
var bonds = []bond{
	{"broader", "narrower", func(r *glossary.Relations) []*glossary.Entry { return r.Broader }, func(r *glossary.Relations) []*glossary.Entry { return r.Narrower }},
	{"part-of", "parts", func(r *glossary.Relations) []*glossary.Entry { return r.PartOf }, func(r *glossary.Relations) []*glossary.Entry { return r.Parts }},
	{"related", "", func(r *glossary.Relations) []*glossary.Entry { return r.Related }, nil},
	{"distinguish", "", func(r *glossary.Relations) []*glossary.Entry { return r.Distinguish }, nil},
}

// group is a domain of a map with its concepts; the label is empty for those that other domains lend.
type group struct {
	label, lang string
	entries     []*glossary.Entry
}

// groups gives the concepts by the first of their domains, those under a broader one after it.
func (s *site) groups() []group {
	list := make([]group, len(s.domains))
	byID := map[string]*group{}
	for i := range s.domains {
		d := &s.domains[i]
		list[i] = group{label: d.label, lang: d.lang}
		byID[d.id] = &list[i]
	}
	for _, e := range s.Entries {
		if len(e.Domains) > 0 {
			if g := byID[e.Domains[0].Value]; g != nil {
				g.entries = append(g.entries, e)
			}
		}
	}
	for i := range list {
		list[i].entries = s.branches(list[i].entries)
	}
	return list
}

// branches puts each concept after the first of its broader ones that is in the list.
func (s *site) branches(entries []*glossary.Entry) []*glossary.Entry {
	in := make(map[*glossary.Entry]bool, len(entries))
	for _, e := range entries {
		in[e] = true
	}
	under := map[*glossary.Entry][]*glossary.Entry{}
	var tops []*glossary.Entry
	for _, e := range entries {
		broader := s.Relations(e).Broader
		if i := slices.IndexFunc(broader, func(b *glossary.Entry) bool { return in[b] }); i >= 0 {
			under[broader[i]] = append(under[broader[i]], e)
		} else {
			tops = append(tops, e)
		}
	}
	list := make([]*glossary.Entry, 0, len(entries))
	done := map[*glossary.Entry]bool{}
	var add func(e *glossary.Entry)
	add = func(e *glossary.Entry) {
		if done[e] {
			return
		}
		done[e] = true
		list = append(list, e)
		for _, below := range under[e] {
			add(below)
		}
	}
	for _, e := range append(tops, entries...) { // a circle has no top
		add(e)
	}
	return list
}

// hasMap reports whether any two concepts of the book are related.
func (s *site) hasMap() bool {
	return slices.ContainsFunc(s.Entries, s.isBound) && len(s.domains) > 0
}

func (s *site) isBound(e *glossary.Entry) bool {
	r := s.Relations(e)
	for i := range bonds {
		if slices.ContainsFunc(bonds[i].list(r), s.Has) || bonds[i].back != nil && slices.ContainsFunc(bonds[i].back(r), s.Has) {
			return true
		}
	}
	return false
}

// maps gives the page of the map, and for a large book those of the domains, which it then leads to.
func (s *site) maps(home step) []leaf {
	if !s.hasMap() {
		return nil
	}
	title := s.Words.Label("site.map")
	whole := leaf{
		at: "map/", title: title, lang: s.Words.TagIn(s.Language), description: s.Words.Label("site.map-about"), kind: "website",
		trail: []step{home}, shared: true, script: "map.js",
	}
	groups := s.groups()
	if len(s.Entries) <= wholeMax {
		whole.body = func(p *page) {
			p.h1()
			p.mapAbout()
			p.drawing(groups)
			p.bondList(groups)
		}
		return []leaf{whole}
	}
	whole.script = ""
	whole.body = func(p *page) {
		p.h1()
		p.mapAbout()
		p.Raw("<div class=\"ways\">\n<ul>\n")
		for i := range groups {
			if n := len(groups[i].entries); n > 0 {
				p.way("map/"+p.domains[i].id+"/", groups[i].lang, groups[i].label, n)
			}
		}
		p.Raw("</ul>\n</div>\n")
	}
	list := []leaf{whole}
	trail := []step{home, {at: whole.at, text: title, lang: s.Words.TagIn(s.Language)}}
	for i := range groups {
		if len(groups[i].entries) == 0 {
			continue
		}
		list = append(list, leaf{
			at: "map/" + s.domains[i].id + "/", title: groups[i].label, lang: groups[i].lang, kind: "website", trail: trail,
			description: s.sample(groups[i].entries), shared: true, script: "map.js",
			body: func(p *page) {
				p.h1()
				shown := groups[i : i+1 : i+1]
				if lent := p.lent(shown[0].entries); len(lent) > 0 && len(lent)+len(shown[0].entries) <= drawnMax {
					shown = append(shown, group{entries: lent})
				}
				p.drawing(shown)
				p.bondList(groups[i : i+1])
			},
		})
	}
	return list
}

// lent gives the concepts of other domains that some are related to.
func (s *site) lent(entries []*glossary.Entry) []*glossary.Entry {
	known := make(map[*glossary.Entry]bool, len(entries))
	for _, e := range entries {
		known[e] = true
	}
	var list []*glossary.Entry
	add := func(related []*glossary.Entry) {
		for _, e := range related {
			if s.Has(e) && !known[e] {
				known[e] = true
				list = append(list, e)
			}
		}
	}
	for _, e := range entries {
		r := s.Relations(e)
		for i := range bonds {
			add(bonds[i].list(r))
			if bonds[i].back != nil {
				add(bonds[i].back(r))
			}
		}
	}
	slices.SortFunc(list, func(a, b *glossary.Entry) int { return s.place[a] - s.place[b] })
	return list
}

func (p *page) mapAbout() {
	p.Raw("<p class=\"intro\">")
	p.Label("site.map-about")
	p.Raw("</p>\n")
}

// arc is a relation between two lines of a map.
type arc struct{ kind, from, to int }

// arcs gives the relations between the first own of some concepts and all of them, each once.
func (s *site) arcs(lines []*glossary.Entry, own int) []arc {
	at := make(map[*glossary.Entry]int, len(lines))
	for i, e := range lines {
		at[e] = i
	}
	type pair struct{ a, b int }
	drawn := map[pair]bool{}
	var list []arc
	for kind := range bonds {
		for i, e := range lines {
			for _, other := range bonds[kind].list(s.Relations(e)) {
				j, here := at[other]
				ends := pair{min(i, j), max(i, j)}
				if !here || i == j || drawn[ends] || ends.a >= own {
					continue
				}
				drawn[ends] = true
				list = append(list, arc{kind, ends.a, ends.b})
			}
		}
	}
	return list
}

// drawing appends the map of some groups, unless it would be too long to be of use.
func (p *page) drawing(groups []group) {
	var lines []*glossary.Entry
	for i := range groups {
		lines = append(lines, groups[i].entries...)
	}
	if len(lines) > drawnMax {
		return
	}
	own := len(lines)
	if last := &groups[len(groups)-1]; last.label == "" {
		own -= len(last.entries)
	}
	arcs := p.arcs(lines, own)
	if len(arcs) == 0 {
		return
	}
	p.legend(arcs)
	var names []byte
	middles := make([]int, 0, len(lines))
	y := 0
	for i := range groups {
		g := &groups[i]
		if len(g.entries) == 0 {
			continue
		}
		y += titleRoom
		label, lang := g.label, g.lang
		if label == "" {
			label, lang = p.Words.Label("site.other-domains"), p.Words.TagIn(p.Language)
		}
		names = append(names, `<text class="domain" x="0" y="`...)
		names = strconv.AppendInt(names, int64(y-16), 10)
		names = append(names, '"')
		names = drawnLang(names, lang)
		names = append(names, '>')
		names = p.svgText(names, label)
		names = append(names, "</text>\n"...)
		for _, e := range g.entries {
			n := len(middles)
			parts := wrapped(e.Term.Value)
			height := rowHeight + (len(parts)-1)*lineHeight
			middles = append(middles, y+height/2)
			names = append(names, `<a data-n="`+strconv.Itoa(n)+`" href="`...)
			names = p.appendHref(names, e)
			names = append(names, `"><rect x="0" y="`+strconv.Itoa(y)+`" width="`+strconv.Itoa(arcX+6)+`" height="`+strconv.Itoa(height)+`"/>`...)
			names = append(names, `<circle cx="`+strconv.Itoa(arcX)+`" cy="`+strconv.Itoa(y+height/2)+`" r="4"/><text text-anchor="end"`...)
			names = drawnLang(names, e.Language)
			names = append(names, '>')
			for j, part := range parts {
				names = append(names, `<tspan x="`+strconv.Itoa(nameX)+`" y="`+strconv.Itoa(y+19+j*lineHeight)+`">`...)
				names = p.svgText(names, part)
				names = append(names, "</tspan>"...)
			}
			names = append(names, "</text></a>\n"...)
			y += height
		}
	}
	p.Raw(`<svg class="map" role="group" aria-labelledby="_map-title" aria-describedby="_map-about" viewBox="0 0 ` + strconv.Itoa(mapWidth) + " " + strconv.Itoa(y+8) + `" xmlns="http://www.w3.org/2000/svg">` + "\n<title id=\"_map-title\"")
	p.svgWords(p.Words.Label("site.map"))
	p.Raw("</title>\n<desc id=\"_map-about\"")
	p.svgWords(p.Words.Label("site.map-drawing"))
	p.Raw("</desc>\n<g class=\"arcs\" aria-hidden=\"true\">\n")
	longest := 1
	for _, a := range arcs {
		longest = max(longest, middles[a.to]-middles[a.from])
	}
	for _, a := range arcs {
		span := middles[a.to] - middles[a.from]
		reach := arcMin + root(span*(arcMax-arcMin)*(arcMax-arcMin)/longest) // short ones are seen beside the longest
		p.Raw(`<path class="` + bonds[a.kind].name + `" data-ends="` + strconv.Itoa(a.from) + " " + strconv.Itoa(a.to) +
			`" d="M` + strconv.Itoa(arcX) + " " + strconv.Itoa(middles[a.from]) + "A" + strconv.Itoa(reach) + " " + strconv.Itoa((span+1)/2) +
			" 0 0 1 " + strconv.Itoa(arcX) + " " + strconv.Itoa(middles[a.to]) + "\"/>\n")
	}
	p.Raw("</g>\n")
	p.Dst = append(p.Dst, names...)
	p.Raw("</svg>\n")
}

// root gives the whole part of a square root.
func root(n int) int {
	r := n
	for r*r > n {
		r = (r + n/r) / 2
	}
	return r
}

func (p *page) appendHref(dst []byte, e *glossary.Entry) []byte {
	return append(append(dst, p.up...), termAt(e)...)
}

// svgText appends a text within a drawing.
func (p *page) svgText(dst []byte, text string) []byte { return p.Printer.Term(dst, "", "", text) }

// drawnLang appends the language of a text in a drawing, when it is not the page's. The attribute dir is not one of SVG.
func drawnLang(dst []byte, tag string) []byte {
	if tag == "" {
		return dst
	}
	dst = append(dst, ` lang="`...)
	return append(markup.Escape(dst, tag), '"')
}

// svgWords ends the start tag of an element of a drawing and appends words of the program.
func (p *page) svgWords(words string) {
	p.Dst = drawnLang(p.Dst, p.Words.TagIn(p.Language))
	p.Raw(">")
	p.Text(words)
}

// wrapped cuts a name into the lines on which it stands: after words, or within those that are longer than a line.
func wrapped(name string) []string {
	var lines []string
	line, n := "", 0
	for word := range strings.FieldsSeq(name) {
		size := utf8.RuneCountInString(word)
		if n > 0 && n+1+size <= lineLength {
			line += " " + word
			n += 1 + size
			continue
		}
		if n > 0 {
			lines = append(lines, line)
		}
		for size > lineLength {
			cut := 0
			for range lineLength {
				_, width := utf8.DecodeRuneInString(word[cut:])
				cut += width
			}
			lines = append(lines, word[:cut])
			word, size = word[cut:], size-lineLength
		}
		line, n = word, size
	}
	return append(lines, line)
}

// legend tells what the lines of the arcs mean that the map has.
func (p *page) legend(arcs []arc) {
	p.Raw("<ul class=\"legend\">\n")
	for kind := range bonds {
		if !slices.ContainsFunc(arcs, func(a arc) bool { return a.kind == kind }) {
			continue
		}
		p.Raw(`<li><svg class="map" aria-hidden="true" width="36" height="12" viewBox="0 0 36 12"><path class="` + bonds[kind].name + `" d="M0 6H36"/></svg> `)
		p.Say(p.Words.Label("site.bond-" + bonds[kind].name))
		p.Raw("</li>\n")
	}
	p.Raw("</ul>\n")
}

// bondList says in words all that the map shows.
func (p *page) bondList(groups []group) {
	p.section("bonds", "site.map-list")
	for i := range groups {
		g := &groups[i]
		if len(g.entries) == 0 {
			continue
		}
		if len(groups) > 1 {
			p.Raw("<h3>")
			p.Dst = p.Printer.Term(p.Dst, "", g.lang, g.label)
			p.Raw("</h3>\n")
		}
		p.Raw("<ul>\n")
		for _, e := range g.entries {
			p.Raw("<li>")
			p.Dst = p.Printer.Link(p.Dst, e, "")
			r := p.Relations(e)
			for j := range bonds {
				p.bond(bonds[j].name, bonds[j].list(r))
				if bonds[j].back != nil {
					p.bond(bonds[j].other, bonds[j].back(r))
				}
			}
			p.Raw("</li>\n")
		}
		p.Raw("</ul>\n")
	}
	p.Raw("</section>\n")
}

// bond appends a relation of an entry, unless the book holds none of those it leads to.
func (p *page) bond(name string, related []*glossary.Entry) {
	related = slices.DeleteFunc(slices.Clone(related), func(e *glossary.Entry) bool { return !p.Has(e) })
	if len(related) == 0 {
		return
	}
	p.Raw("<div>")
	p.Say(p.Words.Count("entry."+name, len(related)))
	p.colon()
	p.entries(related)
	p.Raw("</div>")
}
