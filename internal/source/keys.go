package source

import (
	"strings"
	"sync"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// spellings are the ways in which the keys of a table may be written, folded, with the index of the key: in French, and
// with capitals, spaces or hyphens. They are made when a first key is not found.
type spellings struct {
	index  map[string]int
	keys   []string // in English
	french []string
}

var allSpellings sync.Map // of *glossary.Record to spellings

func spellingsOf(record *glossary.Record) spellings {
	if s, ok := allSpellings.Load(record); ok {
		return s.(spellings)
	}
	s := spellings{index: map[string]int{}, keys: make([]string, len(record.Fields))}
	for i := len(record.Fields) - 1; i >= 0; i-- { // the first of two wins
		f := &record.Fields[i]
		s.keys[i] = f.Key
		for _, french := range f.French {
			s.index[foldKey(french)] = i
			s.french = append(s.french, french)
		}
	}
	for i, key := range s.keys {
		s.index[foldKey(key)] = i
	}
	allSpellings.Store(record, s)
	return s
}

func foldKey(key string) string { return locale.Fold(strings.ReplaceAll(key, "_", " ")) }

// exact gives the index of the key of a table that a name stands for, in English or in French; -1 when there is none.
func exact(record *glossary.Record, name string) int {
	if at := record.Lookup(name); at >= 0 {
		return at
	}
	if len(name) <= maxKey {
		if at, ok := spellingsOf(record).index[foldKey(name)]; ok {
			return at
		}
	}
	return -1
}

// suggest gives the index of the key of a table that was meant by a name, be it a slip away; -1 when none comes near.
func suggest(record *glossary.Record, name string) int {
	if at := exact(record, name); at >= 0 || len(name) > maxKey {
		return at
	}
	s := spellingsOf(record)
	near := locale.Nearest(name, s.keys)
	if near == "" && len(name) >= longKey {
		near = locale.Nearest(name, s.french)
	}
	if at, ok := s.index[foldKey(near)]; ok && near != "" {
		return at
	}
	return -1
}

// vocabulary gives the keys of a table and of all the tables under it.
func vocabulary(record *glossary.Record) map[string]bool {
	if words, ok := vocabularies.Load(record); ok {
		return words.(map[string]bool)
	}
	words := map[string]bool{}
	seen := map[*glossary.Record]bool{}
	var add func(*glossary.Record)
	add = func(record *glossary.Record) {
		if seen[record] {
			return
		}
		seen[record] = true
		for i := range record.Fields {
			words[record.Fields[i].Key] = true
			if p := record.Fields[i].Parts; p != nil {
				add(p.Record)
			}
		}
	}
	add(record)
	vocabularies.Store(record, words)
	return words
}

var vocabularies sync.Map // of *glossary.Record to map[string]bool

const (
	maxKey  = 64 // bytes, over which a key is no misspelt one
	longKey = 6  // bytes, under which a French word is too close to others to be guessed from
)
