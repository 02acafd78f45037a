package export_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/export"
)

// A file that was made to exhaust the reader is read in a time that grows with its size, and says no more than it must.
func TestHostileFiles(t *testing.T) {
	src := whole(t)
	const n = 20_000
	many := func(format string) string {
		var b strings.Builder
		for i := range n {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, data := range map[string]string{
		"bad redirects":    strings.Replace(src, `"redirects":{`, `"redirects":{`+many(`"A%d":null`)+",", 1),
		"stray redirects":  strings.Replace(src, `"redirects":{`, `"redirects":{`+many(`"a%d":"banc"`)+",", 1),
		"bad languages":    strings.Replace(src, `"translations":{"en"`, `"translations":{`+many(`"%d":{"term":"x"}`)+`,"en"`, 1),
		"nulls":            strings.Replace(src, `"domains":["outils"]`, `"domains":[`+strings.Repeat("null,", n)+`"outils"]`, 1),
		"many relations":   strings.Replace(src, `"related":["chaise"`, `"related":["chaise",`+many(`"a%d"`), 1),
		"same relations":   strings.Replace(src, `"related":["chaise"`, `"related":[`+strings.Repeat(`"chaise",`, n)+`"chaise"`, 1),
		"many former ids":  strings.Replace(src, `"formerly":["banquette"`, `"formerly":["banquette",`+many(`"a%d"`), 1),
		"unknown keys":     strings.Replace(src, `"pos":"noun"`, `"pos":"noun",`+many(`"k%d":0`), 1),
		"empty concepts":   strings.Replace(src, `"entries":[`, `"entries":[`+strings.Repeat("{},", n), 1),
		"bad concepts":     strings.Replace(src, `"entries":[`, `"entries":[`+strings.Repeat("null,", n), 1),
		"unknown envelope": strings.Replace(src, `"count"`, many(`"k%d":0`)+`,"count"`, 1),
		"a text of marks":  strings.Replace(src, `"markdown":"Un siège`, `"markdown":"`+strings.Repeat("[", n*10)+"Un siège", 1),
		"escapes":          `{"type":"lexicon","a":"` + strings.Repeat(`\u00e9`, n) + `"}`,
		"bad escapes":      `{"type":"lexicon","a":"` + strings.Repeat(`\q`, n) + `"}`,
		"comments":         strings.Repeat("/**/", n) + src,
		"brackets":         strings.Repeat("[", n),
		"one line":         strings.ReplaceAll(src, "\n", "") + strings.Repeat(" ", n),
		"great numbers":    `{"type":"lexicon","schema":` + strings.Repeat("9", n) + `,"count":1e` + strings.Repeat("9", n) + `}`,
	} {
		_, found := export.Read("petit.json", []byte(data))
		if len(found) > 200 || len(found) == 0 && name != "one line" {
			t.Errorf("%s: %d findings", name, len(found))
		}
	}
}
