package lint

import "embed"

// Cases show each rule at work: they are its tests, and the examples of `lexipoche explain`.
//
//go:embed cases/*.txtar
var Cases embed.FS
