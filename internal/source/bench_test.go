package source_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/source"
)

// typical is an entry of the usual size, 1.2 kB, with the number n in it.
func typical(n int) []byte {
	return fmt.Appendf(nil, `term: tiers-lieu %[1]d
pos: noun
gender: masculine
plural: tiers-lieux %[1]d
domains: [lieux]
definition: >-
  Espace ouvert à une collectivité, hors du domicile et du bureau, où l’on se rencontre, crée, apprend et met
  en commun des ressources selon un projet porté par celles et ceux qui le fréquentent.
in_brief: >-
  Un endroit qui n’est ni la maison ni le bureau, où des gens se retrouvent pour faire des choses ensemble.
examples:
  - >-
    Dans une ancienne caserne de pompiers, une coopérative réunit un café, un atelier de couture et des bureaux.
notes:
  - "Le pluriel marque les deux éléments : des tiers-lieux."
  - On range sous ce nom des formes diverses, comme l’[[atelier]].
synonyms:
  - troisième lieu %[1]d
  - term: hub %[1]d
    status: discouraged
    reason: Mot anglais, courant dans les formations.
translations:
  en:
    term: third place %[1]d
    pos: noun
    definition: Space open to a community, outside home and the workplace, where people meet and learn.
related: [atelier, etabli]
level: beginner
sources:
  - type: consulted
    title: La genèse d’une collaboration créative
    publisher: Éditions du Fleuve
    date: 2020
    language: fr-CA
created: 2026-11-22
`, n)
}

func BenchmarkParseEntry(b *testing.B) {
	data := typical(1)
	if _, found := source.ParseEntry("terms/tiers-lieu-1.yaml", data); len(found) > 0 {
		b.Fatal(found)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		source.ParseEntry("terms/tiers-lieu-1.yaml", data)
	}
}

// A file with one mistake of the kind that YAML refuses.
func BenchmarkMend(b *testing.B) {
	data := bytes.Replace(typical(1), []byte("definition: Space"), []byte("definition: A space: one"), 1)
	if _, found := source.ParseEntry("terms/tiers-lieu-1.yaml", data); len(found) != 1 {
		b.Fatal(found)
	}
	b.ReportAllocs()
	for b.Loop() {
		source.ParseEntry("terms/tiers-lieu-1.yaml", data)
	}
}

func BenchmarkLoad(b *testing.B) {
	const n = 1000
	fsys := fstest.MapFS{"lexicon.yaml": casetest.Base()["lexicon.yaml"]}
	for i := range n {
		fsys[fmt.Sprintf("terms/tiers-lieu-%d.yaml", i)] = &fstest.MapFile{Data: typical(i)}
	}
	b.ReportAllocs()
	for b.Loop() {
		in, found, err := source.Load(fsys)
		if err != nil || len(found) > 0 || len(in.Entries) != n {
			b.Fatal(err, found)
		}
	}
}
