package epub

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/sample"
)

func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		files := fstest.MapFS{}
		for name, data := range sample.Lexicon(n) {
			files[name] = &fstest.MapFile{Data: data}
		}
		book := bookOf(load(b, files), nil)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := write(book); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
