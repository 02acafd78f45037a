package locale

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{" \u00a0-\t", ""},
		{"codeveloppement", "codeveloppement"},
		{"CODEVELOPPEMENT", "codeveloppement"},
		{"codéveloppement", "codeveloppement"},
		{"code\u0301veloppement", "codeveloppement"},
		{"co-développement", "co developpement"},
		{"co\u00addéveloppement", "codeveloppement"},
		{"co\u200bdéveloppement\ufeff", "codeveloppement"},
		{"\u202bcode\u202c", "code"},
		{"tiers lieux", "tiers lieux"},
		{" Tiers\u00a0--\u202flieux ", "tiers lieux"},
		{"tiers‐lieu tiers‑lieu tiers–lieu tiers—lieu tiers−lieu", "tiers lieu tiers lieu tiers lieu tiers lieu tiers lieu"},
		{"Cœur, ŒUVRE, ex æquo, Straße, STRAẞE", "coeur, oeuvre, ex aequo, strasse, strasse"},
		{"Malmø Łódź Đà Þór Ħ ıİ ŋ", "malmo lodz da thor h ii n"},
		{"ﬁn n° 1ᵉʳ Ｗｅｂ m² … ½ ™", "fin n° 1er web m2 ... 1⁄2 tm"},
		{"ΟΔΟΣ οδός", "οδοσ οδοσ"},
		{"Ёлка й", "елка и"},
		{"שָׁלוֹם سَلَام", "שלום سلام"},
		{"कि क", "कि क"}, // a vowel is no accent
		{"가", "\u1100\u1161"},
		{"\xffa", "\ufffda"},

		{"l’atelier", "atelier"},
		{"L'Atelier", "atelier"},
		{"lʼatelier l′atelier l‘atelier l´atelier l`atelier l＇atelier", "atelier atelier atelier atelier atelier atelier"},
		{"l’œuvre", "oeuvre"},
		{"l’Été", "ete"},
		{"c’est d’abord j’ai m’a n’a s’il t’es", "est abord ai a a il es"},
		{"jusqu’à lorsqu’un puisqu’elle quoiqu’on qu’un", "a un elle on un"},
		{"mise en commun d’idées", "mise en commun idees"},
		{"« l’atelier » (l’atelier)", "« atelier » (atelier)"},
		{"d’l’eau", "eau"},
		{"l’2e", "2e"},
		{"grand-d’eau", "grand eau"},
		{"aujourd’hui", "aujourd'hui"},
		{"prud’homme, prud’hommes", "prud'homme, prud'hommes"},
		{"presqu’île", "presqu'ile"},
		{"quelqu’un, quelqu’une", "quelqu'un, quelqu'une"},
		{"s’entr’ouvrir", "entr'ouvrir"},
		{"rock’n’roll", "rock'n'roll"},
		{"l’", "l'"},
		{"l’ atelier", "l' atelier"},
		{"al’atelier", "al'atelier"},
		{"l’’atelier", "l''atelier"},
	}
	for _, test := range tests {
		if got := Fold(test.text); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestSqueezeJoinsSpellings(t *testing.T) {
	for _, same := range [][]string{
		{"codéveloppement", "codeveloppement", "co-développement", "CODEVELOPPEMENT", "co développement", "Co‑Développement"},
		{"tiers-lieu", "tiers lieu", "TIERSLIEU"},
		{"aujourd’hui", "aujourd hui", "aujourdhui"},
		{"l’open source", "opensource", "open-source"},
	} {
		want := Squeeze(Fold(same[0]))
		for _, s := range same {
			if got := Squeeze(Fold(s)); got != want || strings.ContainsAny(got, " '") || got == "" {
				t.Errorf("%q gives %q, %q gives %q", same[0], want, s, got)
			}
		}
	}
	if a, b := Squeeze(Fold("tiers-lieu")), Squeeze(Fold("tiers-lieux")); a == b {
		t.Errorf("%q and %q are one", a, b)
	}
}

// What follows is measured by the fuzzer too, but never on all characters.
func TestFoldOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r == 0x40000 { // nothing but tags and private use beyond
			r = 0xE0000
		}
		s := string(r)
		folded := Fold("x" + s + "x")
		checkFolded(t, "x"+s+"x", folded)
		if Invisible(r) && folded != "xx" {
			t.Errorf("%U leaves %q", r, folded)
		}
		if unicode.IsSpace(r) && folded != "x x" {
			t.Errorf("%U is not a space in %q", r, folded)
		}
	}
}

