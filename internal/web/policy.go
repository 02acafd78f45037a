package web

import (
	"crypto/sha256"
	"encoding/base64"
)

// Policy gives the Content Security Policy (level 3) of a page that holds all it needs: it may use the blocks written in it,
// whose hashes are here, the images written in it, and nothing else. A block of data is not run, but is named all the same: there are
// checkers that take it for a script.
func Policy(styles, scripts []string) string {
	p := "default-src 'none'; img-src data:"
	p += "; style-src"
	for _, block := range styles {
		p += Hash(block)
	}
	p += "; script-src"
	for _, block := range scripts {
		p += Hash(block)
	}
	return p + "; base-uri 'none'; form-action 'none'"
}

// Hash names a block as the directives of a policy do, after a space.
func Hash(block string) string {
	sum := sha256.Sum256([]byte(block))
	return " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
