package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// translate gives a command and those under it the words of the catalogue: cobra speaks English alone.
// Commands are written with ids where their words go.
func (a *app) translate(cmd *cobra.Command) {
	if cmd.Short != "" {
		id := cmd.Short
		cmd.Short = a.words.Label(id + ".short")
		if a.words.Has(id + ".long") {
			cmd.Long = a.words.Label(id + ".long")
		}
		if a.words.Has(id + ".example") {
			cmd.Example = a.words.Label(id + ".example")
		}
		if a.words.Has(id + ".use") {
			cmd.Use = a.words.Label(id + ".use")
		}
	}
	cmd.InitDefaultHelpFlag()
	cmd.Flags().Lookup("help").Usage = "flag.help"
	for _, flags := range []*pflag.FlagSet{cmd.LocalNonPersistentFlags(), cmd.PersistentFlags()} {
		flags.VisitAll(func(f *pflag.Flag) {
			if a.words.Has(f.Usage) {
				f.Usage = a.words.Label(f.Usage)
			}
			if value := strings.Trim(f.DefValue, "[]"); value != "" && f.Value.Type() != "bool" { // pflag words it in English
				f.Usage += a.words.Text("help-page.default", map[string]any{"value": value})
				f.DefValue = strings.ReplaceAll(f.DefValue, value, "")
			}
		})
	}
	cmd.SetUsageFunc(a.printUsage)
	cmd.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		about := cmd.Long
		if about == "" {
			about = cmd.Short
		}
		cmd.Print(about, "\n\n")
		_ = a.printUsage(cmd)
	})
	cmd.SetHelpCommand(&cobra.Command{Hidden: true, Use: "help", Run: func(help *cobra.Command, args []string) {
		target, _, err := help.Root().Find(args)
		if err != nil || target == nil {
			target = help.Root()
		}
		_ = target.Help()
	}})
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return a.flagError(cmd, err) })
	for _, sub := range cmd.Commands() {
		a.translate(sub)
	}
}

// printUsage says how a command is written, on the stream that cobra chose.
func (a *app) printUsage(cmd *cobra.Command) error {
	label := func(id string) string { return a.words.Label("help-page." + id) }
	line := cmd.UseLine()
	if cmd.HasAvailableSubCommands() {
		line = cmd.CommandPath() + " " + label("command")
	}
	cmd.Printf("%s\n  %s\n", label("usage"), strings.Replace(line, "[flags]", label("flags-mark"), 1))
	if cmd.Example != "" {
		cmd.Printf("\n%s\n%s\n", label("examples"), indent(cmd.Example))
	}
	if cmd.HasAvailableSubCommands() {
		cmd.Printf("\n%s\n", label("commands"))
		for _, sub := range cmd.Commands() {
			if sub.IsAvailableCommand() {
				cmd.Printf("  %-12s%s\n", sub.Name(), sub.Short)
			}
		}
	}
	if flags := cmd.LocalFlags().FlagUsages(); cmd.HasParent() && flags != "" {
		cmd.Printf("\n%s\n%s", label("flags"), flags)
	}
	common := cmd.InheritedFlags()
	if !cmd.HasParent() {
		common = cmd.Flags()
	}
	if flags := common.FlagUsages(); flags != "" {
		cmd.Printf("\n%s\n%s", label("global-flags"), flags)
	}
	if cmd.HasAvailableSubCommands() {
		cmd.Printf("\n%s\n", label("more"))
	}
	return nil
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}

// flagError words a fault in the flags.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var refused *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
		return a.unknown("flag", name, names)
	case errors.As(err, &valueless):
		return a.usage("flag-value", map[string]any{"name": valueless.GetFlag().Name})
	case errors.As(err, &refused):
		return a.usage("flag-refused", map[string]any{"name": refused.GetFlag().Name, "value": refused.GetValue()})
	}
	return a.usage("flag-syntax", map[string]any{"error": err.Error()})
}

// unknown words a name that is not one of those there are, with the nearest of them.
func (a *app) unknown(what, name string, known []string) error {
	return a.usage("unknown-"+what, map[string]any{
		"name": name, "near": locale.Nearest(name, known), "known": strings.Join(known, ", "),
	})
}

// atMost and exactly are cobra's argument checks, in our words.
func (a *app) atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return a.usage("too-many-arguments", map[string]any{"name": args[n], "command": cmd.Name()})
		}
		return nil
	}
}
