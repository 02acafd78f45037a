package glossary

// Select gives the entries that an edition holds, in the order of the files. An entry must match every criterion given
// (domains, levels, tags), any value within one; the entries named are added, and those excepted are removed last.
// Without a criterion, naming entries chooses them alone; without either, everything is chosen. Drafts are in no book,
// whoever names them. A nil edition is the whole lexicon.
func (g *Glossary) Select(ed *Edition) []*Entry {
	chosen := func(*Entry) bool { return true }
	if ed != nil && ed.Select != nil {
		chosen = g.chosen(ed.Select)
	}
	var list []*Entry
	for _, e := range g.Entries {
		if e.State() != Draft && chosen(e) {
			list = append(list, e)
		}
	}
	return list
}

func (g *Glossary) chosen(s *Selection) func(*Entry) bool {
	domains, levels, tags := valueSet(s.Domains), valueSet(s.Levels), valueSet(s.Tags)
	named, excepted := g.entrySet(s.IDs), g.entrySet(s.Except)
	criteria := len(domains)+len(levels)+len(tags) > 0
	meets := func(e *Entry) bool {
		return (len(domains) == 0 || domains.any(e.Domains)) &&
			(len(levels) == 0 || levels[e.Level.Value]) &&
			(len(tags) == 0 || tags.any(e.Tags))
	}
	return func(e *Entry) bool {
		switch {
		case excepted[e]:
			return false
		case named[e]:
			return true
		case criteria:
			return meets(e)
		}
		return len(s.IDs) == 0
	}
}

type set map[string]bool

func valueSet(texts []Text) set {
	s := make(set, len(texts))
	for i := range texts {
		s[texts[i].Value] = true
	}
	return s
}

func (s set) any(texts []Text) bool {
	for i := range texts {
		if s[texts[i].Value] {
			return true
		}
	}
	return false
}

func (g *Glossary) entrySet(ids []Text) map[*Entry]bool {
	s := make(map[*Entry]bool, len(ids))
	for i := range ids {
		if e := g.Entry(ids[i].Value); e != nil {
			s[e] = true
		}
	}
	return s
}
