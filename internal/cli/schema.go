package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	schemas "github.com/lexipoche/lexipoche/internal/schema"
)

func schema(a *app) *cobra.Command {
	names := make([]string, len(schemas.Schemas))
	for i, s := range schemas.Schemas {
		names[i] = s.Name
	}
	return &cobra.Command{
		Use:       "schema",
		Short:     "command.schema",
		ValidArgs: names,
		Args:      a.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.listSchemas()
			}
			i := slices.Index(names, args[0])
			if i < 0 {
				return a.unknown("schema", args[0], names)
			}
			_, err := a.Stdout.Write(schemas.Schemas[i].Make())
			return err
		},
	}
}

func (a *app) listSchemas() error {
	var b strings.Builder
	for _, s := range schemas.Schemas {
		fmt.Fprintf(&b, "%-8s %s\n", s.Name, a.words.Label("schema."+s.Name+".short"))
	}
	_, err := a.Stdout.Write([]byte(b.String()))
	return err
}
