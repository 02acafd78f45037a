package export_test

import (
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/export"
	"github.com/lexipoche/lexipoche/internal/format/json"
	"github.com/lexipoche/lexipoche/internal/sample"
)

// BenchmarkRead reads exports of several sizes, and tells how many times it takes what writing the same took.
func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			fsys := fstest.MapFS{}
			for name, data := range sample.Lexicon(n) {
				fsys[name] = &fstest.MapFile{Data: data}
			}
			out, found, err := compile.Build(fsys, compile.Options{Formats: []string{"json"}, Program: "lexipoche test"})
			if err != nil || out == nil {
				b.Fatal(err, found)
			}
			data := out.Files[0].Data
			start := time.Now()
			if _, err := json.Format.Write(out.Book); err != nil {
				b.Fatal(err)
			}
			writing := time.Since(start)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				x, found := export.Read("mesure.json", data)
				if len(found) > 0 || len(x.Entries) != n {
					b.Fatal(found, len(x.Entries))
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(writing), "x-writing")
		})
	}
}
