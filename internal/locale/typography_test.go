package locale

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// rounds is how often a text is mended: what is certain must be exhausted by then.
const rounds = 8

// mendOnce makes what is certain, and reports whether there was anything.
func mendOnce(text string, slips []Slip) (string, bool) {
	var b strings.Builder
	done := 0
	certain := false
	for _, s := range slips {
		if s.Certain {
			b.WriteString(text[done:s.Start])
			b.WriteString(s.Text)
			done = s.End
			certain = true
		}
	}
	return b.String() + text[done:], certain
}

func mendText(t Typography, text string) string {
	for range rounds {
		text, _ = mendOnce(text, t.Slips(text, nil))
	}
	return text
}

// visible shows no-break spaces as they are written in the tests: ~ for U+00A0, ^ for U+202F.
var visible, invisible = strings.NewReplacer(nbsp, "~", nnbsp, "^"), strings.NewReplacer("~", nbsp, "^", nnbsp)

var typographyTests = []struct{ kind, in, canada, france string }{
	{"space", "a ; b ! c ? d : e", "a; b! c? d~: e", "a^; b^! c^? d~: e"},
	{"space", "Allo~; oui~! non~? et^: b", "Allo; oui! non? et~: b", "Allo~; oui~! non~? et~: b"},
	{"space", "Allo^; oui^! non^?", "=", "="},
	{"space", "mot: autre; bon! vrai? Oui", "mot~: autre; bon! vrai? Oui", "mot~: autre^; bon^! vrai^? Oui"},
	{"space", "mot :autre, mot ,autre . Fin .", "mot~: autre, mot, autre. Fin.", "="},
	{"space", "mot,autre;mot!Mot?Mot", "mot, autre; mot! Mot? Mot", "mot, autre^; mot^! Mot^? Mot"},
	{"space", "mot ;mot ?Mot !Mot ?x !important a != b", "mot; mot? Mot! Mot ?x !important a != b", "mot^; mot^? Mot^! Mot ?x !important a != b"},
	{"space", "le domaine .org et .NET, « … » et […] puis … rien", "le domaine .org et .NET, «~…~» et […] puis … rien", "="},
	{"space", "14:30, 16:9, 3 : 4, std::vector, :-) ;-) :) alt: « alt: »", "14:30, 16:9, 3 : 4, std::vector, :-) ;-) :) alt~: «~alt:~»", "="},
	{"space", "«mot» et « mot » et «~mot~»", "«~mot~» et «~mot~» et «~mot~»", "="},
	{"space", "«^mot^»", "«~mot~»", "«^mot^»"},
	{"space", "( mot ) [ mot ] « un “ mot ” »", "(mot) [mot] «~un “mot”~»", "="},
	{"space", "deux  mots   ici", "deux mots ici", "="},
	{"space", "a\n-   item\n1.  un\n\n  suite  \nfin", "=", "="},
	{"space", "On dit « Quoi ? » puis « non ! ».", "On dit «~Quoi?~» puis «~non!~».", "On dit «~Quoi^?~» puis «~non^!~»."},
	{"space", "https: ou mailto: ici, R&D; &nbsp;ou &amp;co", "=", "https: ou mailto: ici, R&D^; &nbsp;ou &amp;co"},
	{"space", "voir http://a.org/?a=1;b et www.a.org:80, a@b.org, c:\\dossier, lire.txt", "=", "="},
	{"space", "**Note :** oui, **Note:** non", "**Note~:** oui, **Note:** non", "="},
	{"space", "Quoi?! Ah!!", "Quoi?! Ah!!", "Quoi^?! Ah^!!"},
	{"guillemets", `un "mot" et "deux mots", ("trois").`, "un «~mot~» et «~deux mots~», («~trois~»).", "="},
	{"guillemets", `il dit “oui” et „non“`, "il dit «~oui~» et «~non~»", "="},
	{"guillemets", `un écran de 12" et de 15", un "mot`, "=", "="},
	{"guillemets", `il dit " oui " puis l'"atelier"`, "il dit «~oui~» puis l’«~atelier~»", "="},
	{"guillemets", "un \"mot\n\nautre\" mot", "=", "="},
	{"guillemets", `alt="" et lang="fr" et {"a": "b"}`, "=", "="},
	{"guillemets", `sur le modèle ids="A1 A2 l'A3…". Puis "mot".`, "sur le modèle ids=\"A1 A2 l'A3…\". Puis «~mot~».", "="},
	{"space", "écrire «~status: draft~», (date: 2026-11-22) ou «~a: [b]~»; il faut~: term: mot", "=", "écrire «~status: draft~», (date: 2026-11-22) ou «~a: [b]~»^; il faut~: term: mot"},
	{"space", "les signes “ et ”, ( | ), ; ! ? et \"…\"", "=", "="},
	{"space", "(display: none) des “ ou ‘ manquants", "=", "="},
	{"guillemets", `« il dit "oui" »`, "«~il dit \"oui\"~»", "="},
	{"guillemets", `"il dit “oui” ici"`, "«~il dit “oui” ici~»", "="},
	{"guillemets", `"voir https://a.org/x"`, "«~voir https://a.org/x~»", "="},
	{"apostrophe", "l'atelier, aujourd'hui, qu´il, l`eau, d‘or", "l’atelier, aujourd’hui, qu’il, l’eau, d’or", "="},
	{"apostrophe", "5' et 6'2, f'(x), 'mot', rock 'n' roll", "=", "="},
	{"apostrophe", "l'« atelier », l'*habitat*, d'[[a|b]], d'1 km, l''eau", "l’«~atelier~», l’*habitat*, d’[[a|b]], d’1~km, l’eau", "="},
	{"apostrophe", "l'Etat, l’Ecole", "l’État, l’École", "="},
	{"ellipsis", "et puis... rien. Ah... [...] (...)", "et puis… rien. Ah… […] (…)", "="},
	{"ellipsis", "../chemin .... f(...args) a..b", "=", "="},
	{"etc", "des livres, des films etc... Puis", "des livres, des films, etc. Puis", "="},
	{"etc", "a, b, etc… et (etc.) ou un etc. et des livres etc.", "a, b, etc. et (etc.) ou un etc. et des livres etc.", "="},
	{"ligature", "Oeuvre, OEUVRE, coeurs, main-d'oeuvre, noeud, oeil, voeux, écoeurée, désoeuvré, Oedipe, foetus", "Œuvre, ŒUVRE, cœurs, main-d’œuvre, nœud, œil, vœux, écœurée, désœuvré, Œdipe, fœtus", "="},
	{"ligature", "coexister, coefficient, moelle, poésie, goéland, coercition, autoédition, coeuropéen, OED, Goethe, Boeing, oe", "=", "="},
	{"ligature", "ex aequo, curriculum vitae, et caetera, naevus, aequo, israelien, maestro", "ex æquo, curriculum vitæ, et cætera, nævus, aequo, israelien, maestro", "="},
	{"capital", "Etat, Etats-Unis, Ecole, Evénement, Etudiantes, Ile-de-France, Etre", "État, États-Unis, École, Événement, Étudiantes, Île-de-France, Être", "="},
	{"capital", "ETAT, Etienne, Emploi, Entre, Edition de luxe, Kindle Edition, Evaluation Team", "ETAT, Etienne, Emploi, Entre, Édition de luxe, Kindle Edition, Evaluation Team", "="},
	{"capital", "A partir de là. Ca marche. A priori.", "=", "="},
	{"ordinal", "le 2ème, le 3ième, la 1ère, le 1ier, les 2èmes, le XXIème, la Ière, 2è", "le 2e, le 3e, la 1re, le 1er, les 2es, le XXIe, la Ire, 2e", "="},
	{"ordinal", "2e, 2ᵉ, 1er, Mère, Crème, 3D, 1ème", "=", "="},
	{"number", "10 $, 20 %, 20 °C, 14 h 30, 5 km, 3 Mo, 8 h", "10~$, 20~%, 20~°C, 14~h~30, 5~km, 3~Mo, 8~h", "="},
	{"number", "10$, 10%, 14h30, 5km, 16h, 20°C, 14 h30, 3Mo, -5°C, 1,5km, 10-20%", "10~$, 10~%, 14~h~30, 5~km, 16~h, 20~°C, 14~h~30, 3~Mo, -5~°C, 1,5~km, 10-20~%", "="},
	{"number", "3D, 2FA, 4K, 5G, A4, 1080p, MP3, 4x4, 360°, 24h/24, 5m, covid-19 %, v2.1 Mo, 1.2.3 km, 12/05 h", "3D, 2FA, 4K, 5G, A4, 1080p, MP3, 4x4, 360°, 24h/24, 5m, covid-19 %, v2.1 Mo, 1.2.3 km, 12/05 h", "="},
	{"number", "10 000 $, 5 000 personnes, 1 234 567,89 km", "10~000~$, 5~000 personnes, 1~234~567,89~km", "10^000~$, 5^000 personnes, 1^234^567,89~km"},
	{"number", "418 555 1234, 01 23 45 67 89, en 2020 300 mots, +33 123 456, ISBN 978 2 07 036 024", "=", "="},
	{"number", "3.5 %, 2.45 km, 1.500 km, 3.5%", "3,5~%, 2,45~km, 1.500~km, 3,5~%", "="},
	{"number", "5 m’ont, 3 l’eau, 10%pur, 8 mots", "=", "="},
	{"date", "le 8 Juillet 2020, en Juillet 2020, le 1er Mai 2021, le Lundi 8 juillet", "le 8 juillet 2020, en juillet 2020, le 1er mai 2021, le lundi 8 juillet", "="},
	{"date", "le 14 Juillet, Lundi 8 juillet, le Mardi gras, Juillet 2020", "=", "="},
	{"dash", "un mot - un autre, et. Deux -- trois", "un mot – un autre, et. Deux – trois", "="},
	{"dash", "un – deux – trois", "un –~deux~– trois", "="},
	{"dash", "un - deux - trois", "un –~deux~– trois", "="},
	{"dash", "- un\n- deux\n  - trois\n10 - 20, 2019-2020, x - y, --fix, a -b, Lexique – Culture – Québec, entre - 90° et - 30°, le signe - ici, Cl - ou", "=", "="},
	{"number", "nᵒ 3, Nᵒ 2014-856, vol. 2, nᵒ~4, un xnᵒ 5, en 2021 l´ecart, 3 l d´eau", "nᵒ~3, Nᵒ~2014-856, vol. 2, nᵒ~4, un xnᵒ 5, en 2021 l’ecart, 3~l d’eau", "="},
	{"quoted", "« l'etat... 10 $ Oeuvre - mot »", "«~l’etat... 10~$ Oeuvre - mot~»", "="},
	{"quoted", "« The art of the oeuvre : 10 $ » et “the Ecole”", "«~The art of the oeuvre : 10 $~» et «~the Ecole~»", "="},
}

