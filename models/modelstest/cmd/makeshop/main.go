// Makeshop makes a shop file to try things out on:
//
//	go run ./models/modelstest/cmd/makeshop -size counter|small|large PATH
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"goodturn/models/modelstest"
)

func main() {
	size := flag.String("size", "counter", "counter: forty-one customers, twelve of them with a story; small: 500; large: 100,000")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: makeshop -size counter|small|large PATH")
		os.Exit(2)
	}
	if err := makeShop(*size, flag.Arg(0)); err != nil {
		fmt.Fprintln(os.Stderr, "makeshop:", err)
		os.Exit(1)
	}
}

// makeShop makes a shop of the named size at path, where there must be nothing yet.
func makeShop(size, path string) error {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s is there already", path)
	}
	switch size {
	case "counter":
		return modelstest.Counter(path, time.Now())
	case "small":
		return modelstest.Generate(path, modelstest.Small, 1, time.Now())
	case "large":
		return modelstest.Generate(path, modelstest.Large, 1, time.Now())
	}
	return fmt.Errorf("no size %q", size)
}
