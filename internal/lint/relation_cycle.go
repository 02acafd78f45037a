package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// relationCycle follows the relations that lead one way: a concept cannot be broader than itself (SKOS Reference,
// section 8.6.8, leaves it to applications), nor a part of itself, nor its own replacement. Taking away one link of
// each cycle reported leaves none.
var relationCycle = &Rule{
	Code:     "relation-cycle",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for _, relation := range []struct {
			key  string
			said func(*glossary.Entry) []glossary.Text
		}{
			{"broader", func(e *glossary.Entry) []glossary.Text { return e.Broader }},
			{"part_of", func(e *glossary.Entry) []glossary.Text { return e.PartOf }},
			{"replaced_by", func(e *glossary.Entry) []glossary.Text { return []glossary.Text{e.ReplacedBy} }},
		} {
			w := cycles{pass: p, key: relation.key, said: relation.said, rank: make(map[*glossary.Entry]int, len(p.Entries))}
			for i, e := range p.Entries {
				w.rank[e] = i
			}
			w.onPath = make([]int, len(p.Entries))
			for _, e := range p.Entries {
				w.visit(e)
			}
		}
	},
}

// maxShown bounds the steps of a cycle that are shown: what comes after, nobody reads.
const maxShown = 12

const leftPath = -1

// cycles walks one relation, each link once, depth first.
type cycles struct {
	pass *Pass
	key  string
	said func(*glossary.Entry) []glossary.Text

	rank   map[*glossary.Entry]int // by path
	onPath []int                   // by rank: 0 not met yet, its step on the path from 1, or left
	path   []step
}

// step is a link that was followed from an entry.
type step struct {
	from *glossary.Entry
	link *glossary.Text
}

func (c *cycles) visit(e *glossary.Entry) {
	at := c.rank[e]
	if c.onPath[at] != 0 {
		return
	}
	c.path = append(c.path, step{from: e})
	c.onPath[at] = len(c.path)
	links := c.said(e)
	for i := range links {
		next := c.pass.Entry(links[i].Value)
		if next == nil || next == e {
			continue
		}
		c.path[len(c.path)-1].link = &links[i]
		if first := c.onPath[c.rank[next]]; first > 0 {
			c.report(c.path[first-1:])
		} else {
			c.visit(next)
		}
	}
	c.path = c.path[:len(c.path)-1]
	c.onPath[at] = leftPath
}

// report places a cycle at its first entry by path, if it is short enough to be shown whole.
func (c *cycles) report(cycle []step) {
	first := 0
	if len(cycle) <= maxShown {
		for i := range cycle {
			if c.rank[cycle[i].from] < c.rank[cycle[first].from] {
				first = i
			}
		}
	}
	shown := min(len(cycle), maxShown)
	ids := make([]string, shown)
	related := make([]diag.Related, 0, shown)
	for i := range shown {
		s := cycle[(first+i)%len(cycle)]
		ids[i] = s.from.ID
		if i > 0 {
			next := cycle[(first+i+1)%len(cycle)].from.ID
			related = append(related, diag.Related{
				File: s.from.Path, Span: s.link.Span, Code: c.pass.rule.Code,
				Args: diag.Args{"key": c.key, "from": s.from.ID, "to": next},
			})
		}
	}
	d := c.pass.Report(cycle[first].from.Path, cycle[first].link.Span, diag.Args{
		"key": c.key, "ids": ids, "more": len(cycle) - shown, "length": len(cycle),
	})
	d.Related = related
}
