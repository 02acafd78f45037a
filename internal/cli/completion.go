package cli

import (
	"github.com/spf13/cobra"
)

var shells = map[string]func(root *cobra.Command, a *app) error{
	"bash":       func(root *cobra.Command, a *app) error { return root.GenBashCompletionV2(a.Stdout, true) },
	"zsh":        func(root *cobra.Command, a *app) error { return root.GenZshCompletion(a.Stdout) },
	"fish":       func(root *cobra.Command, a *app) error { return root.GenFishCompletion(a.Stdout, true) },
	"powershell": func(root *cobra.Command, a *app) error { return root.GenPowerShellCompletionWithDesc(a.Stdout) },
}

var shellNames = []string{"bash", "zsh", "fish", "powershell"}

func completion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:       "completion",
		Short:     "command.completion",
		ValidArgs: shellNames,
		Args:      a.atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.usage("shell-missing", nil)
			}
			script, ok := shells[args[0]]
			if !ok {
				return a.unknown("shell", args[0], shellNames)
			}
			return script(cmd.Root(), a)
		},
	}
}
