package cli

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/locale"
)

type defineFlags struct{ lexicon, format string }

var defineFormats = []string{"text", "json"}

// errUnknownWord stops a command that has said that a word is not in the lexicon.
var errUnknownWord = errors.New("the word is not in the lexicon")

func define(a *app) *cobra.Command {
	var flags defineFlags
	cmd := &cobra.Command{
		Use:   "define",
		Short: "command.define",
		RunE: func(_ *cobra.Command, args []string) error {
			return a.define(flags, strings.Join(args, " "))
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
			return a.completeWord(flags, args, word), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().StringVar(&flags.lexicon, "lexicon", "", "flag.lexicon")
	cmd.Flags().StringVar(&flags.format, "format", "text", "flag.define-format")
	return cmd
}

func (a *app) define(flags defineFlags, query string) error {
	if !slices.Contains(defineFormats, flags.format) {
		return a.unknown("lint-format", flags.format, defineFormats)
	}
	if locale.Fold(query) == "" {
		return a.usage("word-missing", nil)
	}
	d, err := a.dictionary(flags.lexicon)
	if err != nil {
		return err
	}
	answer := d.Define(query)
	if flags.format == "json" {
		_, err = a.Stdout.Write(answer.JSON())
	} else if len(answer.Found) > 0 {
		_, err = a.Stdout.Write(answer.Text(a.words, a.columns(), a.color(a.Stdout)))
	}
	if err != nil || len(answer.Found) > 0 {
		return err
	}
	a.notInLexicon(answer)
	return errUnknownWord
}

func (a *app) dictionary(dir string) (*compile.Dictionary, error) {
	l, err := a.open(dir)
	if err != nil {
		return nil, err
	}
	return compile.Open(l.fsys)
}

// notInLexicon names the word that is not there, and those that were perhaps meant.
func (a *app) notInLexicon(answer *compile.Answer) {
	names := make([]string, len(answer.Near))
	for i, h := range answer.Near {
		names[i] = a.words.Label("punctuation.open-quote") + h.Form.Text + a.words.Label("punctuation.close-quote")
	}
	list := strings.Join(names, ", ")
	if n := len(names); n > 1 {
		list = strings.Join(names[:n-1], ", ") + " " + a.words.Label("define.or") + " " + names[n-1]
	}
	a.complain(a.words.Say("define.unknown", map[string]any{"query": answer.Query, "near": list}))
}

// The widths of lines, where the terminal does not tell or could not be read.
const (
	usualColumns = 80
	fewColumns   = 30
	mostColumns  = 100
)

// columns gives the width that lines may have. The environment may tell that of the terminal; long lines are hard to read.
func (a *app) columns() int {
	n, err := strconv.Atoi(a.Getenv("COLUMNS"))
	if err != nil || n <= 0 {
		n = usualColumns
	}
	return min(max(n, fewColumns), mostColumns)
}

// completeWord gives what may follow the words typed so far, the last of which is begun.
func (a *app) completeWord(flags defineFlags, typed []string, word string) []string {
	d, err := a.dictionary(flags.lexicon)
	if err != nil {
		return nil
	}
	before := ""
	if len(typed) > 0 {
		before = strings.Join(typed, " ") + " "
	}
	var list []string
	for _, term := range d.Headwords() {
		if rest, ok := strings.CutPrefix(term, before); ok && strings.HasPrefix(rest, word) {
			list = append(list, rest)
		}
	}
	return list
}
