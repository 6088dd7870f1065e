// Package cupstest gives tests a CUPS print server of their own, with a printer that prints into a folder. It needs the Debian packages
// cups and printer-driver-cups-pdf, and root: that printer is run as whoever sent the page. Where the tests are not run as root it asks
// sudo, and where that would ask for a password the test is skipped.
package cupstest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Printer is the name of the printer.
const Printer = "ShopPDF"

// Server is a print server that runs until its test ends.
type Server struct {
	t      *testing.T
	ctx    context.Context
	folder string
}

// Start starts a server without a printer. It waits for nothing any more once ctx has ended.
func Start(ctx context.Context, t *testing.T) *Server {
	t.Helper()
	if os.Geteuid() != 0 && exec.CommandContext(ctx, "sudo", "-n", "true").Run() != nil {
		t.Skip("nothing was printed: a CUPS server with its PDF printer needs root, and sudo asks for a password here")
	}
	folder, err := os.MkdirTemp("", "cups") // short, for it holds a socket
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{t: t, ctx: ctx, folder: folder}
	t.Cleanup(func() { asRoot(context.Background(), "rm", "-rf", folder).Run() })
	s.configure()
	s.serve()
	s.await("the server", func() bool {
		return exec.CommandContext(ctx, "lpstat", "-h", s.Socket(), "-r").Run() == nil && exists(s.Socket())
	})
	return s
}

// Socket is what the environment variable CUPS_SERVER has to say for a program to ask this server.
func (s *Server) Socket() string { return filepath.Join(s.folder, "socket") }

// Use has the printing programs of this test ask this server.
func (s *Server) Use() { s.t.Setenv("CUPS_SERVER", s.Socket()) }

// AddPrinter makes the printer, and makes it the usual one.
func (s *Server) AddPrinter() {
	s.t.Helper()
	const model = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
	s.run("lpadmin", "-h", s.Socket(), "-p", Printer, "-E", "-v", "cups-pdf:/"+s.name(), "-P", model)
	s.run("lpadmin", "-h", s.Socket(), "-d", Printer)
}

// Arrived waits until so many documents were printed, and gives them in the order in which they came.
func (s *Server) Arrived(n int) []string {
	s.t.Helper()
	var arrived []string
	s.await("the paper", func() bool {
		arrived, _ = filepath.Glob(filepath.Join(s.folder, "paper", "*.pdf")) // the printer numbers them
		for _, path := range arrived {
			if exec.CommandContext(s.ctx, "pdfinfo", path).Run() != nil {
				return false // it is still being written
			}
		}
		return len(arrived) >= n
	})
	return arrived
}

// asRoot is a program to be run as root.
func asRoot(ctx context.Context, name string, arguments ...string) *exec.Cmd {
	if os.Geteuid() == 0 {
		return exec.CommandContext(ctx, name, arguments...)
	}
	return exec.CommandContext(ctx, "sudo", append([]string{"-n", name}, arguments...)...)
}

// serve starts the server, which ends with the test.
func (s *Server) serve() {
	s.t.Helper()
	daemon := asRoot(context.Background(), "cupsd", "-f", "-c", filepath.Join(s.folder, "cupsd.conf"), "-s", filepath.Join(s.folder, "cups-files.conf"))
	if err := daemon.Start(); err != nil {
		s.t.Fatalf("this test needs the package cups: %v", err)
	}
	s.t.Cleanup(func() {
		asRoot(context.Background(), "kill", strconv.Itoa(daemon.Process.Pid)).Run()
		daemon.Wait()
	})
}

func (s *Server) configure() {
	s.t.Helper()
	for _, name := range []string{"spool", "cache", "state", "paper"} {
		s.must(os.MkdirAll(filepath.Join(s.folder, name), 0o777))
	}
	s.must(os.Chmod(s.folder, 0o755)) // CUPS drops its rights
	s.write("cupsd.conf", serverSettings)
	s.write("cups-files.conf", fileSettings)
	s.write("cups-pdf.conf", printerSettings)
	// The printer looks for its settings in one folder only.
	s.must(asRoot(s.ctx, "cp", filepath.Join(s.folder, "cups-pdf.conf"), s.printerFile()).Run())
	s.t.Cleanup(func() { asRoot(context.Background(), "rm", "-f", s.printerFile()).Run() })
}

const serverSettings = `Listen FOLDER/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`

const fileSettings = `ServerRoot FOLDER
RequestRoot FOLDER/spool
CacheDir FOLDER/cache
StateDir FOLDER/state
ErrorLog FOLDER/error_log
AccessLog FOLDER/access_log
PageLog FOLDER/page_log
SystemGroup root
`

// Label 2 puts the number of the job before the name of each file: two of one title do not take each other's place.
const printerSettings = `Out FOLDER/paper
Spool FOLDER/spool/pdf
Log FOLDER
Label 2
`

// name tells this server's printer from others.
func (s *Server) name() string { return filepath.Base(s.folder) }

func (s *Server) printerFile() string { return "/etc/cups/cups-pdf-" + s.name() + ".conf" }

func (s *Server) write(name, text string) {
	s.t.Helper()
	s.must(os.WriteFile(filepath.Join(s.folder, name), []byte(strings.ReplaceAll(text, "FOLDER", s.folder)), 0o644))
}

func (s *Server) run(name string, arguments ...string) {
	s.t.Helper()
	if out, err := asRoot(s.ctx, name, arguments...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// await looks ten times a second until something of another program is there.
func (s *Server) await(what string, there func() bool) {
	s.t.Helper()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for !there() {
		select {
		case <-tick.C:
		case <-s.ctx.Done():
			log, _ := asRoot(context.Background(), "cat", filepath.Join(s.folder, "error_log")).Output()
			s.t.Fatalf("%s did not come\n%s", what, log)
		}
	}
}

func (s *Server) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
