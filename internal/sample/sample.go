// Package sample makes lexicons of any size, for measures: French and English, a file a concept, of about the size and
// density of links of a real one. The same size gives the same lexicon.
package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Lexicon gives the files of a lexicon of n concepts, by path.
func Lexicon(n int) map[string][]byte {
	files := map[string][]byte{"lexicon.yaml": []byte(lexicon)}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		files["terms/"+id(i)+".yaml"] = entry(r, i, n)
	}
	return files
}

const lexicon = `schema: 1
id: urn:uuid:0f0e0d0c-0b0a-4908-8706-050403020100
slug: mesure
title: Lexique de mesure
language: fr-CA
translations: [en]
version: "1"
date: 2026-11-22
license: CC-BY-4.0
domains:
  lieux: {fr: Lieux, en: Places}
  outils: {fr: Outils, en: Tools}
  gestes: {fr: Gestes, en: Gestures}
  savoirs: {fr: Savoirs, en: Knowledge}
`

var (
	domains   = []string{"lieux", "outils", "gestes", "savoirs"}
	syllables = strings.Fields("ba cé di fo gu ha li mè no pâ qui ré sa té vœ zi cha phi tro é œ plu grê")
	words     = strings.Fields(`ensemble commun personnes lieu partage création numérique œuvre médiation projet région qui
 dans avec pour par une des les leur selon entre afin d’une l’atelier tel qu’on évoque régulièrement été mené équipe`)
)

func id(i int) string { return fmt.Sprintf("concept-%06d", i) }

// headword is different for each i, and in no order.
func headword(i int) string {
	n := uint32(i)*2654435761 + 12345
	var b strings.Builder
	for range 4 {
		b.WriteString(syllables[n%uint32(len(syllables))])
		n /= uint32(len(syllables))
	}
	fmt.Fprintf(&b, "%d", i)
	return b.String()
}

func sentence(r *rand.Rand, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = words[r.IntN(len(words))]
	}
	return "Ensemble " + strings.Join(list, " ") + "."
}

// naming puts the headword of another concept in the place of one word in fifteen of a text: a lexicon speaks of what it
// defines.
func naming(r *rand.Rand, text string, n int) string {
	list := strings.Split(text, " ")
	for i := 7; i < len(list); i += 15 {
		list[i] = headword(r.IntN(n))
	}
	return strings.Join(list, " ")
}

func entry(r *rand.Rand, i, n int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "term: %s\npos: noun\ngender: %s\ndomains: [%s]\n", headword(i), []string{"masculine", "feminine"}[i%2], domains[r.IntN(4)])
	text := naming(r, sentence(r, 40+r.IntN(50)), n)
	fmt.Fprintf(&b, "definition: >-\n  %s voir [[%s|ceci]].\n", fold(text[:len(text)-1]), id(r.IntN(n)))
	fmt.Fprintf(&b, "in_brief: %s\nexamples:\n  - %s\n", sentence(r, 10), sentence(r, 14))
	if k := r.IntN(4); k > 0 {
		b.WriteString("synonyms:\n")
		for j := range k {
			fmt.Fprintf(&b, "  - %s bis %d\n", headword(i), j)
		}
	}
	fmt.Fprintf(&b, "translations:\n  en: {term: %s, definition: \"A place, %s\"}\n", "term "+headword(i), strings.ToLower(sentence(r, 12)))
	b.WriteString("related: [")
	for j, k := 0, 1+r.IntN(4); j < k; j++ {
		if j > 0 {
			b.WriteString(", ")
		}
		b.WriteString(id((i + 1 + j*7 + r.IntN(5)) % n))
	}
	fmt.Fprintf(&b, "]\nsources:\n  - {type: consulted, title: Source %d, publisher: Presses, date: 2019, url: \"https://example.org/%d\", accessed: 2026-01-02}\n", i, i)
	return []byte(b.String())
}

// fold cuts a text into the lines of a folded block.
func fold(text string) string {
	var b strings.Builder
	col := 0
	for i, w := range strings.Split(text, " ") {
		if i > 0 {
			if col > 90 {
				b.WriteString("\n  ")
				col = 0
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(w)
		col += len(w) + 1
	}
	return b.String()
}
