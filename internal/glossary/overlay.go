package glossary

// With gives the lexicon as an edition tells it: each entry that the edition overrides is replaced by a copy with the
// edition's words. A headword or gloss takes the place of the lexicon's, the old headword staying as a synonym; notes,
// examples and synonyms come before the lexicon's own. The lexicon itself is not changed.
func (g *Glossary) With(ed *Edition) *Glossary {
	overrides := make(map[*Entry]*Override, len(ed.Overrides))
	for i := range ed.Overrides {
		if e := g.Entry(ed.Overrides[i].ID.Value); e != nil {
			overrides[e] = &ed.Overrides[i]
		}
	}
	in := g.Input
	in.Entries = make([]*Entry, len(g.Entries))
	for i, e := range g.Entries {
		if o := overrides[e]; o != nil {
			e = o.apply(e)
		}
		in.Entries[i] = e
	}
	return Link(in)
}

func (o *Override) apply(e *Entry) *Entry {
	changed := *e
	changed.Synonyms = append(o.Synonyms[:len(o.Synonyms):len(o.Synonyms)], e.Synonyms...)
	if !o.Term.IsZero() {
		changed.Synonyms = append([]Designation{{Part: e.Part, Term: e.Term}}, changed.Synonyms...)
		changed.Term = o.Term
	}
	if !o.InBrief.IsZero() {
		changed.InBrief = o.InBrief
	}
	changed.Notes = append(o.Notes[:len(o.Notes):len(o.Notes)], e.Notes...)
	changed.Examples = append(o.Examples[:len(o.Examples):len(o.Examples)], e.Examples...)
	changed.Values = Values(&EntryRecord, &changed)
	return &changed
}
