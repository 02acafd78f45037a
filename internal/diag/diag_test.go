package diag_test

import (
	"math/rand"
	"reflect"
	"testing"

	"github.com/lexipoche/lexipoche/internal/diag"
)

func TestSort(t *testing.T) {
	at := func(file string, line, col int32, code, value string) diag.Diagnostic {
		return diag.Diagnostic{Code: code, File: file, Span: diag.Span{line, col, line, col + 1}, Args: diag.Args{"v": value}}
	}
	longer := at("b", 2, 1, "m", "")
	longer.Span.EndCol = 9
	want := diag.List{
		{Code: "z", File: "a"},
		at("a", 9, 9, "a", ""),
		{Code: "z", File: "b"},
		at("b", 1, 1, "m", ""),
		at("b", 2, 1, "l", ""),
		at("b", 2, 1, "m", "1"),
		at("b", 2, 1, "m", "2"),
		longer,
		at("b", 2, 3, "a", ""),
		at("b", 10, 1, "a", ""),
	}
	random := rand.New(rand.NewSource(1))
	for range 200 {
		got := append(append(diag.List{}, want...), want...)
		random.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		got.Sort()
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got\n%v\nwant\n%v", got, want)
		}
	}
}

func TestSortTellsValuesApart(t *testing.T) {
	for name, test := range map[string]struct {
		a, b diag.Args
		want int
	}{
		"none":          {nil, diag.Args{}, 1},
		"lists":         {diag.Args{"v": []string{"a"}}, diag.Args{"v": []string{"a"}}, 1},
		"other lists":   {diag.Args{"v": []string{"a", "b"}}, diag.Args{"v": []string{"a b"}}, 2},
		"numbers":       {diag.Args{"v": []int{1}}, diag.Args{"v": []int{1}}, 1},
		"types":         {diag.Args{"v": 1}, diag.Args{"v": "1"}, 2},
		"names":         {diag.Args{"v": 1}, diag.Args{"w": 1}, 2},
		"one name more": {diag.Args{"v": 1}, diag.Args{"v": 1, "w": 1}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			l := diag.List{{Code: "c", Args: test.a}, {Code: "c", Args: test.b}}
			if l.Sort(); len(l) != test.want {
				t.Errorf("%d findings left", len(l))
			}
		})
	}
}

func TestSeverityNames(t *testing.T) {
	for _, s := range []diag.Severity{diag.Off, diag.Review, diag.Warning, diag.Error} {
		if got, ok := diag.ParseSeverity(s.String()); got != s || !ok {
			t.Errorf("%v is read as %v", s, got)
		}
	}
	if _, ok := diag.ParseSeverity("erreur"); ok {
		t.Error("erreur is read")
	}
}

func TestCount(t *testing.T) {
	l := diag.List{{Severity: diag.Warning}, {Severity: diag.Review}, {Severity: diag.Warning}}
	if l.Count(diag.Warning) != 2 || l.Count(diag.Off) != 0 || l.HasErrors() {
		t.Error("warnings miscounted")
	}
	if l = append(l, diag.Diagnostic{Severity: diag.Error}); !l.HasErrors() {
		t.Error("the error is not seen")
	}
}

func TestContains(t *testing.T) {
	s := diag.Span{2, 3, 4, 2}
	if s.IsZero() || !(diag.Span{}).IsZero() {
		t.Error("a place is taken for the whole file, or the whole file for a place")
	}
	for place, want := range map[diag.Span]bool{
		{Line: 2, Col: 2}: false,
		{Line: 2, Col: 3}: true,
		{Line: 3, Col: 1}: true,
		{Line: 4, Col: 1}: true,
		{Line: 4, Col: 2}: false,
		{Line: 5, Col: 1}: false,
	} {
		if s.Contains(place) != want {
			t.Errorf("%v: not %t", place, want)
		}
	}
}
