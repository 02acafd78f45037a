package export

import "embed"

// Cases show each finding of reading an export at work: they are its tests, and the examples of `lexipoche explain`.
//
//go:embed cases/*.txtar
var Cases embed.FS
