package glossary

import "testing"

func text(s string) Text { return Text{Value: s} }

func TestWithOverlaysAndKeeps(t *testing.T) {
	e := &Entry{ID: "etabli", Term: text("établi"), Notes: []Text{text("du lexique")}, Formerly: []Text{text("table")}}
	other := &Entry{ID: "gouge", Term: text("gouge")}
	g := Link(Input{Lexicon: &Lexicon{}, Entries: []*Entry{e, other}})
	ed := &Edition{Overrides: []Override{
		{ID: text("table"), Term: text("table de travail"), Notes: []Text{text("de l’édition")}, Synonyms: []Designation{{Term: text("banc")}}},
		{ID: text("absent"), Term: text("rien")},
	}}
	changed := g.With(ed).Entry("etabli")

	if changed.Term.Value != "table de travail" {
		t.Errorf("the headword is %q", changed.Term.Value)
	}
	var synonyms []string
	for _, s := range changed.Synonyms {
		synonyms = append(synonyms, s.Term.Value)
	}
	if len(synonyms) != 2 || synonyms[0] != "établi" || synonyms[1] != "banc" {
		t.Errorf("synonyms %q: the lexicon's headword must stay findable", synonyms)
	}
	if len(changed.Notes) != 2 || changed.Notes[0].Value != "de l’édition" || changed.Notes[1].Value != "du lexique" {
		t.Errorf("notes %v", changed.Notes)
	}
	if e.Term.Value != "établi" || len(e.Notes) != 1 || len(e.Synonyms) != 0 {
		t.Error("the lexicon itself was changed")
	}
	if g.With(ed).Entry("gouge") != other {
		t.Error("an entry without an override was copied")
	}
	found := false
	for _, v := range changed.Values {
		found = found || v.Text.Value == "de l’édition"
	}
	if !found {
		t.Error("the edition's words are not among the values")
	}
}

func TestTheCoverOfAnEdition(t *testing.T) {
	bare, dressed := &Lexicon{}, &Lexicon{Cover: &Cover{Image: text("l.gif"), Logo: text("l.png"), Color: text("#111111")}}
	own := &Edition{Cover: &Cover{Image: text("e.png"), Color: text("#222222")}}
	for _, test := range []struct {
		lexicon            *Lexicon
		edition            *Edition
		image, logo, color string
	}{
		{bare, nil, "", "", ""},
		{bare, own, "e.png", "", "#222222"},
		{dressed, nil, "l.gif", "l.png", "#111111"},
		{dressed, &Edition{}, "", "l.png", "#111111"},
		{dressed, own, "e.png", "l.png", "#222222"},
	} {
		if c := test.lexicon.CoverOf(test.edition); c.Image.Value != test.image || c.Logo.Value != test.logo || c.Color.Value != test.color {
			t.Errorf("image %q, logo %q, colour %q", c.Image.Value, c.Logo.Value, c.Color.Value)
		}
	}
}
