// Package lint judges what was read: one rule a file, one table. It knows the model and nothing of how it was written
// down, nor of what will be made of it.
package lint

import (
	"maps"
	"runtime"
	"slices"
	"sync"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Rule is one thing that is checked. Its words are in the catalogues under its code.
type Rule struct {
	Code     string
	Severity diag.Severity
	Check    func(*Pass)
}

// Pass is one rule at work on one lexicon.
type Pass struct {
	*glossary.Glossary
	Codes  map[string]diag.Severity // all that can be found, by rules and by reading
	rule   *Rule
	found  diag.List
	survey func() *survey // made once, for all rules
}

// Report adds a finding. A zero span is the file as a whole.
func (p *Pass) Report(file string, span diag.Span, args diag.Args) *diag.Diagnostic {
	p.found = append(p.found, diag.Diagnostic{Code: p.rule.Code, Severity: p.rule.Severity, File: file, Span: span, Args: args})
	return &p.found[len(p.found)-1]
}

// Document is a file of the lexicon with the table it follows.
type Document struct {
	*glossary.File
	Record *glossary.Record
	Root   any
}

// Documents calls yield for every file that could be read.
func (p *Pass) Documents(yield func(Document) bool) {
	if !p.Lexicon.Broken && !yield(Document{&p.Lexicon.File, &glossary.LexiconRecord, p.Lexicon}) {
		return
	}
	for _, e := range p.Editions {
		if !e.Broken && !yield(Document{&e.File, &glossary.EditionRecord, e}) {
			return
		}
	}
	for _, e := range p.Entries {
		if !e.Broken && !yield(Document{&e.File, &glossary.EntryRecord, e}) {
			return
		}
	}
}

// Concepts calls yield for every entry that could be read.
func (p *Pass) Concepts(yield func(*glossary.Entry) bool) {
	for _, e := range p.Entries {
		if !e.Broken && !yield(e) {
			return
		}
	}
}

// Conclusive reports whether the lack of some keys, in all entries, means that they were not written.
func (p *Pass) Conclusive(keys ...string) bool {
	for _, e := range p.Entries {
		if e.Broken {
			return false
		}
		for _, key := range keys {
			i := glossary.EntryRecord.Lookup(key)
			f := &glossary.EntryRecord.Fields[i]
			if e.Noted(i) && (f.Text != nil && f.Text(e).IsZero() || f.Texts != nil && len(*f.Texts(e)) == 0) {
				return false
			}
		}
	}
	return true
}

// Run applies the rules to a lexicon, and what its authors decided to the findings: the severities of lexicon.yaml,
// and the comments that silence some. read is what reading found, reading all that it can find. The list is sorted.
func Run(g *glossary.Glossary, read diag.List, reading map[string]diag.Severity) diag.List {
	return run(g, read, reading, Rules)
}

func run(g *glossary.Glossary, read diag.List, reading map[string]diag.Severity, rules []*Rule) diag.List {
	codes := Codes()
	maps.Copy(codes, reading)
	slots := make([]diag.List, len(rules))
	survey := sync.OnceValue(func() *survey { return surveyOf(&Pass{Glossary: g}) })
	limit := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for i, rule := range rules {
		wg.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			p := &Pass{Glossary: g, Codes: codes, rule: rule, survey: survey}
			rule.Check(p)
			slots[i] = p.found
		})
	}
	wg.Wait()
	set := settings(g.Lexicon)
	found := set.apply(slices.Concat(append(slots, read)...))
	found, about := silence(g, found, codes)
	found = append(found, set.apply(about)...)
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Severity == diag.Off })
	found.Sort()
	return found
}

// severities are those that a lexicon sets, by code.
type severities map[string]diag.Severity

func settings(l *glossary.Lexicon) severities {
	set := severities{}
	for i := range l.Lint {
		if s, ok := diag.ParseSeverity(l.Lint[i].Severity.Value); ok {
			set[l.Lint[i].Code.Value] = s
		}
	}
	return set
}

// apply gives findings the severities set. An error stays one: the formats rely on it.
func (set severities) apply(found diag.List) diag.List {
	for i := range found {
		if s, ok := set[found[i].Code]; ok && found[i].Severity != diag.Error {
			found[i].Severity = s
		}
	}
	return found
}

// silence drops the findings that a comment accepts for a reason, and gives what is to be said of the comments that
// give none, or that accept nothing. Errors cannot be accepted. A finding that is switched off uses its comment all
// the same, so that switching it off leaves nothing to mend.
func silence(g *glossary.Glossary, found diag.List, codes map[string]diag.Severity) (rest, about diag.List) {
	type comment struct {
		file string
		*glossary.Ignore
		used, refused bool
	}
	byFile := map[string][]*comment{}
	var all []*comment
	p := &Pass{Glossary: g}
	for doc := range p.Documents {
		for i := range doc.Ignores {
			c := &comment{file: doc.Path, Ignore: &doc.Ignores[i]}
			byFile[doc.Path] = append(byFile[doc.Path], c)
			all = append(all, c)
		}
	}
	if len(all) == 0 {
		return found, nil
	}
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool {
		for _, c := range byFile[d.File] {
			if c.Code == d.Code && (c.Scope.Contains(d.Span) || c.Whole && d.Span.IsZero()) {
				if d.Severity == diag.Error {
					c.refused = true
					continue
				}
				c.used = true
				return c.Reason != ""
			}
		}
		return false
	})
	near := suggester{candidates: slices.Sorted(maps.Keys(codes))}
	for _, c := range all {
		d := diag.Diagnostic{Severity: diag.Warning, File: c.file, Span: c.Span, Args: diag.Args{"code": c.Code}}
		switch {
		case c.used && c.Reason != "":
			continue
		case c.used:
			d.Code = ignoreWithoutReason
		default:
			d.Code = unusedIgnore
			_, known := codes[c.Code]
			d.Args["known"], d.Args["error"], d.Args["near"] = known, c.refused, ""
			if !known {
				d.Args["near"] = near.nearest(c.Code)
			}
		}
		about = append(about, d)
	}
	return found, about
}

// Findings about the comments themselves, which no rule makes.
const (
	unusedIgnore        = "unused-ignore"
	ignoreWithoutReason = "ignore-without-reason"
)

// Codes are the findings that this package can make, with the severity they have unless a lexicon sets another.
func Codes() map[string]diag.Severity {
	codes := map[string]diag.Severity{unusedIgnore: diag.Warning, ignoreWithoutReason: diag.Warning}
	for _, r := range Rules {
		codes[r.Code] = r.Severity
	}
	return codes
}
