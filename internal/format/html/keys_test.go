package html

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
	"github.com/lexipoche/lexipoche/internal/web"
)

// readMarkdown reads a text as the readers of lexicons do.
func readMarkdown(f *glossary.Field, t *glossary.Text) {
	switch f.Kind {
	case glossary.Inline:
		t.Doc = markdown.Inline(t.Value)
	case glossary.Blocks:
		t.Doc = markdown.Blocks(t.Value)
	}
}

func dataIn(t *testing.T, page string) data {
	t.Helper()
	var d data
	if err := json.Unmarshal([]byte(blockOfData(t, page)), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// Whatever the tables call a term, a feminine or a plural, anywhere in an entry, leads to it.
func TestKeysHoldEveryDesignation(t *testing.T) {
	books(t, func(t *testing.T, b *format.Book, page string) {
		d := dataIn(t, page)
		lines := strings.Split(strings.TrimSuffix(d.Keys.Keys, "\n"), "\n")
		if len(lines) != len(b.Entries) || len(d.Forms) != len(b.Entries) || strings.Count(page, "<article ") != len(b.Entries) {
			t.Fatalf("%d entries, %d articles, %d lines of keys, %d of forms", len(b.Entries), strings.Count(page, "<article "), len(lines), len(d.Forms))
		}
		i := 0
		for _, s := range b.Sections {
			for _, e := range s.Entries {
				keys := capitals.Split(lines[i], -1)[1:] // nothing stands before the first rank
				for j, key := range keys {
					if slices.Contains(keys[:j], key) && key != "" {
						t.Errorf("%s: the key %q stands twice", e.ID, key)
					}
				}
				if lines[i][0] != 'A' || keys[0] != locale.Fold(e.Term.Value) {
					t.Errorf("%s: the first key is not its headword", e.ID)
				}
				glossary.EntryRecord.Groups(e, func(r *glossary.Record, group any) {
					for _, name := range []string{"term", "feminine", "plural"} {
						at := r.Lookup(name)
						if at < 0 {
							continue
						}
						text := r.Fields[at].Text(group).Value
						if text == "" {
							continue
						}
						for _, form := range append(locale.Forms(text), text) {
							if key := locale.Fold(form); !slices.Contains(keys, key) {
								t.Errorf("%s is not found by %q", e.ID, key)
							}
						}
					}
				})
				for _, former := range e.Formerly {
					if !slices.Contains(keys, locale.Fold(former.Value)) {
						t.Errorf("%s is not found by its former id", e.ID)
					}
				}
				i++
			}
		}
	})
}

// capitals tell the ranks of the keys.
var capitals = regexp.MustCompile("[A-D]")

func TestKeysSayWhatTheyAre(t *testing.T) {
	for _, e := range bookOf(t, sample(t), "").Entries {
		if e.ID != "animateur" {
			continue
		}
		keys := "AanimateurAanimatriceAanimateurs, animatricesAanimateursAanimatrices" +
			"Bfacilitateur·rice·sBfacilitateurBfacilitatriceBfacilitateursBfacilitatricesBmaitre du jeuBmaitres du jeu" +
			"CfacilitatorCfacilitatorsCchairCchairsCميسرC進行役" +
			"DchairmanDmeneurDmeneursDmeneuseDancienne animatrice"
		forms := "\n\n\n\n\n\n\n\n\n\nmaître du jeu\t\tcontextual\nmaîtres du jeu\t\tcontextual\n" +
			"\ten\n\ten\n\ten\n\ten\nميسّر\tar\n\tja\n\t\tdiscouraged\n\t\tobsolete\n\t\tobsolete\n\nancienne-animatrice"
		if got := web.KeysOf([]*glossary.Entry{e}, "fr"); got.Keys != keys+"\n" || got.Forms[0] != forms {
			t.Errorf("got %q\nand %q\nwant %q\nand %q", got.Keys, got.Forms[0], keys, forms)
		}
	}
}

// japanese is a lexicon whose keys folding decomposes: kana with their marks, Korean syllables.
const japanese = "../../../cmd/lexipoche/testdata/torture-cjk"

// Text that is not composed is a fault in a page, be it in its data; a search finds by it all the same (TestSearch).
func TestKeysAreComposed(t *testing.T) {
	b := bookOf(t, os.DirFS(japanese), "")
	block := blockOfData(t, pageOf(t, b))
	if !norm.NFC.IsNormalString(block) {
		t.Error("the data are not composed")
	}
	for _, e := range b.Entries {
		for _, f := range e.Forms(b.Language) {
			if f.Text == "공방" && !norm.NFC.IsNormalString(f.Key) && strings.Contains(block, f.Text) {
				return
			}
		}
	}
	t.Error("no key that folding decomposes")
}

// texts are the cases that the page's folding and the program's must agree on.
func texts() []string {
	list := []string{
		"", " ", "codéveloppement", "CODE\u0301VELOPPEMENT", "co-développement", "co\u00addéveloppement", " Tiers\u00a0--\u202flieux ",
		"tiers‐lieu tiers‑lieu tiers–lieu tiers—lieu tiers−lieu", "Cœur, ŒUVRE, ex æquo, Straße, STRAẞE", "Malmø Łódź Đà Þór Ħ ıİ ŋ",
		"ﬁn n° 1ᵉʳ Ｗｅｂ m² … ½ ™", "ΟΔΟΣ οδός", "Ёлка й", "שָׁלוֹם سَلَام", "कि क", "가 각", "ไทย", "l’atelier", "L'Atelier",
		"lʼatelier l′atelier l‘atelier l´atelier l`atelier l＇atelier", "l’œuvre", "l’Été", "jusqu’à lorsqu’un puisqu’elle quoiqu’on qu’un",
		"« l’atelier » (l’atelier)", "d’l’eau", "l’2e", "grand-d’eau", "aujourd’hui", "prud’homme", "presqu’île", "quelqu’un", "s’entr’ouvrir",
		"rock’n’roll", "l’", "l’ atelier", "al’atelier", "l’’atelier", "l'\u0301e", "a\u034f\u0301\u0323", "क\u094d\u200d\u093c", "가\u11a8",
		"ŉ´`", "Ⅻ ㎏ ﷺ", "Ǆ ᾳ ΐ ẛ̣", "👩‍🔧 🇶🇨", "𝐀𝒷 ａＢ", "participant·e·s", "c++ #mot", "constructor __proto__",
	}
	// Every character that may be typed, beside a letter and after an elision.
	for r := rune(1); r < 0x11000; r++ {
		if 0x3400 <= r && r < 0xA000 || 0xA000 <= r && r < 0xF900 && r%16 > 0 {
			continue // ideographs, syllables and private use are all alike
		}
		if unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf) {
			list = append(list, "x"+string(r)+"l"+string(r)+"e")
		}
	}
	// And what comes of mixing the difficult ones.
	alphabet := []rune("lLdqujsqu ''’’ʼ--–·(.éÉeœŒßİς\u0301\u0323\u0327\u00ad\u200d\u00a0ａﬁ½가\u11a8कि\u094d\u093cשָע2²")
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		list = append(list, string(text))
	}
	return list
}

