package site

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/format"
)

// lists gives what a worker keeps: the shell and the rest, by address.
func lists(t *testing.T, files []format.File) (shell, rest map[string]string) {
	t.Helper()
	script, err := worker(files, "terms/")
	if err != nil {
		t.Fatal(err)
	}
	line, ok := strings.CutPrefix(strings.SplitN(string(script), "\n", 2)[0], "const [shell, rest] = ")
	if !ok {
		t.Fatalf("%.80s", script)
	}
	var both [2]map[string]string
	if err := json.Unmarshal([]byte(strings.TrimSuffix(line, ";")), &both); err != nil {
		t.Fatal(err)
	}
	return both[0], both[1]
}

func sorted(m map[string]string) string {
	var list []string
	for address := range m {
		list = append(list, address)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

func TestWhatIsKept(t *testing.T) {
	files := []format.File{
		{Name: "index.html"}, {Name: "404.html"}, {Name: "style.css"}, {Name: "site.js"}, {Name: "icon-192.png"},
		{Name: "manifest.webmanifest"}, {Name: "search.json"}, {Name: "letters/a/index.html"}, {Name: "terms/a/index.html"},
		{Name: "terms/a.json"}, {Name: "images/etabli.png"}, {Name: "feed.xml"}, {Name: "opds.xml"}, {Name: "opds.json"},
		{Name: "opds-petit.json"}, {Name: "sitemap.xml"}, {Name: "robots.txt"}, {Name: "worker.js"}, {Name: "download/index.html"},
		{Name: "download/petit.html"}, {Name: "download/petit.epub"}, {Name: "download/checksums.txt"},
	}
	const (
		shellOnly = " 404.html icon-192.png manifest.webmanifest site.js style.css"
		lettersOn = "download/ images/etabli.png letters/a/ search.json"
	)
	for _, c := range []struct{ heavy, rest string }{
		{"", lettersOn + " terms/a/"},
		{"terms/a/index.html", lettersOn},
		{"search.json", ""},
		{"style.css", ""}, // without which nothing works
	} {
		sized := slices.Clone(files)
		for i := range sized {
			if sized[i].Name == c.heavy {
				sized[i].Data = make([]byte, keptLimit+1)
			}
		}
		shell, rest := lists(t, sized)
		if sorted(shell) != shellOnly {
			t.Errorf("the shell is %q", sorted(shell))
		}
		if sorted(rest) != c.rest {
			t.Errorf("%q is heavy: the rest is %q", c.heavy, sorted(rest))
		}
	}
}

// The worker changes with what the site is made of, and with that alone.
func TestVersions(t *testing.T) {
	files := func(style, list string) []format.File {
		return []format.File{{Name: "style.css", Data: []byte(style)}, {Name: "index.html"}, {Name: "sitemap.xml", Data: []byte(list)}}
	}
	one, _ := lists(t, files("a", "a"))
	other, _ := lists(t, files("a", "b"))
	third, _ := lists(t, files("b", "a"))
	if one["style.css"] != other["style.css"] || one["style.css"] == third["style.css"] || one[""] != third[""] || len(one[""]) != 12 {
		t.Errorf("%v, %v, %v", one, other, third)
	}
}
