// Package cli is the command as people meet it: flags, streams, exit statuses, and the language in which it speaks.
// What it does with a lexicon is done elsewhere.
//
// The voice: findings are what a command is asked for, and go where it says; everything else goes to standard error.
// Every sentence comes from the catalogues.
package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/lexipoche/lexipoche/internal/i18n"
)

// Env is what the command gets from the machine.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Lexicon        fs.FS // the embedded reference lexicon
}

// Exit statuses.
const (
	statusFine   = 0
	statusFaults = 1 // the lexicon has errors, or warnings under --strict; or it lacks the word asked for
	statusUsage  = 2 // the command line is wrong
	statusFailed = 3 // the work could not be done
)

// app is one run of the command.
type app struct {
	Env
	words *i18n.Catalogue
}

// commands are the commands, in the order of the help. A command is a file.
var commands = []func(*app) *cobra.Command{build, lint, define, explain, schema, version, completion}

// Main runs the command with the arguments that follow its name, and gives the exit status.
func Main(env Env, args []string) int {
	a := &app{Env: env}
	lang, err := language(env.Getenv, args)
	a.words = i18n.For(lang)
	if err == nil {
		err = a.run(args)
	}
	return a.status(err)
}

func (a *app) run(args []string) error {
	root := a.root()
	for _, c := range commands {
		root.AddCommand(c(a))
	}
	a.translate(root)
	root.SetArgs(args)
	root.SetIn(a.Stdin)
	root.SetOut(a.Stdout)
	root.SetErr(a.Stderr)
	return root.Execute()
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "lexipoche",
		Short: "command.root",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			names := make([]string, 0, len(commands))
			for _, c := range cmd.Commands() {
				names = append(names, c.Name())
			}
			return a.unknown("command", args[0], names)
		},
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.PersistentFlags().String("ui", "", "flag.ui")
	return root
}

// usageError is a command line that cannot be understood.
type usageError struct{ message, hint string }

func (e usageError) Error() string { return e.message }

// usage words a usage error by its id.
func (a *app) usage(id string, values map[string]any) error {
	message, hint := a.words.Say("usage."+id, values)
	return usageError{message, hint}
}

// errFaults stops a command whose findings have been printed.
var errFaults = errors.New("the lexicon has faults")

// status turns what stopped a command into words and an exit status.
func (a *app) status(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return statusFine
	case errors.Is(err, errFaults), errors.Is(err, errUnknownWord):
		return statusFaults
	case errors.As(err, &usage):
		a.complain(usage.message, usage.hint)
		return statusUsage
	}
	message, hint := a.explainFailure(err)
	a.complain(message, hint)
	return statusFailed
}

func (a *app) complain(message, hint string) {
	fmt.Fprintf(a.Stderr, "lexipoche: %s\n", message)
	if hint != "" {
		fmt.Fprintf(a.Stderr, "%s: %s\n", a.words.Label("help"), hint)
	}
}

// explainFailure words what the machine refused. The system's own words, in its own language, come last.
func (a *app) explainFailure(err error) (message, hint string) {
	var path *fs.PathError
	values := map[string]any{"error": err.Error(), "path": ""}
	id := "failure.other"
	if errors.As(err, &path) {
		values["path"], values["error"] = path.Path, path.Err.Error()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			id = "failure.not-found"
		case errors.Is(err, fs.ErrPermission):
			id = "failure.permission"
		default:
			id = "failure.path"
		}
	}
	return a.words.Say(id, values)
}

// terminal reports whether a stream is a person's screen.
func terminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// color reports whether a stream may be coloured: see no-color.org.
func (a *app) color(w any) bool {
	return terminal(w) && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb"
}

// language chooses the language of messages: --ui, else LEXIPOCHE_LANG, else the locale, else French. It is read before
// the flags are, since their faults are told in it too.
func language(getenv func(string) string, args []string) (string, error) {
	fallback := i18n.Languages[0]
	if l := known(getenv("LEXIPOCHE_LANG")); l != "" {
		fallback = l
	} else {
		for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
			value, _, _ := strings.Cut(getenv(name), ".")
			if value == "" {
				continue
			}
			if value != "C" && value != "POSIX" {
				if fallback = known(value); fallback == "" {
					fallback = i18n.Fallback
				}
			}
			break
		}
	}
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value, given := strings.CutPrefix(arg, "--ui=")
		if arg == "--ui" {
			if i+1 == len(args) {
				break // a missing value is for the flags' reading to tell
			}
			value, given = args[i+1], true
		}
		if given {
			if l := known(value); l != "" {
				return l, nil
			}
			message, hint := i18n.For(fallback).Say("usage.unknown-language", map[string]any{
				"name": value, "known": strings.Join(i18n.Languages, ", "),
			})
			return fallback, usageError{message, hint}
		}
	}
	return fallback, nil
}

// known gives the catalogue that a locale's name asks for, empty when there is none.
func known(name string) string {
	base, _, _ := strings.Cut(strings.ToLower(name), "_")
	base, _, _ = strings.Cut(base, "-")
	for _, l := range i18n.Languages {
		if l == base {
			return l
		}
	}
	return ""
}