// The page's search is run as readers run it, in JavaScript, and must answer as the program's: on the cases that both
// share, and on whatever may be typed for the terms of the reference lexicon.
func TestSearch(t *testing.T) {
	type text struct {
		Text     string `json:"text"`
		Folded   string `json:"folded"`
		Squeezed string `json:"squeezed"`
	}
	type query struct {
		Query string   `json:"query"`
		Hits  []string `json:"hits"`
	}
	type lexicon struct {
		Keys    string  `json:"keys"`
		Queries []query `json:"queries"`
	}
	var cases struct {
		Texts    []text    `json:"texts"`
		Lexicons []lexicon `json:"lexicons"`
	}
	for _, s := range texts() {
		folded := locale.Fold(s)
		if capitals.MatchString(folded) || strings.Contains(folded, "\n") {
			t.Errorf("%q is folded to %q, which cannot be a key", s, folded)
		}
		cases.Texts = append(cases.Texts, text{s, folded, locale.Squeeze(folded)})
	}
	try := func(b *format.Book, queries []string) {
		l := lexicon{Keys: dataIn(t, pageOf(t, b)).Keys.Keys}
		number := map[*glossary.Entry]int{}
		for i, e := range b.Entries {
			number[e] = i
		}
		index := glossary.NewIndex(b.Glossary, b.Entries)
		for _, q := range queries {
			found := index.Find(q)
			var hits []string
			if found != nil || locale.Fold(q) != "" {
				hits = []string{}
			}
			for _, h := range found {
				form := slices.IndexFunc(h.Entry.Forms(b.Language), func(f glossary.Form) bool { return f.Key == h.Form.Key })
				hits = append(hits, fmt.Sprintf("%d %d %d %d %s", number[h.Entry], h.How, h.Form.Rank, form, h.Form.Key))
			}
			l.Queries = append(l.Queries, query{q, hits})
		}
		cases.Lexicons = append(cases.Lexicons, l)
	}

	archive, err := txtar.ParseFile("../../glossary/testdata/search.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	shared := []string{"", " ", "-", "\u200b"} // which say nothing, and hide nothing
	for _, f := range archive.Files {
		if f.Name != "queries" {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
			continue
		}
		for line := range strings.Lines(string(f.Data)) {
			if q, _, ok := strings.Cut(strings.TrimPrefix(line, "|"), "|:"); ok {
				shared = append(shared, q)
			}
		}
	}
	try(bookOf(t, files, ""), shared)

	// Letters that take two units of a string in JavaScript count as one.
	files["terms/astral.yaml"] = &fstest.MapFile{Data: []byte("term: 𠮷野家𐐨b\npos: noun\ngender: masculine\ndomains: [lieux]\ndefinition: Un mot.\n")}
	try(bookOf(t, files, ""), []string{"𠮷野家", "野家", "𠮷野家𐐨", "𠮷野家x", "𠮷野x𐐨b", "x野家𐐨b", "野𠮷家𐐨b", "𠮷野家b", "𠮷野家𐐨𐐨b", "野家𐐨b", "𠮶野家𐐨b", "𠮷家𐐨"})

	reference := bookOf(t, os.DirFS("../../../lexicon"), "")
	var forms []string
	for _, e := range reference.Entries {
		for _, f := range e.Forms(reference.Language) {
			forms = append(forms, f.Text)
		}
	}
	random := rand.New(rand.NewPCG(3, 4))
	queries := slices.Clone(forms)
	ways := map[string]int{}
	index := glossary.NewIndex(reference.Glossary, reference.Entries)
	for range 4000 {
		q := typed(random, forms[random.IntN(len(forms))])
		queries = append(queries, q)
		for _, h := range index.Find(q)[:min(1, len(index.Find(q)))] {
			ways[h.How.String()]++
		}
	}
	for how := range glossary.Ways {
		if ways[how.String()] < 20 {
			t.Errorf("only %d random queries are answered in the way %q", ways[how.String()], how)
		}
	}
	try(reference, queries)
	eastern := bookOf(t, os.DirFS(japanese), "")
	queries = nil
	for _, e := range eastern.Entries {
		for _, f := range e.Forms(eastern.Language) {
			queries = append(queries, f.Text, norm.NFD.String(f.Text), string([]rune(f.Text)[:1]))
		}
	}
	try(eastern, queries)

	input, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "testdata/search.mjs", "../../web/search.js")
	node.Stdin = bytes.NewReader(input)
	out, err := node.CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("node: %v\n%.4000s", err, out)
	}
}

// typed gives what somebody may type for a form: a part of it, in another order, with errors.
func typed(random *rand.Rand, form string) string {
	text := []rune(form)
	if random.IntN(4) == 0 {
		words := strings.Fields(form)
		random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		text = []rune(strings.Join(words, " "))
	}
	if n := len(text); random.IntN(3) == 0 {
		start := random.IntN(n)
		text = text[start : start+1+random.IntN(n-start)]
	}
	letters := []rune("abceinrstuéœ·('-’ s?")
	for range random.IntN(3) {
		i := random.IntN(len(text))
		letter := letters[random.IntN(len(letters))]
		switch random.IntN(4) {
		case 0:
			text = slices.Insert(slices.Clone(text), i, letter)
		case 1:
			if len(text) > 1 {
				text = slices.Delete(slices.Clone(text), i, i+1)
			}
		case 2:
			text = slices.Clone(text)
			text[i] = letter
		case 3:
			text = slices.Clone(text)
			text[i], text[max(0, i-1)] = text[max(0, i-1)], text[i]
		}
	}
	return string(text)
}
