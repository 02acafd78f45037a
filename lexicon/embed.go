// Package lexicon embeds the reference lexicon. Nobody needs Go to edit it: see README.md.
package lexicon

import "embed"

// FS is the lexicon's folder: lexicon.yaml, terms, editions and images.
//
//go:embed lexicon.yaml terms editions images
var FS embed.FS
