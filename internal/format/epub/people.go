package epub

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// person is somebody who took part in the book.
type person struct {
	name          string
	roles         []string // as the vocabulary names them; none when nobody said
	organizations []string
	author        bool // of the whole
}

// everybody lists those who made the book, each once: the authors of the lexicon, then those who took part in it, then
// those of its entries.
func (p *publication) everybody() []person {
	var list []person
	places := map[string]int{}
	add := func(contributors []glossary.Contributor, whole bool) {
		for i := range contributors {
			c := &contributors[i]
			at, known := places[c.Name.Value]
			if !known {
				at = len(list)
				places[c.Name.Value] = at
				list = append(list, person{name: c.Name.Value})
			}
			who := &list[at]
			if role := c.Role.Value; role != "" && !slices.Contains(who.roles, role) {
				if whole && role == "author" {
					who.author = true
					who.roles = slices.Insert(who.roles, 0, role)
				} else {
					who.roles = append(who.roles, role)
				}
			}
			if of := c.Organization.Value; of != "" && !slices.Contains(who.organizations, of) {
				who.organizations = append(who.organizations, of)
			}
		}
	}
	add(p.Lexicon.Contributors, true)
	for _, part := range p.parts {
		for _, e := range part.entries {
			add(e.Contributors, false)
		}
	}
	slices.SortStableFunc(list, func(a, b person) int {
		switch {
		case a.author == b.author:
			return 0
		case a.author:
			return -1
		}
		return 1
	})
	return list
}

// person appends a person's name, what they did and with whom.
func (p *publication) person(dst []byte, who *person) []byte {
	dst = markup.Escape(dst, who.name)
	for _, role := range who.roles {
		dst = append(dst, ", "...)
		dst = p.printer.Say(dst, p.printer.Vocabulary("role", &glossary.Text{Value: role}))
	}
	for _, of := range who.organizations {
		dst = append(dst, ", "...)
		dst = markup.Escape(dst, of)
	}
	return dst
}

// credits make the page of those who took part, none when it would say nothing.
func (p *publication) credits() []list {
	l := list{name: "credits", label: p.Words.Label("book.credits"), class: "prose", role: ` role="doc-credits"`}
	texts := []*glossary.Text{&p.Lexicon.Credits}
	if p.Edition != nil {
		texts = []*glossary.Text{&p.Edition.Credits, &p.Lexicon.Credits}
	}
	for _, t := range texts {
		if !t.IsZero() {
			l.intro = p.printer.Passage(l.intro, "div", t)
			l.intro = append(l.intro, '\n')
		}
	}
	if len(p.people) > 0 {
		g := group{heading: p.printer.Say(nil, p.Words.Label("book.contributors"))}
		for i := range p.people {
			g.items = append(g.items, row{p.people[i].name, p.person(nil, &p.people[i])})
		}
		l.groups = []group{g}
	}
	if len(l.intro)+len(l.groups) == 0 {
		return nil
	}
	return []list{l}
}
