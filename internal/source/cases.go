package source

import "embed"

// Cases show each finding of reading at work: they are its tests, and the examples of `lexipoche explain`.
//
//go:embed cases/*.txtar
var Cases embed.FS
