#!/usr/bin/env bash
# fuzz.sh TIME: runs each fuzz target of the module for TIME (30s, 1000x).
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: fuzz.sh TIME" >&2; exit 2; }
cd "$(dirname "$0")/.."

# go test lists the targets of a package, then a line "ok PACKAGE TIME".
targets=$(go test -list '^Fuzz' ./... |
	awk '/^Fuzz/ { names[n++] = $1 } /^ok/ { for (i = 0; i < n; i++) print $2, names[i]; n = 0 }')
while read -r package target; do
	[ -n "$target" ] || continue
	echo "fuzz: $package $target"
	# A short minimisation: the usual minute for each new input looks like a fuzzer that hangs.
	go test -run '^$' -fuzz "^$target\$" -fuzztime "$1" -fuzzminimizetime 20x "$package" </dev/null
done <<<"$targets"
