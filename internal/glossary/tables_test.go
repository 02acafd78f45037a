package glossary

import "testing"

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
