# make check is what CI runs; make alone lists the targets.

SHELL := /bin/bash
FUZZTIME ?= 30s

.DEFAULT_GOAL := help
.PHONY: help check setup lint validate race test golden fuzz bench typing pictures dist clean
# The steps print as they go, and Go uses every core by itself.
.NOTPARALLEL:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

check: setup lint validate race ## run every check, after installing what is missing

setup: ## install what the checks need and the machine lacks
	@echo "==> setup"
	@tools/setup.sh

lint: ## gofmt, go vet, staticcheck
	@echo "==> lint"
	@unformatted=$$(gofmt -l .) && if [ -n "$$unformatted" ]; then echo "to be run: gofmt -w" $$unformatted; exit 1; fi
	@go vet ./...
	@go tool staticcheck ./...

validate: setup ## build lexicons and run the validators of every format
	@echo "==> validate"
	@tools/validate.sh

race: ## the Go tests and the seeds of the fuzz targets, with the race detector
	@echo "==> test"
	@go test -race ./...

test: ## the Go tests, the quick way
	@go test ./...

golden: ## rewrite the expected outputs of the tests: read the difference before you commit it
	@echo "==> golden"
	@go test $$(grep -rlE --include='*_test.go' 'flag\.Bool\("update"|casetest\.Run' . | xargs -r -n1 dirname | sort -u) -update
	@go test ./internal/compile -update # the pages of docs are made of the cases that were just rewritten

fuzz: ## run each fuzz target for FUZZTIME (30s)
	@echo "==> fuzz"
	@tools/fuzz.sh $(FUZZTIME)

bench: ## measure: every benchmark, the build of 1 000 to 20 000 concepts among them
	@echo "==> bench"
	@go test -run '^$$' -bench . -benchmem ./...

typing: setup ## measure what a letter typed in a page of 10 000 entries takes, in a slow browser
	@echo "==> typing"
	@tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && go run ./tools/sample 10000 "$$tmp/lexicon" && \
		{ go run ./cmd/lexipoche build "$$tmp/lexicon" --to html --out "$$tmp" >"$$tmp/log" 2>&1 || { tail "$$tmp/log"; exit 1; }; } && \
		tools/typing.mjs "$$tmp"/*.html

pictures: setup ## take the pictures of the README again
	@echo "==> pictures"
	@tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && go build -o "$$tmp/lexipoche" ./cmd/lexipoche && tools/pictures.mjs "$$tmp/lexipoche" docs/pictures

dist: ## build the reference lexicon into dist
	@echo "==> dist"
	@go run ./cmd/lexipoche build --out dist

clean: ## remove what the other targets made
	@find dist -mindepth 1 ! -path dist/README.md -delete
	@rm -rf .bench tools/node_modules lexipoche coverage*
