# Goodturn: "make run" opens the program, "make test" checks all of it.

# One set of flags everywhere, so that everything shares one build cache.
# "migrated_fynedo": Fyne's thread checks of the old days slow tables down, and the house has none of the old days.
# "no_animations": nothing moves by itself, the text cursor stands still.
# "ci": Fyne's driver without a screen, which needs no C compiler.
TAGS := migrated_fynedo,no_animations
QUICK := CGO_ENABLED=0 go
QUICK_TAGS := ci,$(TAGS)

# Looked up when used, because "setup" may just have installed it.
COMPILER = $(if $(CC_GIVEN),$(CC),$(shell command -v clang >/dev/null && echo clang || echo cc))
CC_GIVEN := $(filter environment command,$(firstword $(origin CC)))

# The linter is built once, beside the program, and belongs to no go.mod.
STATICCHECK_VERSION := v0.8.2
STATICCHECK := build/tools/$(STATICCHECK_VERSION)/staticcheck

.PHONY: run build test quick lint e2e torture bench pictures release release-test release-same licences setup-run setup-test setup-release clean

## run: open the program; ARGS="--file PATH" opens another shop file
run: build
	build/goodturn $(ARGS)

## build: make build/goodturn
build: setup-run
	CGO_ENABLED=1 CC=$(COMPILER) go build -tags $(TAGS) -o build/goodturn .

## test: everything; continuous integration runs exactly this
test: setup-test lint quick e2e

# The shops of the tests are real files, and a thousand of them wait for a disk for minutes; what fails in a folder in memory
# fails on a disk as well. Where there is no room for them in memory, they lie where all that is temporary does.
MEMORY = $(or $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 8e6 { print "/dev/shm" }'),$(DISK))
DISK = $(or $(TMPDIR),/tmp)

## quick: the tests that need no window and no C compiler
# FYNE_CACHE: Fyne keeps the widgets of a test that is over for so long, and with them its fonts; a minute of them is gigabytes.
quick:
	FYNE_CACHE=5s TMPDIR=$(MEMORY) GOTMPDIR=$(DISK) $(QUICK) test -tags $(QUICK_TAGS) -timeout 20m ./...

# "./..." passes folders by whose name begins with a dot.
CI_PROGRAMS := ./.ci/benchtable ./.ci/licences

## lint: formatting, go vet and staticcheck
lint: $(STATICCHECK)
	@unformatted=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); \
	[ -z "$$unformatted" ] || { echo "please run gofmt -w on:"; echo "$$unformatted"; exit 1; }
	$(QUICK) vet -tags $(QUICK_TAGS) ./...
	$(QUICK) vet -tags $(QUICK_TAGS),e2e,pictures,cups . ./app/paper ./views
	$(QUICK) vet -tags $(QUICK_TAGS),e2e,release . $(CI_PROGRAMS)
	CGO_ENABLED=0 $(STATICCHECK) -tags $(QUICK_TAGS),e2e,pictures,cups ./...
	CGO_ENABLED=0 $(STATICCHECK) -tags $(QUICK_TAGS),e2e,release . $(CI_PROGRAMS)

$(STATICCHECK):
	GOBIN=$(abspath $(dir $@)) go install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK_VERSION)

## e2e: stories played in a real window on a screen of their own, with real keys, and pages sent to a real print server
e2e: setup-test
	$(QUICK) test -tags $(QUICK_TAGS),cups -run 'Arrive' -count=1 -timeout 5m ./app/paper
	$(QUICK) test -tags $(QUICK_TAGS),e2e -run '^TestE2E' -count=1 -timeout 15m .

## torture: the shop file killed, cut short, filled, broken and damaged, ROUNDS times over; about an hour on two cores
torture: ROUNDS ?= 10000
torture:
	@for package in ./models/modelstest/powercut ./models ./app/safekeep; do \
		TMPDIR=$(MEMORY) GOTMPDIR=$(DISK) GOODTURN_TORTURE=$(ROUNDS) $(QUICK) test -tags $(QUICK_TAGS) -run '$(TORTURES)' \
			-v -count=1 -timeout 4h $$package || failed=1; \
	done; [ -z "$$failed" ]

TORTURES := Kill|Cut|Disk|Damage|Journal|Clock|HalfWay|RescueOf|Torn|Sync|Room

## pictures: photograph every page and every sheet, light, dark, small and at the largest text, and the real window, into pictures/; and take the pictures of the guide anew
# FYNE_CACHE: a page that Fyne forgot while others were photographed comes back without its buttons. Each look is a process of its own.
pictures: setup-test
	rm -rf pictures
	for look in light dark small-window largest-text; do \
		FYNE_CACHE=1h GOODTURN_LOOK=$$look $(QUICK) test -tags $(QUICK_TAGS),pictures -run '^TestPictures$$' -count=1 -timeout 60m ./views || exit 1; \
	done
	$(QUICK) test -tags $(QUICK_TAGS),e2e,pictures -run 'Pictures' -count=1 -timeout 30m -v .

## bench: how fast it is, on shops of several sizes, in one table, and how large its packages are; USE=1h uses it by script for so long, not for ten minutes
bench: setup-test setup-release
	@mkdir -p build && $(QUICK) build -o build/benchtable ./.ci/benchtable
	@{ $(QUICK) test -tags $(QUICK_TAGS) -run '^$$' -bench Shop -benchtime 200x -timeout 60m ./models; \
	   $(QUICK) test -tags $(QUICK_TAGS) -run '^$$' -bench 'Import|Export' -benchtime 1x -timeout 60m ./app/exchange; \
	   $(QUICK) test -tags $(QUICK_TAGS) -run '^$$' -bench Paper -benchtime 5x -timeout 20m ./app/paper; \
	   $(QUICK) test -tags $(QUICK_TAGS) -run '^$$' -bench TreeDrag -benchtime 200x -timeout 10m ./views/kit; \
	   $(QUICK) test -tags $(QUICK_TAGS) -run '^$$' -bench Keep -benchtime 3x -timeout 60m ./app/safekeep; \
	   $(QUICK) test -tags $(QUICK_TAGS),e2e -run '^$$' -bench 'Start|Change' -benchtime 20x -timeout 30m .; \
	   $(QUICK) test -tags $(QUICK_TAGS),e2e -run '^$$' -bench Use -benchtime 1x -timeout 3h .; } | build/benchtable
	@.ci/release/all

## release: the packages for Windows and Linux in build/release, each installed and used, with their sizes; see docs/release.md
release: setup-release
	.ci/release/all
	@$(MAKE) --no-print-directory release-test

## release-test: install what "release" made, and use it: add a customer, print, back up, close; the Windows program under Wine
release-test: setup-release
	$(QUICK) test -tags $(QUICK_TAGS),e2e,release -run '^TestRelease' -count=1 -timeout 20m -v .

## release-same: make the packages once more, in another folder and with nothing built before, and say which are the same
release-same: setup-release
	.ci/release/same

## licences: gather the licences of everything that is built into the program
licences:
	@mkdir -p build
	$(QUICK) run ./.ci/licences >build/licences && mv build/licences LICENCES.txt

setup-run:
	@.ci/setup run

setup-test:
	@.ci/setup test

setup-release:
	@.ci/setup release

## clean: take away everything that was built or photographed
clean:
	rm -rf build pictures
