package html

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
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
		if len(d.Keys) != len(b.Entries) || strings.Count(page, "<article ") != len(d.Keys) {
			t.Fatalf("%d entries, %d articles, %d groups of keys", len(b.Entries), strings.Count(page, "<article "), len(d.Keys))
		}
		i := 0
		for _, s := range b.Sections {
			for _, e := range s.Entries {
				keys := strings.Split(strings.Join(d.Keys[i], "\n"), "\n")
				for j, key := range keys {
					if slices.Contains(keys[:j], key) && key != "" {
						t.Errorf("%s: the key %q stands twice", e.ID, key)
					}
				}
				if d.Keys[i][headword] == "" || strings.Split(d.Keys[i][headword], "\n")[0] != locale.Fold(e.Term.Value) {
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

func TestKeysAreGroupedByWhatTheyAre(t *testing.T) {
	for _, e := range bookOf(t, sample(t), "").Entries {
		if e.ID != "animateur" {
			continue
		}
		want := []string{
			"animateur\nanimatrice\nanimateurs, animatrices",
			"facilitateur·rice·s\nfacilitateur\nfacilitatrice\nfacilitateurs\nfacilitatrices\nmaitre du jeu\nmaitres du jeu",
			"facilitator\nfacilitators\nchair\nميسر\n進行役",
			"chairman\nmeneur\nmeneuse\nancienne animatrice",
		}
		if got := keys(e); !slices.Equal(got, want) {
			t.Errorf("got %q\nwant %q", got, want)
		}
	}
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

// The search runs as readers run it, in JavaScript, on the keys of the reference lexicon and of the sample.
func TestSearch(t *testing.T) {
	type text struct {
		Text     string `json:"text"`
		Folded   string `json:"folded"`
		Squeezed string `json:"squeezed"`
	}
	type query struct {
		Query string `json:"query"`
		Found []int  `json:"found"`
	}
	var cases struct {
		Texts   []text     `json:"texts"`
		Keys    [][]string `json:"keys"`
		Queries []query    `json:"queries"`
	}
	for _, s := range texts() {
		folded := locale.Fold(s)
		cases.Texts = append(cases.Texts, text{s, folded, locale.Squeeze(folded)})
	}
	entries := []struct {
		id   string
		keys []string
	}{
		{"tiers-lieu", []string{"tiers lieu\ntiers lieux", "troisieme lieu", "third place\nthird places"}},
		{"codeveloppement", []string{"codeveloppement", "codev", "co development"}},
		{"balise", []string{"balise de proximite", "balise", "proximity beacon", "beacon\nbeacons"}},
		{"medialab", []string{"medialab", "", "media lab"}},
		{"cours", []string{"cours"}},
		{"courant", []string{"courant electrique"}},
		{"aujourd-hui", []string{"aujourd'hui"}},
		{"tokyo", []string{"東京"}},
	}
	number := map[string]int{}
	for i, e := range entries {
		cases.Keys = append(cases.Keys, e.keys)
		number[e.id] = i
	}
	for q, ids := range map[string]string{
		"tiers lieux": "tiers-lieu", "TIERS-LIEU": "tiers-lieu", "tierslieu": "tiers-lieu", "lieux tiers": "tiers-lieu", "l’tiers": "tiers-lieu",
		"codéveloppement": "codeveloppement", "co-développement": "codeveloppement", "CODEVELOPPEMENT": "codeveloppement", "codév": "codeveloppement",
		"beacon": "balise", "Beacons": "balise", "balises de proximités": "balise", "« beacon »": "balise", "beacon?": "balise",
		"lab": "medialab", "la": "medialab", "cours": "cours", "cour": "cours courant", "courants": "courant", "co": "codeveloppement cours courant",
		"aujourd’hui": "aujourd-hui", "aujourdhui": "aujourd-hui", "京": "tokyo", "東": "tokyo",
		"zzz": "", "#": "", "</script>": "", "'": "",
	} {
		found := []int{}
		for id := range strings.FieldsSeq(ids) {
			found = append(found, number[id])
		}
		slices.Sort(found)
		cases.Queries = append(cases.Queries, query{q, found})
	}
	for _, q := range []string{"", " ", "-", "\u200b"} { // which say nothing, and hide nothing
		cases.Queries = append(cases.Queries, query{q, nil})
	}

	input, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "testdata/search.mjs", "search.js", "page.js")
	node.Stdin = bytes.NewReader(input)
	out, err := node.CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("node: %v\n%.4000s", err, out)
	}
}
