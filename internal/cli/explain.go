package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lexipoche/lexipoche/internal/compile"
)

func explain(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "explain",
		Short: "command.explain",
		Args:  a.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.listCodes()
			}
			return a.explain(args[0])
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return slices.Sorted(maps.Keys(compile.Codes())), cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// explain says what a finding means, with an example: the case that its test runs.
func (a *app) explain(code string) error {
	codes := compile.Codes()
	severity, ok := codes[code]
	if !ok {
		return a.unknown("code", code, slices.Sorted(maps.Keys(codes)))
	}
	example, err := compile.Example(code, a.words.Language)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.Stdout, "%s (%s)\n\n%s\n\n%s\n%s", code, a.words.Label("severity."+severity.String()),
		wrap(a.words.Label(code+".about"), 80), a.words.Label("explain.example"), indentLines(example))
	return err
}

func (a *app) listCodes() error {
	codes := compile.Codes()
	var b strings.Builder
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		fmt.Fprintf(&b, "%-28s %-14s %s\n", code, a.words.Label("severity."+codes[code].String()), firstSentence(a.words.Label(code+".about")))
	}
	_, err := a.Stdout.Write([]byte(b.String()))
	return err
}

func firstSentence(text string) string {
	if i := strings.Index(text, ". "); i >= 0 {
		return text[:i+1]
	}
	return text
}

func indentLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString("  " + line)
	}
	return b.String()
}

// wrap breaks a paragraph into lines of a width, at ordinary spaces.
func wrap(text string, width int) string {
	var b strings.Builder
	col := 0
	for i, word := range strings.Split(text, " ") {
		n := len([]rune(word))
		switch {
		case i == 0:
		case col+1+n > width:
			b.WriteByte('\n')
			col = 0
		default:
			b.WriteByte(' ')
			col++
		}
		b.WriteString(word)
		col += n
	}
	return b.String()
}
