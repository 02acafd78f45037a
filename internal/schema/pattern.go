package schema

import "github.com/lexipoche/lexipoche/internal/glossary"

// KindOf gives the kind of text that a pattern of these schemas is for: of the kinds of ids, which have one pattern, the first.
func KindOf(pattern string) (glossary.Kind, bool) {
	first, found := glossary.Kind(0), false
	for kind, f := range forms {
		if (f.pattern == pattern || promised[kind] == pattern) && (!found || kind < first) {
			first, found = kind, true
		}
	}
	return first, found
}
