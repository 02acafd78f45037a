// Package web is what the outputs that a browser shows have in common: the search and the keys it works with, the colours,
// the policy that keeps everything else out. It knows the model, and no page.
package web

import _ "embed"

// Search is the script that looks words up, by the rules of [glossary.Index]: fold, prepare and find. It touches no page.
//
//go:embed search.js
var Search string
