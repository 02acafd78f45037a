// Command lexipoche compiles a community-maintained YAML glossary into an EPUB, an HTML page and a JSON file.
package main

import (
	"os"
	"runtime/debug"

	"github.com/lexipoche/lexipoche/internal/cli"
	"github.com/lexipoche/lexipoche/lexicon"
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(50) // a third less memory for a tenth more time, on the machines that communities have
	}
	os.Exit(cli.Main(cli.Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv:  os.Getenv,
		Lexicon: lexicon.FS,
	}, os.Args[1:]))
}
