package format

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Published gives the address at which the site of a lexicon is published, with its last slash: its homepage, when a folder
// can be under it, else nothing. The page of a repository is none: nothing is published there.
func Published(l *glossary.Lexicon) string {
	home := l.Homepage.Value
	host, path, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(home, "https://"), "http://"), "/")
	switch {
	case host == home, strings.ContainsAny(home, "?# \t\r\n"), forges[host]:
		return ""
	case path == "":
		home = strings.TrimSuffix(home, "/") + "/"
	case strings.HasSuffix(path, ".html"):
		home = home[:strings.LastIndexByte(home, '/')+1]
	case !strings.HasSuffix(path, "/"):
		home += "/"
	}
	return home
}

// forges are where lexicons have their sources, at addresses that serve no site.
var forges = map[string]bool{"github.com": true, "www.github.com": true, "gitlab.com": true, "codeberg.org": true}
