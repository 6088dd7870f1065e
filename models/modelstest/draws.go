package modelstest

import "flag"

// DrawTheSame has random tests draw the same each time, so that a change is red for what it changed, and sets more of their flags by
// name; what the command line sets stays. -rapid.seed 0 draws anew. It belongs into TestMain, and reads the command line.
func DrawTheSame(more map[string]string) {
	flag.Parse()
	asked := map[string]bool{}
	flag.Visit(func(f *flag.Flag) { asked[f.Name] = true })
	set := func(name, value string) {
		if asked[name] {
			return
		}
		if err := flag.Set(name, value); err != nil {
			panic(err)
		}
	}
	set("rapid.seed", "20261129")
	for name, value := range more {
		set(name, value)
	}
}
