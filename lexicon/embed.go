// Package lexicon embeds the reference lexicon of digital culture: its sources, in YAML. Nobody needs Go to edit it: see
// README.md; docs/format.md tells each key. For the same content as JSON, with nothing left to work out, see docs/json.md.
//
// The content is licensed under CC BY 4.0: see LICENSE.
package lexicon

import "embed"

// FS is the lexicon's folder: lexicon.yaml, terms/<id>.yaml, editions/<name>.yaml and images.
//
//go:embed lexicon.yaml terms editions images
var FS embed.FS
