package locale

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestPhrases(t *testing.T) {
	p := NewPhrases()
	for i, term := range []string{
		"tiers-lieu", "tiers-lieux", "littératie numérique", "littératie", "numérique", "espace de cotravail", "cotravail", "RA", "code QR", "modèle d’affaires", "Wi-Fi", "œuvre", "participant", "fablab", "réalité augmentée", "travail de terrain numérique ouvert", "de terrain", "impression 3D", "numérique", "cellule", "C++", ".NET", "café (lieu)",
	} {
		p.Add(term, i)
	}
	p.AddName("Boussole : lire pour tous", 99)
	for text, want := range map[string]string{
		"Un tiers-lieu ouvre.":                             "tiers-lieu",
		"Tiers-lieux et TIERS-LIEUX":                       "Tiers-lieux",
		"les quatre-tiers-lieux, tiers-lieux-dits":         "",
		"la littératie numérique, la littératie":           "littératie numérique|littératie",
		"la littératie\u00a0numérique":                     "littératie\u00a0numérique",
		"la littératie, numérique":                         "littératie|numérique",
		"littératie numérique4 et numérique12.":            "littératie numérique|numérique",
		"littératie4 numérique":                            "littératie|numérique",
		"numérique2026 numérique4e":                        "",
		"l’espace de cotravail, L’Espace de cotravail":     "espace de cotravail|Espace de cotravail",
		"l'œuvre, d’œuvres, chef-d’œuvre":                  "œuvre",
		"aujourd’œuvre":                                    "",
		"RA, ra, Ra, la RA.":                               "RA|RA",
		"un Code QR, deux code qr":                         "Code QR",
		"un modèle d'affaires, un modèle d’affaires":       "modèle d'affaires|modèle d’affaires",
		"le Wi-Fi, le wi-fi":                               "Wi-Fi",
		"participant·e·s, participant(e), participant (e)": "participant",
		"fablab.org www.fablab.ca fablab@example.org https://x.org/fablab #fablab fablab. fablab/cotravail": "fablab|fablab|cotravail",
		"(réalité augmentée) «\u00a0réalité augmentée\u00a0»":                                               "réalité augmentée|réalité augmentée",
		"réalité  augmentée, réalité - augmentée":                                                           "réalité  augmentée",
		"travail de terrain numérique":                                                                      "de terrain|numérique",
		"impression 3D":                                                                                     "impression 3D",
		"":                                                                                                  "",
		"Boussole\u00a0: lire pour tous, Boussole, lire pour tous":                                          "Boussole\u00a0: lire pour tous",
		"C, C++ et C+, .NET et NET":                                                                         "C++|.NET",
		"un café (lieu), un café":                                                                           "café (lieu)",
		"cellule’s":                                                                                         "",
	} {
		var got []string
		for _, m := range p.Find(nil, text) {
			got = append(got, text[m.Start:m.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("in %q: %q, want %q", text, got, want)
		}
	}
	if found := p.Find(nil, "numérique"); len(found) != 1 || !slices.Equal(found[0].IDs, []int{4, 18}) {
		t.Errorf("a phrase given twice: %v", found)
	}
	p.AddName("Littératie numérique", 100)
	p.AddName("Québec numérique", 101)
	var got []string
	text := "Québec numérique et la littératie numérique, Littératie\u00a0numérique, québec numérique"
	for _, m := range p.Find(nil, text) {
		got = append(got, fmt.Sprint(text[m.Start:m.End], m.IDs))
	}
	if want := "Québec numérique[101]|littératie numérique[2]|Littératie\u00a0numérique[2 100]|numérique[4 18]"; strings.Join(got, "|") != want {
		t.Errorf("with names: %q", got)
	}
}

// The answer is that of a search that looks for each phrase at each place.
func FuzzPhrases(f *testing.F) {
	f.Add("tiers-lieu", "un tiers-lieu, l’atelier\u00a0ouvert numérique4")
	f.Add("a a", "a a a·a (a) a.a")
	f.Add("É", "é l’é É4")
	f.Fuzz(func(t *testing.T, phrase, text string) {
		p := NewPhrases()
		p.Add(phrase, 1)
		p.AddName(phrase, 2)
		end := 0
		for _, m := range p.Find(nil, text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) || len(m.IDs) == 0 {
				t.Fatalf("%q in %q: %v", phrase, text, m)
			}
			end = m.End
			if slices.Contains(m.IDs, 2) && Fold(phrase) != Fold(text[m.Start:m.End]) && !strings.Contains(phrase, text[m.Start:m.End]) {
				t.Errorf("%q is not exactly in %q", text[m.Start:m.End], phrase)
			}
			if len(Fold(text[m.Start:m.End])) == 0 && len(Fold(phrase)) > 0 {
				t.Errorf("%q in %q: nothing", phrase, text)
			}
		}
	})
}

func BenchmarkPhrases(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		p := NewPhrases()
		for i := range n {
			p.Add(fmt.Sprintf("concept%d", i), i)
			p.Add(fmt.Sprintf("atelier de concept%d", i), i)
			p.Add(fmt.Sprintf("ateliers de concept%d", i), i)
		}
		text := strings.Repeat("Espace ouvert à une collectivité, hors du domicile et du bureau, où l’on peut se rencontrer, créer, "+
			"apprendre dans un atelier de concept17 et mettre en commun des ressources selon un projet de concept23. ", 50)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var found []Match
			for b.Loop() {
				found = p.Find(found[:0], text)
			}
		})
	}
}
