#!/usr/bin/env bash
# Builds lexicons with the program of this tree and hands each output to the validator of its standard.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
fixtures=cmd/lexipoche/testdata
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

go build -o "$tmp/lexipoche" ./cmd/lexipoche

# The reference lexicon as the program embeds it: away from the tree there is no ./lexicon to be taken instead.
(cd "$tmp" && ./lexipoche build --out reference && ./lexipoche build --edition forum --out forum && ./lexipoche build --lang en --out english)
# Lexicons made to be hard on formats, and their editions. They are full of what is warned of.
for lexicon in $fixtures/torture*/; do
	name=$(basename "$lexicon")
	"$tmp/lexipoche" build "$lexicon" --out "$tmp/$name" 2>"$tmp/warnings" || { cat "$tmp/warnings" >&2; exit 1; }
	for edition in "$lexicon"editions/*.yaml; do
		"$tmp/lexipoche" build "$lexicon" --edition "$(basename "$edition" .yaml)" --out "$tmp/$name-editions" 2>"$tmp/warnings" ||
			{ cat "$tmp/warnings" >&2; exit 1; }
	done
done

(
	cd "$tmp" # for short names in what is printed
	"$root/tools/epubcheck.sh" */*.epub
	"$root/tools/nu.sh" */*.html */*.epub
	java "$root/tools/ZipSmoke.java" */*.epub
	"$root/tools/ace.sh" */*.epub
	"$root/tools/axe.mjs" */*.html */*.epub
	"$root/tools/browser.mjs" reference/*.html torture/*.html
)

# A report with findings and one without: an empty list must be a list too.
status=0
"$tmp/lexipoche" lint --format sarif $fixtures/broken >"$tmp/broken.sarif" || status=$?
if [ $status -ne 1 ] || ! grep -q '"ruleId"' "$tmp/broken.sarif"; then
	echo "validate: lint $fixtures/broken exited $status; 1 and findings were expected" >&2
	exit 1
fi
"$tmp/lexipoche" lint --format sarif lexicon >"$tmp/clean.sarif"
(cd "$tmp" && "$root/tools/sarif.mjs" broken.sarif clean.sarif)
