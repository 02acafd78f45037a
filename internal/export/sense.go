package export

import (
	"cmp"
	"strconv"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// relations are the keys by which concepts refer to each other, each with the one by which the other refers back.
var relations = []struct{ key, converse string }{
	{"broader", "narrower"}, {"narrower", "broader"},
	{"related", "related"}, {"distinguish", "distinguish"},
	{"part_of", "parts"}, {"parts", "part_of"},
	{"mentions", "mentioned_by"}, {"mentioned_by", "mentions"},
	{"replaced_by", "replaces"}, {"replaces", "replaced_by"},
}

// sense holds a file whose shape is right to what no schema can say.
type sense struct {
	file    string
	root    *node
	entries []node
	byID    map[string]int
	found   diag.List
	faulty  map[int]bool // concepts of which something was reported
}

// checkSense reports what does not agree in a file, and the concepts that are no longer what their hash was made of.
func checkSense(file string, root *node, intact []bool) diag.List {
	s := &sense{file: file, root: root, entries: root.at("entries").items, byID: map[string]int{}, faulty: map[int]bool{}}
	if count := root.at("count"); count.text != strconv.Itoa(len(s.entries)) {
		s.report(count.span, "count", diag.Args{"what": "count", "value": count.text, "entries": len(s.entries)})
	}
	for i := range s.entries {
		id := s.entries[i].at("id")
		if first, again := s.byID[id.text]; again {
			d := s.of(i, id.span, "id", diag.Args{"what": "duplicate-id", "value": id.text})
			d.Related = []diag.Related{{File: file, Span: s.entries[first].at("id").span, Code: "export-incoherent"}}
			continue
		}
		s.byID[id.text] = i
	}
	s.links()
	s.redirects()
	s.order()
	s.declared()
	for i := range s.entries {
		if !intact[i] && !s.faulty[i] && len(s.found) < maxFindings {
			s.found = append(s.found, finding("export-altered", file, s.entries[i].at("id").span, diag.Args{
				"entry": nameOf(&s.entries[i], i),
			}))
		}
	}
	return s.found
}

// report says what is wrong in the envelope, at a path.
func (s *sense) report(span diag.Span, path string, args diag.Args) *diag.Diagnostic {
	return s.add(span, "", path, args)
}

func (s *sense) add(span diag.Span, entry, path string, args diag.Args) *diag.Diagnostic {
	args["entry"], args["path"] = entry, path
	s.found = append(s.found, finding("export-incoherent", s.file, span, args))
	return &s.found[len(s.found)-1]
}

// of reports what is wrong in the i-th concept.
func (s *sense) of(i int, span diag.Span, path string, args diag.Args) *diag.Diagnostic {
	s.faulty[i] = true
	return s.add(span, nameOf(&s.entries[i], i), path, args)
}

func (s *sense) full() bool { return len(s.found) >= maxFindings }

// ids gives the ids under a key that holds one or several.
func ids(n *node) []node {
	if n.kind == text {
		return []node{*n}
	}
	return n.items
}

// links holds relations to the concepts of the file, and each to the other side of it.
func (s *sense) links() {
	type link struct {
		key      string
		from, to int
	}
	made := make(map[link]bool, 8*len(s.entries))
	for i := range s.entries {
		for _, r := range relations {
			for _, id := range ids(s.entries[i].at(r.key)) {
				if to, ok := s.byID[id.text]; ok {
					made[link{r.key, i, to}] = true
				}
			}
		}
	}
	for i := range s.entries {
		if s.byID[s.entries[i].value("id")] != i {
			continue // which nothing can lead back to
		}
		for _, r := range relations {
			for _, id := range ids(s.entries[i].at(r.key)) {
				if s.full() {
					return
				}
				to, ok := s.byID[id.text]
				switch {
				case !ok:
					s.of(i, id.span, r.key, diag.Args{"what": "nowhere", "value": id.text})
				case to == i:
					s.of(i, id.span, r.key, diag.Args{"what": "itself", "value": id.text})
				case !made[link{r.converse, to, i}]:
					s.of(i, id.span, r.key, diag.Args{"what": "one-way", "value": id.text, "converse": r.converse, "id": s.entries[i].value("id")})
				}
			}
		}
	}
}

// redirects holds the former ids of the envelope and those of the concepts to each other.
func (s *sense) redirects() {
	type former struct {
		id string
		of int
	}
	said := map[former]bool{}
	for i := range s.entries {
		for _, id := range s.entries[i].at("formerly").items {
			said[former{id.text, i}] = true
		}
	}
	redirects := s.root.at("redirects")
	listed := make(map[string]bool, len(redirects.keys))
	for i, k := range redirects.keys {
		if s.full() {
			return
		}
		target := &redirects.items[i]
		listed[k.text] = true
		at, ok := s.byID[target.text]
		_, taken := s.byID[k.text]
		switch {
		case taken:
			s.report(k.span, "redirects", diag.Args{"what": "redirect-taken", "value": k.text})
		case !ok:
			s.report(target.span, "redirects", diag.Args{"what": "nowhere", "value": target.text})
		case !said[former{k.text, at}]:
			s.report(k.span, "redirects", diag.Args{"what": "redirect-unsaid", "value": k.text, "id": target.text})
		}
	}
	for i := range s.entries {
		for _, id := range s.entries[i].at("formerly").items {
			if !listed[id.text] && !s.full() {
				s.of(i, id.span, "formerly", diag.Args{"what": "redirect-missing", "value": id.text})
			}
		}
	}
}

// order holds the concepts to the order of their keys of sorting, then of their ids.
func (s *sense) order() {
	for i := 1; i < len(s.entries) && !s.full(); i++ {
		a, b := &s.entries[i-1], &s.entries[i]
		if cmp.Or(cmp.Compare(a.value("sort_key"), b.value("sort_key")), cmp.Compare(a.value("id"), b.value("id"))) > 0 {
			s.of(i, b.at("id").span, "", diag.Args{"what": "order", "value": a.value("id")})
		}
	}
}

// declared holds the domains and languages of the concepts to those of the envelope.
func (s *sense) declared() {
	tags := map[string]bool{s.root.value("language"): true}
	for _, t := range s.root.at("translations").items {
		tags[t.text] = true
	}
	domains := map[string]bool{}
	for _, k := range s.root.at("domains").keys {
		domains[k.text] = true
	}
	for i := range s.entries {
		if s.full() {
			return
		}
		for _, d := range s.entries[i].at("domains").items {
			if !domains[d.text] {
				s.of(i, d.span, "domains", diag.Args{"what": "domain", "value": d.text})
			}
		}
		for _, k := range s.entries[i].at("translations").keys {
			if !tags[k.text] {
				s.of(i, k.span, "translations", diag.Args{"what": "language", "value": k.text})
			}
		}
	}
}
