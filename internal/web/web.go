// Package web is what the outputs that a browser shows have in common: the search and the keys it works with, the field
// that suggests, what the browser remembers, how an entry is cited, the look of all that, and the policy that keeps
// everything else out. It knows the model, and no page.
package web

import _ "embed"

// Scripts, to be joined with a page's own in one module. What they need of the page is given to their functions.
var (
	// Search looks words up, by the rules of [glossary.Index]: fold, prepare and find. It touches no page.
	//
	//go:embed search.js
	Search string

	// Combobox makes a field suggest as one types: combobox.
	//
	//go:embed combobox.js
	Combobox string

	// Suggest fills suggestions, and says what was found: speaker, suggest, result and remark.
	//
	//go:embed suggest.js
	Suggest string

	// Recent remembers what was read, on the device alone: recents.
	//
	//go:embed recent.js
	Recent string

	// Citation makes the citation of an entry and copies it: cite and copy.
	//
	//go:embed citation.js
	Citation string
)

// Base is the style of what pages share: colours, type, an entry, the field that suggests.
//
//go:embed base.css
var Base string
