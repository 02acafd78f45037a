package glossary

import (
	"testing"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// everyRecord calls visit with each table and an empty group of its kind.
func everyRecord(visit func(r *Record, group any)) {
	seen := map[*Record]bool{}
	var down func(r *Record, group any)
	down = func(r *Record, group any) {
		if seen[r] {
			return
		}
		seen[r] = true
		visit(r, group)
		parts := []*Parts{r.Rest}
		for i := range r.Fields {
			parts = append(parts, r.Fields[i].Parts)
		}
		for _, p := range parts {
			if p != nil {
				down(p.Record, p.Add(group))
			}
		}
	}
	down(&EntryRecord, &Entry{})
	down(&LexiconRecord, &Lexicon{})
	down(&EditionRecord, &Edition{})
}

func TestEveryGroupIsAPart(t *testing.T) {
	n := 0
	everyRecord(func(r *Record, group any) {
		n++
		if _, ok := group.(interface{ Common() *Part }); !ok {
			t.Errorf("%s is not a Part", r.Name)
		}
		if len(r.Fields) > 64 {
			t.Errorf("%s has more keys than a Part can note", r.Name)
		}
	})
	if n < 15 {
		t.Errorf("only %d tables", n)
	}
}

func TestEachKeyHoldsOneThing(t *testing.T) {
	everyRecord(func(r *Record, group any) {
		names := map[string]bool{}
		for i := range r.Fields {
			f := &r.Fields[i]
			holds := 0
			if f.Text != nil {
				holds++
			}
			if f.Texts != nil {
				holds++
			}
			if f.Parts != nil {
				holds++
			}
			if holds != 1 {
				t.Errorf("%s.%s holds %d things", r.Name, f.Key, holds)
			}
			if (f.Kind == Choice) != (len(f.Choices) > 0) {
				t.Errorf("%s.%s: choices and kind disagree", r.Name, f.Key)
			}
			for _, name := range append([]string{f.Key}, f.French...) {
				if names[name] {
					t.Errorf("%s: %s names two keys", r.Name, name)
				}
				names[name] = true
			}
		}
		if r.Short != "" && r.Lookup(r.Short) < 0 {
			t.Errorf("%s: its short form %s is not a key", r.Name, r.Short)
		}
	})
}

// Two keys that shared a place would overwrite each other.
func TestKeysDoNotShareTheirPlace(t *testing.T) {
	everyRecord(func(r *Record, group any) {
		places := map[any]string{}
		for i := range r.Fields {
			f := &r.Fields[i]
			var place any
			switch {
			case f.Text != nil:
				place = f.Text(group)
			case f.Texts != nil:
				place = f.Texts(group)
			default:
				continue
			}
			if other := places[place]; other != "" {
				t.Errorf("%s: %s and %s share a place", r.Name, other, f.Key)
			}
			places[place] = f.Key
		}
	})
}

// Whatever holds sentences is in some language; what is no text is in none.
func TestEachTextHasItsManner(t *testing.T) {
	everyRecord(func(r *Record, _ any) {
		for i := range r.Fields {
			switch f := &r.Fields[i]; {
			case f.Parts != nil || f.Kind != Line && f.Kind != Inline && f.Kind != Blocks:
				if f.Manner != Foreign {
					t.Errorf("%s.%s is no text and has a manner", r.Name, f.Key)
				}
			case f.Kind != Line && f.Manner == Foreign && (r.Manner == nil || r.Manner(&Translation{}, "fr") != Foreign):
				t.Errorf("%s.%s holds sentences: in which manner?", r.Name, f.Key)
			}
		}
	})
}

// The manner of a text is that of its key, unless the group round it is taken otherwise.
func TestWords(t *testing.T) {
	text := func(s string) Text { return Text{Value: s} }
	e := &Entry{
		Term: text("own"), Definition: text("own"), Sort: text("none"), Tags: []Text{text("none")}, Notes: []Text{text("own"), text("own")},
		Examples: []Example{
			{Text: text("own"), Source: &Source{Type: text("adapted"), Title: text("none"), Authors: []Text{text("none")}}},
			{Text: text("cited"), Source: &Source{Type: text(Quotation), Title: text("cited"), Language: text("fr-BE")}},
			{Text: text("none"), Source: &Source{Type: text(Quotation), Title: text("none"), Language: text("en")}},
		},
		Synonyms:     []Designation{{Term: text("cited"), Plural: text("cited"), Reason: text("own"), Authority: &Authority{Name: text("none")}}},
		Translations: []Translation{{Term: text("none"), Definition: text("none"), Synonyms: []Designation{{Term: text("none"), Reason: text("none")}}}},
		Further:      []Reading{{Title: text("none")}, {Title: text("cited"), Language: text("fr")}},
		Illustration: &Illustration{Alt: text("own"), Credit: text("own"), File: text("none")},
		Contributors: []Contributor{{Name: text("none"), Organization: text("none")}},
	}
	got := map[string]int{}
	names := map[Manner]string{Prose: "own", Cited: "cited"}
	EntryRecord.Words(e, "fr-CA", func(t *Text, m Manner) { got[t.Value+" "+names[m]]++ })
	if len(got) != 2 || got["own own"] != 8 || got["cited cited"] != 5 {
		t.Errorf("%v", got)
	}

	l := &Lexicon{Title: text("own"), Publisher: text("none"), Version: text("none"), ProtectedNames: []Text{text("none")},
		Domains: []Domain{{Labels: []Label{{Language: text("en"), Value: text("none")}, {Language: text("fr"), Value: text("own")}}}}}
	clear(got)
	LexiconRecord.Words(l, "fr-CA", func(t *Text, m Manner) { got[t.Value+" "+names[m]]++ })
	if len(got) != 1 || got["own own"] != 2 {
		t.Errorf("%v", got)
	}
}

func TestTypographyOfALexicon(t *testing.T) {
	for _, c := range []struct{ language, style, want string }{
		{"fr-CA", "", "fr-CA"}, {"fr", "", "fr-CA"}, {"fr-CH", "", "fr-FR"}, {"fr-CA", "fr-FR", "fr-FR"}, {"fr-FR", "fr-CA", "fr-CA"},
		{"fr-FR", "none", "none"}, {"en-CA", "", "none"}, {"en-CA", "fr-CA", "none"},
	} {
		l := &Lexicon{Language: Text{Value: c.language}}
		if c.style != "" {
			l.Style = &Style{Typography: Text{Value: c.style}}
		}
		if l.Typography() != locale.TypographyFor(c.want) {
			t.Errorf("%s, %s: not %s", c.language, c.style, c.want)
		}
	}
}
