package epub

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// outline gives the lines of nested lists, each with a dot for each level that it is below the first.
func outline(t *testing.T, page string) []string {
	t.Helper()
	var list []string
	depth := -1
	for _, piece := range strings.SplitAfter(page, "<") {
		switch {
		case strings.HasPrefix(piece, "ul>"):
			depth++
		case strings.HasPrefix(piece, "/ul>"):
			depth--
		case strings.HasPrefix(piece, "li>"):
			list = append(list, strings.Repeat(".", depth))
		}
		if len(list) > 0 && depth >= 0 {
			_, words, _ := strings.Cut(strings.TrimSuffix(piece, "<"), ">")
			list[len(list)-1] = strings.TrimRight(list[len(list)-1]+words, "\n")
		}
	}
	return list
}

func TestTree(t *testing.T) {
	in := named(t, oneDomain, map[string]string{
		"lieu":    "domains: [a]\n",
		"outil":   "domains: [a]\n",
		"atelier": "domains: [a]\nbroader: [outil, lieu]\n",
		"fablab":  "domains: [a]\nbroader: [atelier]\n",
		"École":   "domains: [a]\nbroader: [lieu]\n",
		"mot":     "domains: [a]\nrelated: [lieu]\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	page := files["EPUB/xhtml/tree.xhtml"]
	same(t, "tree", outline(t, page), []string{
		"lieu", ".atelier", "..fablab", ".École", "outil", ".atelier (voir plus haut)",
	})
	for _, want := range []string{
		`<li><a href="letter-l.xhtml#lieu">lieu</a>`, `<li><a href="letter-a.xhtml#atelier">atelier</a> (voir plus haut)</li>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	guide := files["EPUB/xhtml/"+guideName]
	if want := `<a href="tree.xhtml">Arbre des notions</a>`; !strings.Contains(guide, want) || !strings.Contains(files["EPUB/nav.xhtml"], `xhtml/tree.xhtml`) {
		t.Errorf("nothing leads to the tree")
	}

	in.Editions = []*glossary.Edition{{Name: "x", Title: glossary.Text{Value: "X"}, Select: &glossary.Selection{Except: []glossary.Text{{Value: "lieu"}}}}}
	files, _ = members(t, write1(t, bookOf(in, in.Editions[0])))
	same(t, "tree of an edition", outline(t, files["EPUB/xhtml/tree.xhtml"]), []string{"outil", ".atelier", "..fablab"})
	in.Editions[0].Select.Except = append(in.Editions[0].Select.Except, glossary.Text{Value: "outil"})
	files, _ = members(t, write1(t, bookOf(in, in.Editions[0])))
	if files["EPUB/xhtml/tree.xhtml"] != "" {
		t.Error("a tree of one link")
	}
}

// What has no top and what is too deep is there all the same, and the work ends.
func TestTreesWithoutTopOrBottom(t *testing.T) {
	circle := named(t, oneDomain, map[string]string{
		"a": "domains: [a]\nbroader: [c]\n", "b": "domains: [a]\nbroader: [a]\n", "c": "domains: [a]\nbroader: [b]\n",
	})
	files, _ := members(t, write1(t, bookOf(circle, nil)))
	same(t, "circle", outline(t, files["EPUB/xhtml/tree.xhtml"]), []string{"a", ".b", "..c", "...a (voir plus haut)"})

	entries := map[string]string{"m0": "domains: [a]\n"}
	for i := 1; i <= 7; i++ {
		entries[fmt.Sprintf("m%d", i)] = fmt.Sprintf("domains: [a]\nbroader: [m%d]\n", i-1)
	}
	files, _ = members(t, write1(t, bookOf(named(t, oneDomain, entries), nil)))
	same(t, "chain", outline(t, files["EPUB/xhtml/tree.xhtml"]), []string{
		"m0", ".m1", "..m2", "...m3", "....m4", ".....m5 (voir plus bas)", "m5", ".m6", "..m7",
	})
}

// A tree that is longer than a file goes on in another, under the concepts that lead there.
func TestLongTree(t *testing.T) {
	b := large(t, 5000)
	relations := func(i, n int) { // n is under i
		b.Relations(b.Entries[n]).Broader = []*glossary.Entry{b.Entries[i]}
	}
	relations(0, 1)
	for i := 2; i < len(b.Entries); i++ {
		relations(1, i)
	}
	p, err := plan(b)
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	lines := 0
	for i := range p.pages {
		if strings.HasPrefix(p.pages[i].name, "tree") {
			body := string(p.pages[i].body)
			pages = append(pages, body)
			lines += strings.Count(body, "<li>")
			if _, err := inspect([]byte("<r>" + body + "</r>")); err != nil || len(body) > maxPage+maxPage/8 {
				t.Errorf("%s has %d bytes: %v", p.pages[i].name, len(body), err)
			}
		}
	}
	if len(pages) < 2 || lines != 5000+2*(len(pages)-1) {
		t.Fatalf("%d lines in %d pages", lines, len(pages))
	}
	got := outline(t, pages[1])
	same(t, "second page", got[:2], []string{b.Entries[0].Term.Value + " (suite)", "." + b.Entries[1].Term.Value + " (suite)"})
	if !strings.HasPrefix(got[2], "..") {
		t.Errorf("the second page goes on with %q", got[2])
	}
}

func TestConfusable(t *testing.T) {
	in := named(t, oneDomain, map[string]string{
		"cotravail": "domains: [a]\ndistinguish: [bureau, mot]\nin_brief: Travailler & *partager*\u00a0!\n",
		"bureau":    "domains: [a]\ndistinguish: [cotravail]\n",
		"mot":       "domains: [a]\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	page := files["EPUB/xhtml/not-to-be-confused.xhtml"]
	same(t, "pairs", listed(t, page), []string{"bureau cotravail Travailler & partager !", "cotravail Travailler & partager ! mot"})
	if want := `<p class="gloss"><a href="letter-c.xhtml#cotravail">cotravail</a><br/>` + "\nTravailler &amp; partager\u00a0!</p>"; !strings.Contains(page, want) {
		t.Errorf("no %s", want)
	}
	in.Editions = []*glossary.Edition{{Name: "x", Title: glossary.Text{Value: "X"}, Select: &glossary.Selection{Except: []glossary.Text{{Value: "cotravail"}}}}}
	files, _ = members(t, write1(t, bookOf(in, in.Editions[0])))
	if files["EPUB/xhtml/not-to-be-confused.xhtml"] != "" {
		t.Error("a list of nothing")
	}
}
