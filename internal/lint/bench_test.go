package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

// generated gives a lexicon of n entries of a usual size, with faults when faulty: a reference, a domain, a value and a
// synonym of each are wrong.
func generated(b *testing.B, n int, faulty bool) *glossary.Glossary {
	b.Helper()
	in := glossary.Input{Assets: casetest.Base()}
	in.Lexicon, _ = source.ParseLexicon("lexicon.yaml", casetest.Base()["lexicon.yaml"].Data)
	for i := range n {
		id, domain, gender, synonym := fmt.Sprintf("terme-numero-%d", i/10), "outils", "masculine", fmt.Sprintf("synonyme numéro %d", i)
		if faulty {
			id, domain, gender, synonym = fmt.Sprintf("therme-numerro-%d", i), fmt.Sprintf("outil%d", i), "masculn", fmt.Sprintf("synonyme numéro %d", i/2)
		}
		text := fmt.Sprintf(`term: terme numéro %[1]d
pos: noun
gender: %[4]s
domains: [%[3]s]
definition: >-
  Objet de l’atelier que l’on reconnaît à sa place, contre le mur du fond, parmi les autres outils et près de
  l’établi, voir [[%[2]s|le terme]] et ce qui l’entoure, sans oublier les gabarits, les cales et le papier abrasif
  que chacun range soigneusement après utilisation.
in_brief: Un objet qui a sa place au mur de l’atelier.
examples:
  - On prend le terme numéro %[1]d sur le mur avant de commencer.
notes:
  - Son nom vient de l’ordre dans lequel on l’a reçu.
synonyms:
  - %[5]s
  - {term: numéro %[1]d du mur, status: discouraged, reason: Trop vague pour une personne de passage.}
translations:
  en: {term: "term number %[1]d", definition: An object of the workshop that is known by its place on the wall.}
related: [%[2]s]
broader: [terme-numero-%[6]d]
level: beginner
tags: [mur, atelier]
sources:
  - {type: consulted, title: Vocabulaire du lieu, url: "https://example.org/vocabulaire/%[1]d", accessed: 2026-01-31}
created: 2026-01-02
modified: 2026-02-03
`, i, id, domain, gender, synonym, i/2)
		e, found := source.ParseEntry(fmt.Sprintf("terms/terme-numero-%d.yaml", i), []byte(text))
		if len(found) > 0 {
			b.Fatalf("%v", found)
		}
		in.Entries = append(in.Entries, e)
	}
	ed, _ := source.ParseEdition("editions/tout.yaml", []byte("title: Tout\nselect: {tags: [mur]}\n"))
	in.Editions = []*glossary.Edition{ed}
	return glossary.Link(in)
}

func BenchmarkRun(b *testing.B) {
	for _, c := range []struct {
		name   string
		n      int
		faulty bool
	}{{"clean/10000", 10_000, false}, {"faulty/10000", 10_000, true}, {"clean/100000", 100_000, false}, {"faulty/100000", 100_000, true}} {
		b.Run(strings.ReplaceAll(c.name, "/", "-"), func(b *testing.B) {
			g := generated(b, c.n, c.faulty)
			for b.Loop() {
				Run(g, nil, source.Codes)
			}
		})
	}
}

// BenchmarkRules tells what each rule costs.
func BenchmarkRules(b *testing.B) {
	g := generated(b, 10_000, false)
	for _, r := range Rules {
		b.Run(r.Code, func(b *testing.B) {
			for b.Loop() {
				run(g, nil, source.Codes, []*Rule{r})
			}
		})
	}
}
