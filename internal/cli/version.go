package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// Version is the program's version, by semver.org. It stands in the books that the program makes, so it changes with
// releases alone: two builds of one version make the same books.
const Version = "0.1.0"

const homepage = "https://github.com/lexipoche/lexipoche"

func version(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "command.version",
		Args:  a.atMost(0),
		RunE: func(*cobra.Command, []string) error {
			line := "lexipoche " + Version
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" && len(s.Value) >= 12 {
						line += " " + s.Value[:12]
					}
				}
				line += " " + info.GoVersion
			}
			_, err := fmt.Fprintln(a.Stdout, line)
			return err
		},
	}
}
