package glossary

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// formsOf tells the forms of an entry, a rank a line.
func formsOf(e *Entry, language string) string {
	lines := make([]string, Ranks)
	for _, f := range e.Forms(language) {
		lines[f.Rank] += ", " + f.Text
		if f.Language != language {
			lines[f.Rank] += " " + f.Language
		}
		if f.Avoid != nil {
			lines[f.Rank] += " !" + f.Avoid.Term.Value
		}
	}
	for i := range lines {
		lines[i] = strings.TrimPrefix(lines[i], ", ")
	}
	return strings.TrimRight(strings.Join(lines, " | "), " |")
}

func TestForms(t *testing.T) {
	noun := func(edit func(*Entry)) func(*Entry) {
		return func(e *Entry) {
			e.POS = text("noun")
			edit(e)
		}
	}
	synonym := func(term, status, kind string) Designation {
		return Designation{Term: text(term), Status: text(status), Kind: text(kind)}
	}
	for _, test := range []struct {
		term string
		edit func(*Entry)
		want string
	}{
		{"atelier", noun(func(*Entry) {}), "atelier, ateliers"},
		{"atelier de fabrication", noun(func(*Entry) {}), "atelier de fabrication, ateliers de fabrication"},
		{"tiers-lieu", noun(func(*Entry) {}), "tiers-lieu"}, // no rule knows
		{"tiers-lieu", noun(func(e *Entry) { e.Plural = text("tiers-lieux") }), "tiers-lieu, tiers-lieux"},
		{"cotravail", noun(func(e *Entry) { e.Number = text("singular") }), "cotravail"},
		{"EPUB", noun(func(e *Entry) { e.Number = text("invariable") }), "EPUB"},
		{"code QR", noun(func(*Entry) {}), "code QR, codes QR"},
		{"données ouvertes", noun(func(e *Entry) {
			e.Number = text("plural")
			e.Synonyms = []Designation{synonym("données libres", "", "")}
			e.Translations = []Translation{{Language: text("en"), Term: text("open data sets")}}
		}), "données ouvertes, donnée ouverte | données libres, donnée libre | open data sets en"},
		{"animateur", noun(func(e *Entry) { e.Gender = text("both") }), "animateur, animateurs, animatrice, animatrices"},
		{"maire", noun(func(e *Entry) { e.Gender, e.Feminine = text("both"), text("mairesse") }), "maire, mairesse, maires, mairesses"},
		{"pirate", noun(func(e *Entry) { e.Gender = text("both") }), "pirate, pirates"},
		{"participant·e", noun(func(e *Entry) { e.Gender = text("both") }), "participant·e, participant, participante, participants, participantes"},
		{"collaboratif", func(e *Entry) {
			e.POS = text("adjective")
			e.Synonyms = []Designation{synonym("commun", "", "")}
		}, "collaboratif, collaboratifs, collaborative, collaboratives | commun, communs, commune, communes"},
		{"partager", func(e *Entry) {
			e.POS = text("verb")
			e.Translations = []Translation{{Language: text("en"), Term: text("share"), POS: text("noun")}}
		}, "partager |  | share en, shares en"},
		{"réalité augmentée", noun(func(e *Entry) {
			mark := synonym("Regard", Admitted, "")
			mark.Trademark = text("true")
			e.Synonyms = []Designation{synonym("lunette", Discouraged, ""), synonym("RA", "", "acronym"), synonym("réa", Contextual, "abbreviation"), mark}
		}), "réalité augmentée, réalités augmentées | RA, réa, Regard |  | lunette !lunette, lunettes !lunette"},
		// One form for what a search cannot tell apart, under its best rank; what is to be avoided is still known.
		{"cotravail", noun(func(e *Entry) {
			e.Number = text("singular")
			e.Synonyms = []Designation{synonym("coworking", Discouraged, ""), synonym("Co-Working", Obsolete, ""), synonym("côtravail", "", "")}
			e.Translations = []Translation{{Language: text("en"), Term: text("coworking"), Synonyms: []Designation{synonym("co-working", "", "")}}}
			e.Formerly = []Text{text("co-travail"), text("cotravail")}
		}), "cotravail |  | coworking en !coworking, co-working en !Co-Working | co-travail"},
		{"établi", noun(func(e *Entry) {
			e.Synonyms = []Designation{synonym("bench", Discouraged, "")}
			e.Translations = []Translation{
				{Language: text("en"), Term: text("workbench"), Synonyms: []Designation{synonym("bench", "", ""), synonym("table", "", "")}},
			}
		}), "établi, établis |  | workbench en, workbenches en, bench en !bench, benches en !bench, table en, tables en | benchs !bench"},
		{"…", nil, "…"},
		{"\u200b", nil, ""},
	} {
		e := concept("essai", func(e *Entry) {
			e.Term = text(test.term)
			if test.edit != nil {
				test.edit(e)
			}
		})
		if got := formsOf(e, "fr-CA"); got != test.want {
			t.Errorf("%s: got %s, want %s", test.term, got, test.want)
		}
	}
	maker := concept("maker", noun(func(e *Entry) { e.Gender = text("both") }))
	if got := formsOf(maker, "en"); got != "maker, makers" {
		t.Errorf("in English: %s", got)
	}
}

