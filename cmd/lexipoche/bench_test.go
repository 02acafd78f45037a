//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"github.com/lexipoche/lexipoche/internal/sample"
)

// BenchmarkBuild runs the command as a whole on lexicons of several sizes, a file a concept: reading, all checks, the
// three default outputs. It tells the peak of resident memory beside the time.
func BenchmarkBuild(b *testing.B) {
	program := filepath.Join(b.TempDir(), "lexipoche")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, n := range []int{1000, 10000, 20000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			for name, data := range sample.Lexicon(n) {
				name = filepath.Join(dir, "lexicon", name)
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					b.Fatal(err)
				}
				if err := os.WriteFile(name, data, 0o644); err != nil {
					b.Fatal(err)
				}
			}
			peak := 0.0
			for b.Loop() {
				cmd := exec.Command(program, "build", "--out", filepath.Join(dir, "dist"), filepath.Join(dir, "lexicon"))
				if out, err := cmd.CombinedOutput(); err != nil {
					b.Fatalf("%v\n%s", err, out[:min(len(out), 2000)])
				}
				peak = max(peak, float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024)
			}
			b.ReportMetric(peak, "MiB-peak")
			b.ReportMetric(float64(runtime.GOMAXPROCS(0)), "cores")
		})
	}
}
