package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the results into the golden files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"lexipoche": main})
}

// TestScripts runs the command as people do. The first word of a script's name is the command it is about.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "C.UTF-8") // counts as unset: the command speaks French
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"stamp": stamp,
		},
	})
}

// exits runs a command that must end with a given status: exits 2 lexipoche buidl.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND [ARGUMENTS]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

var longAgo = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

// stamp gives files a time long past (stamp set FILE…), or checks that they still have it (stamp check FILE…).
func stamp(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: stamp set|check FILE…")
	}
	for _, name := range args[1:] {
		name = ts.MkAbs(name)
		if args[0] == "set" {
			ts.Check(os.Chtimes(name, longAgo, longAgo))
			continue
		}
		info, err := os.Stat(name)
		ts.Check(err)
		if !info.ModTime().Equal(longAgo) {
			ts.Fatalf("%s was changed at %v", name, info.ModTime())
		}
	}
}
