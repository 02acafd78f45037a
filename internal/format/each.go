package format

import (
	"runtime"
	"sync"
)

// Each calls work for 0 to n-1 on all cores. Each call fills a place of its own, so that nothing depends on their order.
func Each(n int, work func(i int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i := range next {
				work(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