// A form knows what it comes from.
func TestFormsKnowTheirOrigin(t *testing.T) {
	e := concept("realite", func(e *Entry) {
		e.POS = text("noun")
		e.Synonyms = []Designation{{Term: text("RA"), Kind: text("acronym")}, {Term: text("vue")}}
		e.Formerly = []Text{text("ancienne")}
	})
	got := map[string]*Form{}
	forms := e.Forms("fr")
	for i := range forms {
		got[forms[i].Text] = &forms[i]
	}
	if f := got["realites"]; f.Of != &e.Term || f.As != nil || f.IsShortened() {
		t.Errorf("%+v", f)
	}
	if f := got["RA"]; f.As != &e.Synonyms[0] || !f.IsShortened() {
		t.Errorf("%+v", f)
	}
	if f := got["vues"]; f.As != &e.Synonyms[1] || f.Of != &e.Synonyms[1].Term || f.IsShortened() {
		t.Errorf("%+v", f)
	}
	if f := got["ancienne"]; f.Of != &e.Formerly[0] || f.Rank != RankDiscouraged || f.Avoid != nil {
		t.Errorf("%+v", f)
	}
}

// What is a word of two languages has its forms in each.
func TestFormsIn(t *testing.T) {
	e := concept("forum", func(e *Entry) {
		e.POS = text("noun")
		e.Translations = []Translation{
			{Language: text("fr"), Term: text("place")},
			{Language: text("en"), Term: text("forum"), Synonyms: []Designation{
				{Term: text("agora"), Plural: text("agorae"), Status: text("obsolete")}, {Term: text("Forum")}, {Term: text("FRM"), Kind: text("acronym")},
			}},
		}
	})
	in := &e.Translations[1]
	var got []string
	for _, f := range e.FormsIn(in) {
		of := "term"
		for i := range in.Synonyms {
			if f.As == &in.Synonyms[i] {
				of = in.Synonyms[i].Term.Value
			}
		}
		got = append(got, f.Text+strings.Join(append([]string{""}, f.Also...), "/")+" of "+of)
		if f.Language != "en" || f.Rank != RankEquivalent {
			t.Errorf("%+v", f)
		}
	}
	want := []string{"forum/Forum of term", "forums/Forums of term", "agora of agora", "agorae of agora", "FRM of FRM"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

// The work grows with the number of designations, whatever they are.
func TestFormsOfManyDesignations(t *testing.T) {
	e := concept("mot", nil)
	for i := range 50_000 {
		e.Synonyms = append(e.Synonyms, Designation{Term: text(fmt.Sprintf("mot %d", i/2))})
	}
	start := time.Now()
	forms := e.Forms("fr")
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	keys := make([]string, len(forms))
	for i := range forms {
		keys[i] = forms[i].Key
	}
	slices.Sort(keys)
	if len(forms) != 25_001 || len(slices.Compact(keys)) != len(forms) {
		t.Errorf("%d forms", len(forms))
	}
}
