package app

// FolderFor is something that is written into a folder of the owner's choice. Each has its own, under this name.
type FolderFor string

// What is written so.
const (
	FolderExports FolderFor = "export.folder" // files of customers, of the log, of figures, of one person, and the whole shop
	FolderPages   FolderFor = "pages.folder"  // pages saved as a PDF
	FolderSealed  FolderFor = "seal.folder"   // copies that only a passphrase opens
	FolderReports FolderFor = "report.folder" // what is gathered about a problem with the program
)

// Folder is where it was written last; usual before the first time, and where that folder is gone or on a stick that is not plugged in.
func (p Prefs) Folder(of FolderFor, usual string) string {
	if last := p.p.StringWithFallback(string(of), ""); last != "" && IsFolder(last) {
		return last
	}
	return usual
}

// SetFolder remembers where it was written.
func (p Prefs) SetFolder(of FolderFor, folder string) { p.p.SetString(string(of), folder) }

// ExportBook is one of the books that leave as a file of the kind that is chosen. Each remembers its own, under this name: a log written as
// CSV says nothing of how customers go to a phone.
type ExportBook string

// Those books.
const (
	BookCustomers ExportBook = "export.kind"
	BookLog       ExportBook = "export.kind.log"
	BookInsights  ExportBook = "export.kind.insights"
)

// ExportKind is the kind of file a book was written as last; CSV before the first.
func (p Prefs) ExportKind(book ExportBook) ExportKind {
	return ExportKind(p.p.StringWithFallback(string(book), string(ExportCSV)))
}

// SetExportKind remembers the kind of file a book was written as.
func (p Prefs) SetExportKind(book ExportBook, kind ExportKind) {
	p.p.SetString(string(book), string(kind))
}
