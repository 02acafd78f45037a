#!/usr/bin/env bash
# nu.sh FILE…: the Nu HTML checker, where a warning counts as an error, on pages (.html), on those of sites (a folder) and on
# what books (.epub) hold: XHTML documents, style sheets and SVG images.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: nu.sh PAGE.html… SITE/… BOOK.epub…" >&2; exit 2; }
jar=$(dirname "$0")/node_modules/vnu-jar/build/dist/vnu.jar
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# -Xss8m: compiled lightly (C1), the checker overflows the usual stack.
nu=(java -Xss8m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" --Werror --also-check-css --also-check-svg)

# Filters tell what the checker is wrong about; their dots stand for curly quotes, which Java does not read under every
# locale. In a page, it takes an image of the page's own (data:) for one that the policy "img-src data:" refuses.
page() {
	[ -f "$1" ] || { echo "nu: $1: no such file" >&2; return 1; }
	"${nu[@]}" --filterpattern '.*Content Security Policy .meta tag.: image .data:image/.* blocked by .img-src. directive.*' "$1" &&
		echo "nu: $1: clean"
}

# From a disk, it takes what stands beside a page for what the policy of the page refuses ('self'): axe.mjs loads it as from
# a server. The files that a site offers are judged apart.
site() {
	find "$1" -name '*.html' ! -path '*/download/*.html' -o -path '*/download/index.html' -o -name '*.css' | sort | tr '\n' '\0' |
		xargs -0 "${nu[@]}" --filterpattern '.*Content Security Policy .meta tag.: (external (stylesheet|script)|image) .\.{1,2}/.* blocked by .*' || return 1
	echo "nu: $1: clean"
}

# In a book, whose EPUB it does not know, it takes epub:type for the attribute type.
book() {
	local dir documents
	dir=$(mktemp -d "$tmp/XXXXXX")
	unzip -q "$1" -d "$dir" || return 1
	documents=$(find "$dir" -name '*.xhtml' | wc -l)
	if [ "$documents" -eq 0 ]; then
		echo "nu: $1: no XHTML document" >&2
		return 1
	fi
	find "$dir" \( -name '*.xhtml' -o -name '*.css' -o -name '*.svg' \) -print0 |
		xargs -0 "${nu[@]}" --filterpattern '.*Attribute .type. not allowed on element.*' || return 1
	echo "nu: $1: clean, $((documents)) XHTML documents"
}

failed=0
for file; do
	case $file in
	*.epub) book "$file" ;;
	*/) site "$file" ;;
	*) page "$file" ;;
	esac || failed=1
done
exit $failed
