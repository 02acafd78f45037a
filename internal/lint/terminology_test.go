package lint

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

// terminologyRules are the rules about how terms are defined and words are used.
var terminologyRules = []*Rule{
	circularDefinition, commonWord, definitionCapital, definitionEnd, definitionLength, definitionOpening, headwordForm, inclusiveStyle, jargonChain, longSentence, middleDot,
	unmarkedTrademark, vagueDefinition, webSpelling,
}

// What each rule says of an entry, and of those that look like one it speaks of.
func TestTerminology(t *testing.T) {
	for _, c := range []struct{ term, more, definition, want string }{
		{"boucle D", "", "Boucle d’ADN simple brin.", ""},
		{"SI", "", "Ensemble de moyens, si bien nommé.", ""},
		{"œuvre ouverte", "", "Création, aussi dite oeuvre ouverte.", ""},
		{"mot-dièse", "", "Suite de lettres, dite mot-dièse, après un signe.", "circular-definition"},
		{"cheval de Troie", "", "Programme qui, comme le cheval de Troie, cache autre chose.", "circular-definition"},
		{"licence libre", "", "Contrat, parmi d’autres licences, libre de droits.", ""},
		{"licence libre", "", "Contrat, nommé licence. Libre à chacun.", "definition-length"},
		{"C++", "", "Langage qui ressemble à C.", ""},
		{"balise", "", "Émetteur qui n’est pas une « balise ».", "common-word"},
		{"terminal", "synonyms: [{term: borne, kind: short}]\n", "Borne où l’on consulte des données.", ""},
		{"terminal", "synonyms: [borne interactive]\n", "Borne interactive où l’on consulte des données.", "circular-definition"},
		{"adobe", "", "1. Brique durcie au soleil.", ""},
		{"adobe", "", "1. Brique durcie au soleil. 2. Mur de ces briques.", "definition-length"},
		{"adobe", "", "Brique de M. Tremblay, no 3, p. ex. Grise (v. 2.5).", ""},
		{"adobe", "", "Brique dont on dit « Qui est-ce ? » et « Va. Reviens. ».", ""},
		{"adobe", "", "Brique… Une seule.", "definition-length"},
		{"adobe", "", "Est une brique.", "definition-opening"},
		{"adobe", "", "Estuaire de sable.", ""},
		{"adobe", "", "Le ou la plus belle des briques.", ""},
		{"adobe", "", "Le fait d’être fait de terre.", "definition-opening"},
		{"adobe", "", "Lentement séchée, brique du soleil.", ""},
		{"adobe", "", "Se dit d’une brique.", "definition-opening"},
		{"adobe", "", "Brique etcaetera.", ""},
		{"adobe", "", "Brique vue sur [le site](https://example.org/).", ""},
		{"adobe", "", "Brique vue sur <https://example.org/>.", "vague-definition"},
		{"adobe", "", "iPad en brique.", ""},
		{"adobe", "", "à la fois terre et paille.", "definition-capital"},
		{"adobe", "", "« brique » de terre.", ""},
		{"adobe", "", "Brique **crue**.", ""},
		{"adobe", "", "Brique *crue.*", ""},
		{"adobe", "", "Brique (crue.)", ""},
		{"adobe", "", "Brique (crue)", "definition-end"},
		{"État-nation", "", "Pays.", ""},
		{"Web sémantique", "", "Ensemble de données liées.", ""},
		{"YouTube", "", "Plateau de vidéos.", "unmarked-trademark"},
		{"YouTube", "trademark: true\n", "Plateau de vidéos.", ""},
		{"La Fabrique", "", "Lieu.", "headword-form"},
		{"l’atelier", "", "Lieu.", "headword-form"},
		{"inc.", "", "Société.", ""},
		{"effet zoom", "", "Agrandissement.", ""},
		{"tableau excel", "", "Feuille de calcul.", ""},
		{"réseau wi-fi", "", "Réseau sans fil.", "unmarked-trademark"},
		{"site web", "notes: [Voir un site Web ou deux sites web., Le World Wide Web et web.example.org.]\n", "Pages liées.", "web-spelling"},
		{"adobe", "notes: [apprenti·e·s, Des participant(e)s.]\n", "Brique.", "inclusive-style"},
		{"adobe", "notes: [Des option(s) et directeur/trice.example]\n", "Brique.", "inclusive-style"},
		{"adobe", "notes: [a • e, col•legi]\n", "Brique.", ""},
	} {
		fsys := casetest.Base()
		lexicon := string(fsys["lexicon.yaml"].Data) + "style: {inclusive: middle-dot}\n"
		fsys["lexicon.yaml"] = &fstest.MapFile{Data: []byte(lexicon)}
		fsys["terms/essai.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "term: %s\npos: noun\ngender: masculine\nnumber: invariable\ndomains: [outils]\n%sdefinition: >-\n  %s\n", c.term, c.more, c.definition)}
		g, reading := read(t, fsys)
		if len(reading) > 0 {
			t.Errorf("%s: %s: %v", c.term, reading[0].Code, reading[0].Args)
		}
		var got []string
		for _, d := range run(g, nil, nil, terminologyRules) {
			got = append(got, d.Code)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s: %s: %q, want %q", c.term, c.more, c.definition, got, c.want)
		}
	}
}

// A lexicon in another language is not held to what French asks for.
func TestTerminologyIsFrench(t *testing.T) {
	fsys := casetest.Base()
	lexicon := strings.Replace(string(fsys["lexicon.yaml"].Data), "fr-CA", "en-CA", 1) + "style: {inclusive: doublets}\n"
	fsys["lexicon.yaml"] = &fstest.MapFile{Data: []byte(lexicon)}
	fsys["terms/site.yaml"] = &fstest.MapFile{Data: []byte("term: Site\npos: noun\ndomains: [outils]\ndefinition: le Site. Du Web, sur le web, apprenti•e, etc\n")}
	g, _ := read(t, fsys)
	for _, d := range run(g, nil, source.Codes, terminologyRules) {
		t.Errorf("%s: %v", d.Code, d.Args)
	}
}

// Texts made to be slow take a time that grows with their length, whatever they repeat.
func TestTerminologyTakesLinearTime(t *testing.T) {
	for _, unit := range []string{"a", "mot ", "Mot. ", "« ", "« » ", "le Web sur le web ", "web", "etc", "etc ", "mot·e ", "mot(e ", "mot•e ", ". ", ".)", "[[a]] ", "*a* ", "œ", "www.", "mot\u00A0", "l’", "d’un "} {
		took := func(size int) time.Duration {
			text := strings.Repeat(unit, size/len(unit))
			fsys := casetest.Base()
			fsys["lexicon.yaml"] = &fstest.MapFile{Data: append(fsys["lexicon.yaml"].Data, "style: {inclusive: doublets}\n"...)}
			fsys["terms/essai.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "term: %[1]q\npos: noun\ngender: both\ndomains: [outils]\ndefinition: %[1]q\nin_brief: %[1]q\nnotes: [%[1]q]\n", text)}
			g, _ := read(t, fsys)
			start := time.Now()
			run(g, nil, nil, terminologyRules)
			return time.Since(start)
		}
		if long := took(400_000); long > 2*time.Second && long > 20*took(100_000) {
			t.Errorf("%q: %v", unit, long)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Une. Deux! Trois? Quatre… Cinq", "Une.|Deux!|Trois?|Quatre…|Cinq"},
		{"Un : Deux; Trois, p. ex. Roy, no. 3.5, M. Roy et J. Roy, etc., v. 2. suite", "Un : Deux; Trois, p. ex. Roy, no. 3.5, M. Roy et J. Roy, etc., v. 2. suite"},
		{"Il dit « Va. Reviens. » et part.  *Puis* rien.\n", "Il dit « Va. Reviens. » et part.|*Puis* rien."},
		{"« Va. »\n« Reviens. » (Non.) Oui.", "« Va. »\n« Reviens. » (Non.)|Oui."},
	} {
		var got []string
		for start, end := range sentences(c.text) {
			got = append(got, c.text[start:end])
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestJargonIn(t *testing.T) {
	for _, c := range []struct {
		text  string
		known []glossary.Place
		want  string
	}{
		{"API REST IoT", nil, "API REST IoT"},
		{"API REST", nil, ""},
		{"API REST en 2026 IoT", nil, ""},
		{"API REST, IoT", nil, ""},
		{"API et REST de l’IoT en MP3", nil, "API et REST de l’IoT en MP3"},
		{"API REST IoT", []glossary.Place{{Start: 0, End: 3}}, ""},
		{"API REST IoT MP3", []glossary.Place{{Start: 0, End: 3}}, "REST IoT MP3"},
		{"API REST IoT CMS ou RFID", []glossary.Place{{Start: 4, End: 16}}, ""},
		{"sociologies thématiques interconnectées", nil, "sociologies thématiques interconnectées"},
		{"Saint-Jean, Trois-Rivières et Saint-Roch-des-Aulnaies Saint-Luc", nil, ""},
		{"isé matique iel", nil, ""},
	} {
		got := ""
		for _, chain := range jargonIn(c.text, c.known) {
			got += c.text[chain.start:chain.end]
		}
		if got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// A small lexicon may hold entries that stand alone.
func TestIsolatedConceptOfASmallLexicon(t *testing.T) {
	files := map[string]string{}
	for _, id := range []string{"a", "b", "c", "d", "e", "f"} { // with three of the clean lexicon
		files["terms/"+id+".yaml"] = ""
	}
	expect(t, brief(check(t, over(files), "isolated-concept")))
	files["terms/g.yaml"] = "related: [a]\n"
	files["terms/f.yaml"] = "notes: [\"Voir [[inconnu]].\"]\n"
	files["terms/e.yaml"] = "status: draft\n"
	expect(t, brief(check(t, over(files), "isolated-concept"), "term"),
		"terms/b.yaml:1:7 isolated-concept b", "terms/c.yaml:1:7 isolated-concept c", "terms/d.yaml:1:7 isolated-concept d")
}