func checkFolded(t *testing.T, s, folded string) {
	t.Helper()
	if !utf8.ValidString(folded) {
		t.Errorf("Fold(%q) = %q is not UTF-8", s, folded)
	}
	if again := Fold(folded); again != folded {
		t.Errorf("Fold(%q) = %q, and folds on to %q", s, folded, again)
	}
	if !norm.NFKD.IsNormalString(folded) {
		t.Errorf("Fold(%q) = %q is not decomposed", s, folded)
	}
	if strings.Contains(folded, "  ") || strings.HasPrefix(folded, " ") || strings.HasSuffix(folded, " ") {
		t.Errorf("Fold(%q) = %q has a space too many", s, folded)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"l’atelier", "d’l’œuvre-d’art", "\u0301", "a\u034f\u0301\u0323", "क\u094d\u200d\u093c", "가\u11a8", "\u1100\u200b\u1161",
		"l'\u0301e", "ŉ´`", "\xff\xfe", "Ⅻ ㎏ ﷺ", "Ǆ ᾳ ΐ ẛ̣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		checkFolded(t, s, folded)
		if !utf8.ValidString(s) {
			return
		}
		for name, form := range map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD} {
			if other := Fold(form.String(s)); other != folded {
				t.Errorf("Fold(%q) = %q, but %q in %s", s, folded, other, name)
			}
		}
		squeezed := Squeeze(folded)
		if strings.ContainsAny(squeezed, " '") {
			t.Errorf("Squeeze(%q) = %q", folded, squeezed)
		}
	})
}

func TestForms(t *testing.T) {
	tests := []struct{ text, want string }{
		{"participant·e·s", "participant participante participants participantes"},
		{"participant(e)s", "participant participante participants participantes"},
		{"participant[e]s", "participant participante participants participantes"},
		{"participant(e)(s)", "participant participante participants participantes"},
		{"participant·e(s)", "participant participante participants participantes"},
		{"participant·es", "participant participante participants participantes"},
		{"participants·es", "participant participante participants participantes"},
		{"participants(es)", "participant participante participants participantes"},
		{"participant.e.s", "participant participante participants participantes"},
		{"participant-e-s", "participant participante participants participantes"},
		{"participant/e/s", "participant participante participants participantes"},
		{"participant•e•s", "participant participante participants participantes"},
		{"participant∙e⋅s", "participant participante participants participantes"},
		{"participant‧e・s", "participant participante participants participantes"},
		{"PARTICIPANT·E·S", "PARTICIPANT PARTICIPANTE PARTICIPANTS PARTICIPANTES"},
		{"débutant·e", "débutant débutante"},
		{"de\u0301butant·e", "débutant débutante"},
		{"avancé·e", "avancé avancée"},
		{"culturel·le·s", "culturel culturelle culturels culturelles"},
		{"certain·e·s", "certain certaine certains certaines"},

		{"directeur(-trice)", "directeur directrice"},
		{"directeur(trice)s", "directeur directrice directeurs directrices"},
		{"directeurs(trices)", "directeur directrice directeurs directrices"},
		{"DIRECTEUR·RICE", "DIRECTEUR DIRECTRICE"},
		{"créateur·rice", "créateur créatrice"},
		{"créateur·rices", "créateur créatrice créateurs créatrices"},
		{"acteur·ice·s", "acteur actrice acteurs actrices"},
		{"animateur, -trice", "animateur animatrice"},
		{"technicien, -ienne", "technicien technicienne"},
		{"intervenant, -ante", "intervenant intervenante"},
		{"chargé, -ée", "chargé chargée"},
		{"danseur·euse", "danseur danseuse"},
		{"chercheur·se·s", "chercheur chercheuse chercheurs chercheuses"},
		{"ambassadeur·rice", "ambassadeur ambassadrice"},
		{"entrepreneur·e", "entrepreneur entrepreneure"},
		{"conseiller·ère", "conseiller conseillère"},
		{"premier·e", "premier première"},
		{"actif·ve", "actif active"},
		{"heureux·se·s", "heureux heureuse heureuses"},
		{"professionnel·elle", "professionnel professionnelle"},
		{"citoyen·ne·s", "citoyen citoyenne citoyens citoyennes"},
		{"champion·ne", "champion championne"},
		{"cadet·te", "cadet cadette"},
		{"complet·e", "complet complète"},
		{"français·e·s", "français française françaises"},
		{"français·es", "français française françaises"},
		{"gros·se", "gros grosse"},
		{"hôte·sse", "hôte hôtesse"},
		{"public·que", "public publique"},
		{"chef·fe", "chef cheffe"},
		{"nouveau·elle·s", "nouveau nouvelle nouveaux nouvelles"},
		{"régional·e·s", "régional régionale régionaux régionales"},
		{"régionaux·ales", "régional régionale régionaux régionales"},
		{"final·e·s", "final finale finals finales"},
		{"un·e", "un une"},
		{"lien(s)", "lien liens"},
		{"pro·s", "pro pros"},

		{"expert·e certifié·e", "expert certifié|experte certifiée"},
		{"les expert·e·s du code", "les expert du code|les experte du code|les experts du code|les expertes du code"},
		{"animateur, -trice de communauté", "animateur de communauté|animatrice de communauté"},
		{"lien(s) créé(s)", "lien créé|liens créés"},
		{"lien(s) d’un·e expert", "lien d’un expert|lien d’une expert|liens d’un expert|liens d’une expert"},
	}
	for _, test := range tests {
		sep := " "
		if strings.Contains(test.want, "|") {
			sep = "|"
		}
		if got, want := Forms(test.text), strings.Split(test.want, sep); !slices.Equal(got, want) {
			t.Errorf("Forms(%q) = %q, want %q", test.text, got, want)
		}
	}
}

