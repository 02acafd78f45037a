#!/usr/bin/env bash
# Installs what `make check` needs and this machine lacks; says nothing when all is there.
# Debian packages are installed only as root on a machine with apt-get; anyone else is told what to install.
set -euo pipefail
cd "$(dirname "$0")"

has() { command -v "$1" >/dev/null 2>&1; }

# Two runs at once would install over each other.
exec 9<setup.sh
! has flock || flock 9

# 17 for "17.0.15", 8 for "1.8.0_402", 0 without Java.
java_version() {
	has java || { echo 0; return; }
	java -version 2>&1 | awk -F '[".]' '/ version "/ { v = $2 == 1 ? $3 : $2 } END { print v + 0 }'
}

if ! has go; then
	echo "setup: Go est introuvable : installez la version que nomme go.mod, ou une plus récente." >&2
	echo "setup: Go was not found: install the version named in go.mod, or a newer one." >&2
	exit 1
fi

missing=()
has "$(go env CC | awk '{ print $1 }')" || missing+=(gcc libc6-dev) # the race detector is linked by a C compiler
[ "$(java_version)" -ge 11 ] || missing+=(default-jre-headless)
has node || missing+=(nodejs)
has npm || missing+=(npm)
has unzip || missing+=(unzip)
has python3 || missing+=(python3) # which developers read the JSON with: docs/json.md
has "${CHROMIUM:-chromium}" || missing+=(chromium) # CHROMIUM: the path of a browser of that family, where it has another name

# The package lists are fetched only when they are absent or too old to serve.
install() {
	has apt-get && [ "$(id -u)" = 0 ] || return 1
	echo "setup: apt-get install $*"
	local apt=(apt-get install -qq --no-install-recommends -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@")
	export DEBIAN_FRONTEND=noninteractive
	"${apt[@]}" >/dev/null 2>&1 || { apt-get update -qq && "${apt[@]}" >/dev/null; }
}

if [ ${#missing[@]} -gt 0 ] && ! install "${missing[@]}"; then
	echo "setup: il manque ${missing[*]} (noms des paquets Debian) : installez-les, puis recommencez." >&2
	echo "setup: missing ${missing[*]} (names of Debian packages): install them, then try again." >&2
	exit 1
fi

node_version=$(node -p 'parseInt(process.versions.node)')
if [ "$node_version" -lt 18 ]; then
	echo "setup: Node.js $node_version est trop ancien : installez la version 18, ou une plus récente." >&2
	echo "setup: Node.js $node_version is too old: install version 18 or newer." >&2
	exit 1
fi

# A copy of the lock file inside node_modules tells what was installed; npm removes it first of all.
stamp=node_modules/.installed
if ! cmp -s package-lock.json $stamp; then
	echo "setup: npm ci"
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
	# A package's tests hold a file that is Go by its name alone, and the go command reads every folder.
	find node_modules -name '*.go' -delete
	cp package-lock.json $stamp
fi
