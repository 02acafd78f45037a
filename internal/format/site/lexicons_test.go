package site_test

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing/fstest"
)

func folder(contents map[string][]byte) fs.FS {
	files := fstest.MapFS{}
	for name, data := range contents {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

const head = `schema: 1
id: urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60
slug: petit
language: fr-CA
translations: [en]
date: 2026-11-22
license: CC-BY-4.0
`

// small is a lexicon of a word, with some more keys.
func small(keys string) fs.FS {
	return folder(map[string][]byte{
		"lexicon.yaml": []byte(head + "title: Petit lexique\nversion: \"1\"\ndomains: {lieux: {fr: Lieux, en: Places}}\n" + keys),
		"terms/mot.yaml": []byte("term: mot\npos: noun\ngender: masculine\ndomains: [lieux]\ndefinition: Ce que l’on dit.\n" +
			"sources: [{type: consulted, title: Livre, date: 2019}]\n"),
	})
}

// hostile is a lexicon that says something wherever a text is plain, and that says it in two entries that are related.
func hostile(value string) fs.FS {
	quoted, err := json.Marshal(value) // which YAML reads as JSON does
	if err != nil {
		panic(err)
	}
	fill := func(text string) []byte { return []byte(strings.ReplaceAll(text, "§", string(quoted))) }
	entry := `term: §
pos: noun
gender: masculine
feminine: §
plural: §
domains: [lieux]
definition: Ce que l’on dit.
synonyms: [{term: §, status: discouraged, reason: Non.}, {term: §, authority: {name: §}}]
translations: {en: {term: §, plural: §, synonyms: [{term: §, status: obsolete}]}}
level: beginner
tags: [§]
identifiers: {wikidata: §}
contributors: [{name: §, organization: §}]
sources: [{type: quotation, authors: [§], title: §, work: §, publisher: §, service: §, page: §, date: 2019}]
further_reading: [{title: §, url: "https://example.org/lire"}]
created: 2026-01-02
`
	return folder(map[string][]byte{
		"lexicon.yaml": fill(head + `title: §
subtitle: §
version: §
publisher: §
contributors: [{name: §, organization: §}]
domains: {lieux: {fr: §, en: Places}}
`),
		"terms/a.yaml": fill(entry + "related: [b]\nformerly: [c]\n"),
		"terms/b.yaml": fill(entry + "broader: [a]\n"),
	})
}