func TestTypography(t *testing.T) {
	for _, c := range typographyTests {
		for profile, want := range map[string]string{"fr-CA": c.canada, "fr-FR": c.france} {
			if want == "=" && profile == "fr-FR" {
				want = c.canada
			}
			if want == "=" {
				want = c.in
			}
			if got := visible.Replace(mendText(TypographyFor(profile), invisible.Replace(c.in))); got != want {
				t.Errorf("%s, %s: %q\n got %q\nwant %q", c.kind, profile, c.in, got, want)
			}
		}
	}
}

// What is shown and left to a person.
func TestTypographyLeavesDoubtToPeople(t *testing.T) {
	for text, want := range map[string]string{
		"A partir de là.":          "À",
		"Bon. Ca marche.":          "Ça",
		"Ca est le calcium, n° 3":  "Ça ᵒ",
		"un stylo etc. est là":     ", ",
		"« il dit \"non\" ici »":   nbsp + " “ ” " + nbsp,
		"et puis ...suite":         "…",
		"La nouvelle Edition":      "Édition",
		"“un « mot » ici”":         "«" + nbsp + " " + nbsp + " " + nbsp + " " + nbsp + "»",
		"A été, A priori, a Ca va": "",
		"un mot –un autre– encore": "–  " + " –",
		"au 418 555-1234, à 10–20": "",
	} {
		var got []string
		for _, s := range TypographyFor("fr-CA").Slips(text, nil) {
			if s.Certain && !strings.Contains(s.Text, nbsp) {
				t.Errorf("%q: %q is certain", text, s.Text)
			}
			got = append(got, s.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}

func TestTypographyFor(t *testing.T) {
	const text = "Quoi ? Non !"
	for profile, want := range map[string]string{
		"fr": "Quoi? Non!", "fr-CA": "Quoi? Non!", "fr-FR": "Quoi^? Non^!", "fr-BE": "Quoi^? Non^!", "none": text, "en": text, "": text,
	} {
		if got := visible.Replace(mendText(TypographyFor(profile), text)); got != want {
			t.Errorf("%s: %q, want %q", profile, got, want)
		}
	}
}

// Passages that the caller knows of are respected.
func TestTypographyPassages(t *testing.T) {
	text := "l'Etat du Oeuvre l'Etat : l'Etat"
	for _, c := range []struct {
		passages []Passage
		want     string
	}{
		{nil, "l’État du Œuvre l’État~: l’État"},
		{[]Passage{{0, len(text), true}}, text},
		{[]Passage{{0, len(text), false}}, "l’Etat du Oeuvre l’Etat~: l’Etat"},
		{[]Passage{{0, 6, true}, {10, 25, false}}, "l'Etat du Oeuvre l’Etat~: l’État"},
		{[]Passage{{-5, 6, true}, {27, 900, true}}, "l'Etat du Œuvre l’État~: l'Etat"},
	} {
		got, _ := mendOnce(text, TypographyFor("fr-CA").Slips(text, c.passages))
		if got = visible.Replace(got); got != c.want {
			t.Errorf("%v: %q, want %q", c.passages, got, c.want)
		}
	}
}

// Whatever a text holds, slips lie in it, in order and apart, each changes something, and what is certain comes to an end.
func FuzzSlips(f *testing.F) {
	for _, c := range typographyTests {
		f.Add(c.in, true, uint16(3), uint16(9))
		f.Add(invisible.Replace(c.france), false, uint16(0), uint16(0))
	}
	f.Fuzz(func(t *testing.T, text string, canada bool, start, end uint16) {
		profile := "fr-FR"
		if canada {
			profile = "fr-CA"
		}
		typography := TypographyFor(profile)
		from, to := int(min(start, end)), int(max(start, end))
		for _, p := range [][]Passage{nil, {{from, to, true}}, {{from, to, false}}} {
			done := 0
			for _, s := range typography.Slips(text, p) {
				if s.Start < done || s.End <= s.Start || s.End > len(text) {
					t.Fatalf("%q: %+v after %d", text, s, done)
				}
				if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
					t.Fatalf("%q: %+v cuts a character", text, s)
				}
				if text[s.Start:s.End] == s.Text {
					t.Fatalf("%q: %+v changes nothing", text, s)
				}
				if len(p) > 0 && p[0].Opaque && from < to && s.Start < p[0].End && p[0].Start < s.End {
					t.Fatalf("%q: %+v is in %v", text, s, p)
				}
				done = s.End
			}
		}
		mended := mendText(typography, text)
		for _, s := range typography.Slips(mended, nil) {
			if s.Certain {
				t.Fatalf("%q: mended %q, still %+v", text, mended, s)
			}
		}
		if !strings.ContainsAny(text, "0123456789IVX") && !slices.Equal(skeleton(text), skeleton(mended)) {
			t.Fatalf("%q: mended %q has other words", text, mended)
		}
	})
}

// skeleton gives the words of a text, as far as typography leaves them alone.
func skeleton(s string) []string {
	s = strings.NewReplacer("œ", "oe", "Œ", "OE", "æ", "ae", "Æ", "AE").Replace(s)
	var words []string
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !isLetter(r) }) {
		if folded := strings.ToLower(Fold(w)); folded != "" {
			words = append(words, folded)
		}
	}
	return words
}