// The quick look at bytes must know every separator.
func TestEverySeparatorIsNoticed(t *testing.T) {
	for r := rune(0); r < 0x20000; r++ {
		text := "ab" + string(r) + "e"
		if r == ',' {
			text = "ab, -e"
		}
		if opensEnding(r) && !mayAbbreviate(text) {
			t.Errorf("%U passes unnoticed", r)
		}
	}
}

func TestFormsLeavesOtherTextsAlone(t *testing.T) {
	for _, s := range []string{
		"", "fablab", "littératie numérique", "e\u0301cran", "tiers-lieu", "découpeuse laser", "mot-dièse", "porte-parole", "est-ce que",
		"c’est-à-dire", "dit-elle", "vas-y", "lui-même", "Node.js", "p. ex.", "site.se", "exemple.fr", "www.exemple.org/e", "nom@exemple.es", "https://exemple/e", "et/ou",
		"code (source)", "code(source)", "(co)développement", "e)", "x·y", "col·legi", "a·e", "plan-E", "plan·E", "1·e", "réseau, partage",
		"réseau, -s", "3(e)", "km/h", "employe·e", "gens(s)", "mot(e", "mot[e)", "participant·ez", "participant(e)x", "participant(e)es", "participant·e·x", "plan.", "·e", "(", "·",
		"\xff·e", "mot·\xff", "papier/e-book", "mot-s", "ab-e",
	} {
		if got := Forms(s); len(got) != 1 || got[0] != s {
			t.Errorf("Forms(%q) = %q", s, got)
		}
	}
}

func TestShorthandsInAnotherManner(t *testing.T) {
	for _, test := range []struct{ text, style, woman, parentheses, brackets, dot string }{
		{"les participant·e·s", MiddleDot, "participante", "participant(e)s", "participant[e]s", "participant·e·s"},
		{"un expert(e)", Parentheses, "experte", "expert(e)", "expert[e]", "expert·e"},
		{"élu[e]s", Brackets, "élue", "élu(e)s", "élu[e]s", "élu·e·s"},
		{"directeur(-trice)", Parentheses, "directrice", "directeur(-trice)", "directeur[-trice]", "directeur·trice"},
		{"créateur/rice", "", "créatrice", "créateur(-rice)", "créateur[-rice]", "créateur·rice"},
		{"animateur, -trice", "", "animatrice", "animateur(-trice)", "animateur[-trice]", "animateur·trice"},
		{"participants•es", MiddleDot, "participante", "participant(e)s", "participant[e]s", "participant·e·s"},
		{"nouveaux·elles", MiddleDot, "nouvelle", "nouveaux(-elles)", "nouveaux[-elles]", "nouveaux·elles"},
		{"PARTICIPANT·E·S", MiddleDot, "PARTICIPANTE", "PARTICIPANT(E)S", "PARTICIPANT[E]S", "PARTICIPANT·E·S"},
		{"option(s)", Parentheses, "", "", "", ""},
	} {
		found := Shorthands(test.text)
		if len(found) != 1 {
			t.Errorf("%s: %d found", test.text, len(found))
			continue
		}
		h := found[0]
		if h.Style != test.style || h.Forms[OfWoman] != test.woman {
			t.Errorf("%s: %q %q", test.text, h.Style, h.Forms)
		}
		if test.woman == "" {
			continue
		}
		for style, want := range map[string]string{Parentheses: test.parentheses, Brackets: test.brackets, MiddleDot: test.dot} {
			if got := h.In(style); got != want {
				t.Errorf("%s, %s: %s, want %s", test.text, style, got, want)
			}
		}
	}
}

func FuzzForms(f *testing.F) {
	for _, s := range []string{"participant·e·s", "directeur(-trice)", "animateur, -trice", "a(b[c·d", "ſ(ſ)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		forms := Forms(s)
		if len(forms) == 0 || len(forms) > 4 || len(forms) == 1 && forms[0] != s {
			t.Errorf("Forms(%q) = %q", s, forms)
		}
		for i, form := range forms {
			if slices.Contains(forms[:i], form) {
				t.Errorf("Forms(%q) = %q", s, forms)
			}
		}
	})
}

func TestFoldAllocatesLittle(t *testing.T) {
	for s, most := range map[string]float64{"tiers lieux": 0, "coworking": 0, "tiers-lieux": 1, "Tiers lieux": 1, "l’œuvre codéveloppée": 1} {
		if n := testing.AllocsPerRun(100, func() { Fold(s) }); n > most {
			t.Errorf("Fold(%q) allocates %v times", s, n)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	for _, text := range []string{"atelier de fabrication", "Open Source", "littératie numérique", "l’œuvre co-développée", "कि Ёлка ΟΔΟΣ"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fold(text)
			}
		})
	}
	words := headwords(50_000)
	b.Run("50000 headwords", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, word := range words {
				Fold(word)
			}
		}
	})
}

func BenchmarkForms(b *testing.B) {
	for _, text := range []string{"tiers-lieu", "littératie numérique", "participant·e·s"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Forms(text)
			}
		})
	}
}
