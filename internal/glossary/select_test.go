package glossary

import (
	"slices"
	"strings"
	"testing"
)

// texts makes values of words separated by spaces.
func texts(words string) []Text {
	var list []Text
	for _, w := range strings.Fields(words) {
		list = append(list, Text{Value: w})
	}
	return list
}

func TestSelect(t *testing.T) {
	entry := func(id, domains, level, tags, status string) *Entry {
		return &Entry{ID: id, Domains: texts(domains), Level: Text{Value: level}, Tags: texts(tags), Status: Text{Value: status}}
	}
	former := entry("banc", "lieux outils", "", "bois", "")
	former.Formerly = texts("etal")
	g := Link(Input{Lexicon: &Lexicon{}, Entries: []*Entry{
		entry("atelier", "lieux", "beginner", "visite", ""),
		former,
		entry("ebauche", "lieux", "beginner", "visite bois", Draft),
		entry("gouge", "outils", "advanced", "bois", "proposed"),
		entry("varlope", "outils", "beginner", "", Retired),
	}})
	for _, c := range []struct {
		name   string
		choice *Selection
		want   string
	}{
		{"nothing asked", nil, "atelier banc gouge varlope"},
		{"an empty selection", &Selection{}, "atelier banc gouge varlope"},
		{"a domain", &Selection{Domains: texts("lieux")}, "atelier banc"},
		{"any of two domains", &Selection{Domains: texts("lieux outils")}, "atelier banc gouge varlope"},
		{"a domain and a level", &Selection{Domains: texts("lieux"), Levels: texts("beginner advanced")}, "atelier"},
		{"a domain and a tag", &Selection{Domains: texts("outils"), Tags: texts("bois visite")}, "banc gouge"},
		{"criteria that nothing meets", &Selection{Domains: texts("lieux"), Levels: texts("advanced")}, ""},
		{"entries named alone", &Selection{IDs: texts("gouge atelier")}, "atelier gouge"},
		{"entries named besides", &Selection{Domains: texts("lieux"), IDs: texts("gouge")}, "atelier banc gouge"},
		{"a former id", &Selection{IDs: texts("etal")}, "banc"},
		{"exceptions last", &Selection{Domains: texts("lieux"), IDs: texts("gouge"), Except: texts("gouge etal")}, "atelier"},
		{"exceptions alone", &Selection{Except: texts("atelier")}, "banc gouge varlope"},
		{"a draft named", &Selection{IDs: texts("ebauche gouge")}, "gouge"},
		{"an id that leads nowhere", &Selection{IDs: texts("rabot")}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, e := range g.Select(&Edition{Select: c.choice}) {
				got = append(got, e.ID)
			}
			if want := strings.Fields(c.want); !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
	if got := len(g.Select(nil)); got != 4 {
		t.Errorf("the whole lexicon has %d published entries, want 4", got)
	}
}
