package export

import (
	"strconv"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/schema"
)

// identify reports a file that is JSON, but not an export that can be read here.
func identify(file string, root *node, more diag.Span) diag.List {
	what := kindOf(root, !more.IsZero())
	if what == "several" {
		return diag.List{finding("not-json", file, more, diag.Args{"what": what})}
	}
	if what != "" {
		return diag.List{finding("not-an-export", file, root.span, diag.Args{"what": what})}
	}
	version := root.at("schema")
	if n, err := strconv.Atoi(version.text); version.kind == number && err == nil && n > schema.Major {
		return diag.List{finding("export-version", file, version.span, diag.Args{
			"value": version.text, "known": schema.Major, "generator": root.value("generator"),
		})}
	}
	return nil
}

// kindOf names what a file is when it is no export.
func kindOf(root *node, more bool) string {
	has := func(names ...string) bool {
		for _, name := range names {
			if root.find(name) < 0 {
				return false
			}
		}
		return true
	}
	entries := root.at("entries").kind != ""
	switch kind := root.value("type"); {
	case root.kind == list:
		return "list"
	case root.kind != object:
		return "value"
	case kind == "lexicon" && more && !entries:
		return "lines"
	case more:
		return "several"
	case kind == "lexicon" && has("index") && !entries:
		return "index"
	case kind == "lexicon" && has("count") && !has("$schema") && !entries:
		return "header"
	case kind == "lexicon":
		return ""
	case kind == "concept":
		return "concept"
	case has("schema", "entries") && !has("type"):
		return "older"
	case has("query", "results"):
		return "answer"
	case has("@context"):
		return "linked-data"
	case has("$id"), has("$defs"), has("definitions"):
		return "schema"
	case has("dependencies"), has("devDependencies"), has("scripts"), has("lockfileVersion"):
		return "package"
	}
	return "other"
}
