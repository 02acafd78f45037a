package locale

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPlural(t *testing.T) {
	for _, c := range []struct{ tag, singular, plural string }{
		// By the end of the word.
		{"fr-CA", "atelier", "ateliers"}, {"fr", "accès", "accès"}, {"fr", "choix", "choix"}, {"fr", "nez", "nez"},
		{"fr", "canal", "canaux"}, {"fr", "festival", "festivals"}, {"fr", "carnaval", "carnavals"}, {"fr", "joual", "jouals"},
		{"fr", "périnatal", "périnatals"}, {"fr", "portail", "portails"}, {"fr", "vitrail", "vitraux"}, {"fr", "travail", "travaux"},
		{"fr", "cotravail", "cotravaux"}, {"fr", "télétravail", "télétravaux"}, {"fr", "tableau", "tableaux"}, {"fr", "noyau", "noyaux"},
		{"fr", "jeu", "jeux"}, {"fr", "vœu", "vœux"}, {"fr", "lieu", "lieux"}, {"fr", "pneu", "pneus"}, {"fr", "landau", "landaus"},
		{"fr", "bidou", "bidous"}, {"fr", "genou", "genoux"}, {"fr", "œil", "yeux"}, {"fr", "Œil", "Yeux"}, {"fr", "Écran tactile", "Écrans tactiles"}, {"fr", "QR", "QR"}, {"fr", "iPad", "iPad"}, {"fr", "עברית", ""}, {"fr", "café (lieu)", ""},
		{"fr", "maître", "maîtres"}, {"fr", "wiki", "wikis"}, {"fr", "blogue", "blogues"},
		// Groups of words vary up to the preposition; signs, names and words beside a noun do not vary.
		{"fr", "atelier de fabrication", "ateliers de fabrication"}, {"fr", "réalité augmentée", "réalités augmentées"},
		{"fr", "espace d’exposition", "espaces d’exposition"}, {"fr", "gestionnaire de communauté", "gestionnaires de communauté"},
		{"fr", "code QR", "codes QR"}, {"fr", "impression 3D", "impressions 3D"}, {"fr", "site Web", "sites Web"},
		{"fr", "découpeuse laser", "découpeuses laser"}, {"fr", "jeu vidéo", "jeux vidéo"}, {"fr", "vidéo", "vidéos"},
		{"fr", "bien commun", "biens communs"}, {"fr", "œuvre libre et ouverte", "œuvres libres et ouvertes"},
		{"fr", "mise à jour", "mises à jour"}, {"fr", "outil  libre", "outils  libres"},
		// What no rule gives.
		{"fr", "tiers-lieu", ""}, {"fr", "mot-clic", ""}, {"fr", "mot-clic libre", ""}, {"fr", "atelier de fabrication collaboratif", ""}, {"fr", "", ""},
		{"de", "Werkstatt", ""}, {"mul", "x", ""},
		{"en", "workshop", "workshops"}, {"en", "hub", "hubs"}, {"en", "hash", "hashes"}, {"en", "strategy", "strategies"}, {"en", "key", "keys"},
		{"en", "community of practice", "communities of practice"}, {"en", "API", "APIs"}, {"en", "chairman", "chairmen"}, {"en", "open data", ""},
	} {
		got, ok := Plural(c.tag, c.singular)
		if !ok {
			got = ""
		}
		if got != c.plural {
			t.Errorf("Plural(%q, %q) = %q, want %q", c.tag, c.singular, got, c.plural)
		}
	}
}

func TestSingular(t *testing.T) {
	for plural, want := range map[string]string{
		"données ouvertes": "donnée ouverte", "métadonnées": "métadonnée", "réseaux": "réseau", "médias sociaux": "",
		"communs numériques": "commun numérique", "journaux": "", "droits d’auteur": "droit d’auteur", "Web": "", "express": "",
	} {
		got, ok := Singular("fr", plural)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("Singular(%q) = %q, want %q", plural, got, want)
		}
	}
	if got, ok := Singular("en", "data"); ok {
		t.Errorf("of an English word: %q", got)
	}
}

func TestFeminine(t *testing.T) {
	for masculine, want := range map[string]string{
		"bidouilleur": "bidouilleuse", "animateur": "animatrice", "éditeur": "éditrice", "acteur": "actrice", "locuteur": "locutrice",
		"recruteur": "recruteuse", "chanteur": "", "usager": "usagère", "créatif": "créative", "nombreux": "nombreuse", "culturel": "culturelle",
		"citoyen": "citoyenne", "breton": "bretonne", "muet": "muette", "complet": "complète", "ouvert": "ouverte", "connecté": "connectée",
		"local": "locale", "artisan": "artisane", "bénévole": "bénévole", "public": "publique", "professeur": "professeure", "antérieur": "antérieure",
		"Directeur": "", "nouveau": "nouvelle", "laïc": "", "code QR": "code QR", "QR": "", "tiers-lieu": "",
		"travailleur autonome": "travailleuse autonome", "animateur de communauté": "animatrice de communauté", "créateur Web": "créatrice Web",
	} {
		got, ok := Feminine("fr", masculine)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("Feminine(%q) = %q, want %q", masculine, got, want)
		}
	}
	if got, ok := Feminine("en", "actor"); ok {
		t.Errorf("of an English word: %q", got)
	}
}

func TestComplement(t *testing.T) {
	for phrase, want := range map[string]string{
		"atelier de fabrication": "atelier|de fabrication", "levier d’innovation": "levier|d’innovation", "levier d'innovation": "levier|d'innovation",
		"code QR": "code QR|", "de facto": "de facto|", "mise à jour": "mise|à jour", "": "|", "espace  de travail": "espace|de travail",
	} {
		if head, complement := Complement(phrase); head+"|"+complement != want {
			t.Errorf("Complement(%q) = %q, %q, want %q", phrase, head, complement, want)
		}
	}
}

// Whatever the text, inflections are texts too, and what stands after the first preposition is left as it is.
func FuzzInflect(f *testing.F) {
	for _, s := range []string{"atelier de fabrication", "œuvre", "ŒIL", "l’", "a\u00a0b", "s", "aux", "d’", "É de"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		_, complement := Complement(s)
		for _, tag := range []string{"fr", "en"} {
			if p, ok := Plural(tag, s); ok && (!utf8.ValidString(p) || tag == "fr" && !strings.HasSuffix(p, complement)) {
				t.Errorf("Plural(%q, %q) = %q", tag, s, p)
			}
		}
		if w, ok := Singular("fr", s); ok {
			if back, _ := Plural("fr", w); back != s && !strings.EqualFold(back, s) {
				t.Errorf("the plural of %q, made of %q, is %q", w, s, back)
			}
		}
		if w, ok := Feminine("fr", s); ok && !utf8.ValidString(w) {
			t.Errorf("Feminine(%q) = %q", s, w)
		}
	})
}
