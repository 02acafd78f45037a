#!/usr/bin/env bash
# Builds lexicons with the program of this tree and hands each output to the validator of its standard.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
fixtures=cmd/lexipoche/testdata
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

go build -o "$tmp/lexipoche" ./cmd/lexipoche

formats=epub,html,json,jsonl,json-files,jsonld
# The reference lexicon as the program embeds it: away from the tree there is no ./lexicon to be taken instead.
(cd "$tmp" && ./lexipoche build --to $formats --out reference && ./lexipoche build --to $formats --edition forum --out forum &&
	./lexipoche build --to $formats --lang en --out english &&
	./lexipoche build --to site --lang fr,en --out reference)
# A translation that the program has no words for, from the right, where most entries have none.
"$tmp/lexipoche" build $fixtures/torture --to $formats --lang ar --out "$tmp/torture-ar" 2>"$tmp/warnings" || { cat "$tmp/warnings" >&2; exit 1; }
# A lexicon of 400 terms under one letter, whose book takes several files for it.
many=$tmp/lexicons/torture-many
mkdir "$tmp/lexicons" && cp -r $fixtures/torture-one "$many"
words=$(printf ', puis d’autres mots%.0s' {1..12})
for n in {001..400}; do
	printf 'term: a%s\npos: verb\ndomains: [a]\ndefinition: Suit [[a]]%s.\n' "$n" "$words" >"$many/terms/a$n.yaml"
done
# One with Indonesian, whose tag is the name of a key.
indonesian=$tmp/lexicons/torture-id
cp -r $fixtures/torture-one "$indonesian"
echo 'translations: [id]' >>"$indonesian/lexicon.yaml"
printf 'translations:\n  id: {term: punya, definition: Memiliki.}\n' >>"$indonesian/terms/a.yaml"
# Lexicons made to be hard on formats, and their editions. They are full of what is warned of.
for lexicon in $fixtures/torture*/ "$many/" "$indonesian/"; do
	name=$(basename "$lexicon")
	"$tmp/lexipoche" build "$lexicon" --to $formats --out "$tmp/$name" 2>"$tmp/warnings" || { cat "$tmp/warnings" >&2; exit 1; }
	for edition in "$lexicon"editions/*.yaml; do
		[ -f "$edition" ] || continue # the lexicon has none
		"$tmp/lexipoche" build "$lexicon" --to $formats --edition "$(basename "$edition" .yaml)" --out "$tmp/$name-editions" 2>"$tmp/warnings" ||
			{ cat "$tmp/warnings" >&2; exit 1; }
	done
done

# Their sites, in both directions of writing.
for name in torture torture-rtl; do
	"$tmp/lexipoche" build $fixtures/$name --to site --out "$tmp/$name" 2>"$tmp/warnings" || { cat "$tmp/warnings" >&2; exit 1; }
done

# judge VALIDATOR FILE…: runs a validator on files one by one, on two cores: most of its time is that of its start.
judge() {
	local validator=$1
	shift
	printf '%s\0' "$@" | xargs -0 -n 1 -P 2 "$root/tools/$validator"
}
# Small sites around the feeds, the catalogues and the worker.
go test -count=1 -run '^TestServices$' ./internal/format/site -services "$tmp/sites" >/dev/null

(
	cd "$tmp" # for short names in what is printed
	mapfile -t exports < <(ls */*.json | grep -v '\.schema\.json$')
	"$root/tools/json.mjs" "${exports[@]}" */*.jsonl */json*/index.json */json*/*/index.json
	"$root/tools/json.mjs" --mutate torture/*torture.json torture-editions/*choix.json
	"$root/tools/jsonld.mjs" "${exports[@]}"
	judge epubcheck.sh */*.epub
	judge nu.sh */*.html */site/ */*.epub
	java "$root/tools/ZipSmoke.java" */*.epub
	# Ace reads the books that hold every kind of page, in both directions of writing: it is the slowest.
	judge ace.sh {reference,forum,english,torture,torture-ar,torture-en,torture-rtl,torture-cjk,*-editions}/*.epub
	judge axe.mjs */*.html */site/ */*.epub
	"$root/tools/opds.mjs" sites/*/opds*.{xml,json} reference/site/opds*.{xml,json}
	"$root/tools/site.mjs" sites/* reference/site torture-rtl/site
	"$root/tools/browser.mjs" reference/*.html torture/*.html
)

# What the pages for developers show.
"$root/tools/examples.mjs" "$tmp/lexipoche"

# A report with findings and one without: an empty list must be a list too.
status=0
"$tmp/lexipoche" lint --format sarif $fixtures/broken >"$tmp/broken.sarif" || status=$?
if [ $status -ne 1 ] || ! grep -q '"ruleId"' "$tmp/broken.sarif"; then
	echo "validate: lint $fixtures/broken exited $status; 1 and findings were expected" >&2
	exit 1
fi
"$tmp/lexipoche" lint --format sarif lexicon >"$tmp/clean.sarif"
(cd "$tmp" && "$root/tools/sarif.mjs" broken.sarif clean.sarif)

# The schemas in the editor that they are for.
tools/editor.mjs
