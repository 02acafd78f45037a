// Command sample writes a lexicon of any size, for measures: sample 10000 DIR.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/lexipoche/lexipoche/internal/sample"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: sample COUNT DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "sample:", err)
		os.Exit(1)
	}
}

func write(count, dir string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	for name, content := range sample.Lexicon(n) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
