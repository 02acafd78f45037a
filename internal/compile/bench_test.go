package compile

import (
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/sample"
	"github.com/lexipoche/lexipoche/internal/source"
)

// BenchmarkLanguage compares what a lexicon's language costs (the keys it is sorted by, the folded forms it is searched by,
// the links that its texts get by themselves) with the reading of the same files, in the same run: the share is in
// percent of the time of reading. Files are in memory, so that a slow disk does not flatter the share.
func BenchmarkLanguage(b *testing.B) {
	for _, n := range []int{1000, 10_000, 20_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			fsys := fstest.MapFS{}
			for name, data := range sample.Lexicon(n) {
				fsys[name] = &fstest.MapFile{Data: data}
			}
			var reading, folding, linking time.Duration
			links := 0
			for b.Loop() {
				start := time.Now()
				in, found, err := source.Load(fsys)
				if err != nil || found.HasErrors() {
					b.Fatal(err, found)
				}
				g := glossary.Link(in)
				reading += time.Since(start)

				start = time.Now()
				collation := in.Lexicon.Collation()
				for _, e := range in.Entries {
					collation.Key(e.SortText())
					e.Forms(in.Lexicon.Language.Value)
				}
				folding += time.Since(start)

				start = time.Now()
				links = 0
				for _, e := range in.Entries {
					links += len(g.Autolinks(&e.Definition))
				}
				linking += time.Since(start)
			}
			b.ReportMetric(100*folding.Seconds()/reading.Seconds(), "%folding")
			b.ReportMetric(100*linking.Seconds()/reading.Seconds(), "%linking")
			b.ReportMetric(float64(links)/float64(n), "links/entry")
		})
	}
}
