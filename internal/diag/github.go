package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// githubCommands holds the three kinds of annotation there are.
var githubCommands = [...]string{Review: "notice", Warning: "warning", Error: "error"}

// GitHub undoes these, and only these, in what follows "::" and in the values before it.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// WriteGitHub prints findings as workflow commands, which GitHub Actions shows beside the lines of a pull request.
// Paths must be from the root of the repository for that.
func (l List) WriteGitHub(w io.Writer, voice Voice, path func(file string) string) error {
	out := bufio.NewWriter(w)
	for f := range l.worded(voice, path) {
		fmt.Fprintf(out, "::%s ", githubCommands[f.Severity])
		if f.path != "" {
			fmt.Fprintf(out, "file=%s,line=%d,endLine=%d,", githubProperty.Replace(f.path), f.place.Line, f.place.EndLine)
			if f.place.Line == f.place.EndLine { // GitHub refuses columns otherwise
				fmt.Fprintf(out, "col=%d,endColumn=%d,", f.place.Col, f.place.EndCol)
			}
		}
		text := f.message
		if f.hint != "" {
			text += "\n" + f.hint
		}
		for _, r := range f.related {
			text += "\n" + where(r.path, r.place) + " " + r.message
		}
		fmt.Fprintf(out, "title=%s::%s\n", githubProperty.Replace(f.Code), githubData.Replace(text))
	}
	return out.Flush()
}
