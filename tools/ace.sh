#!/usr/bin/env bash
# ace.sh BOOK.epub…: Ace by DAISY, which judges the accessibility of a book: its metadata and each of its documents.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: ace.sh BOOK.epub…" >&2; exit 2; }
bin=$(dirname "$0")/node_modules/.bin
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
PUPPETEER_EXECUTABLE_PATH=$(command -v "${CHROMIUM:-chromium}") || { echo "ace: no Chromium" >&2; exit 1; }
export PUPPETEER_EXECUTABLE_PATH XDG_CONFIG_HOME=$tmp XDG_STATE_HOME=$tmp # where Ace keeps its log, the browser its profile

# What the report says of a book: how many documents were read, or each violation, with its place.
report='
const { assertions } = JSON.parse(require("fs").readFileSync(process.argv[1]));
const found = assertions.flatMap(({ "earl:testSubject": { url }, assertions }) => assertions.map((violation) => {
  const { "earl:test": test, "earl:result": result, html = "" } = violation;
  const place = result["earl:pointer"]?.css?.join(" ") ?? "";
  return [url, test["dct:title"], place, result["dct:description"], html].join(": ").replace(/\s+/g, " ");
}));
const documents = assertions.filter(({ "earl:testSubject": { url } }) => /^[^/].*\.xhtml$/.test(url)); // /… is the navigation, again
console.log(found.join("\n") || `clean, ${documents.length} XHTML documents`);
process.exitCode = found.length > 0 ? 1 : 0;'

failed=0
for book; do
	out=$(mktemp -d "$tmp/XXXXXX")
	# Exit status 2 is that of a book with violations (-E); another is that of Ace, which has then made no report.
	status=0
	"$bin/ace-cli" --silent --exiterror2 --force --outdir "$out" "$book" >"$out/log" 2>&1 || status=$?
	if [ ! -f "$out/report.json" ]; then
		cat "$out/log" "$tmp"/DAISY*/*.log >&2
		echo "ace: $book: Ace did not run ($status)" >&2
		failed=1
	elif said=$(node -e "$report" "$out/report.json") && [ $status -eq 0 ]; then
		echo "ace: $book: $said"
	else
		printf '%s\nace: %s: failed (%d)\n' "$said" "$book" $status >&2
		failed=1
	fi
	rm -rf "$tmp"/*
done
exit $failed