const cleanFrench = "Lieu ouvert, distinct du domicile et du travail, où une communauté se rassemble pour apprendre, créer et échanger; on y partage " +
	"des outils, des savoirs et des projets, selon des règles que l’on se donne ensemble. Les personnes qui le fréquentent l’entretiennent, " +
	"l’animent et en décident : c’est un bien commun. Le mot «" + nbsp + "atelier" + nbsp + "» s’entend aussi, depuis 2011, au cœur de la ville."

// A text without slips costs one reading, and no memory.
func BenchmarkSlips(b *testing.B) {
	clean := strings.ReplaceAll(cleanFrench, " :", nbsp+":")
	dirty := strings.NewReplacer("’", "'", nbsp, " ", "cœur", "coeur", ";", " ;").Replace(clean) + " On verra... le 2ème jour, à 14h30, pour 10$."
	for _, c := range []struct{ name, text string }{{"clean", clean}, {"dirty", dirty}, {"hostile", strings.Repeat(`"l'oe : `, 8000)}} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			t := TypographyFor("fr-CA")
			for b.Loop() {
				t.Slips(c.text, nil)
			}
		})
	}
}

func TestCleanFrenchCostsNoMemory(t *testing.T) {
	text := strings.ReplaceAll(cleanFrench, " :", nbsp+":")
	typography := TypographyFor("fr-CA")
	if slips := typography.Slips(text, nil); len(slips) > 0 {
		t.Errorf("%+v", slips)
	}
	if n := testing.AllocsPerRun(10, func() { typography.Slips(text, nil) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
