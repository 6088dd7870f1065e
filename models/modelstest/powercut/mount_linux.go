package powercut

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

// Mount makes the disk the folder, which must be there, for every program on the computer until unmount. Only an
// administrator may.
func (d *Disk) Mount(folder string) (unmount func() error, err error) {
	var never time.Duration // nothing is remembered above the disk: what a program reads is what the disk has
	server, err := fs.Mount(folder, &root{disk: d}, &fs.Options{
		AttrTimeout: &never, EntryTimeout: &never,
		MountOptions: fuse.MountOptions{DirectMountStrict: true, FsName: "powercut", Name: "powercut"},
	})
	if err != nil {
		return nil, err
	}
	keepToOurselves()
	return func() error { return untilFree(server.Unmount) }, nil
}

// busyTries bounds how often untilFree tries: go-fuse waits a third of a second before it gives up, so half a minute in all.
const busyTries = 100

// untilFree unmounts once nobody uses the disk any more. A victim is killed before, but the system closes its files when it
// comes to it, which takes a while on a busy computer.
func untilFree(unmount func() error) (err error) {
	for range busyTries {
		if err = unmount(); !errors.Is(err, syscall.EBUSY) {
			break
		}
	}
	return err
}

// keepToOurselves sees to it that no victim inherits a disk: it would keep that of a test that was killed alive, and
// whoever looks at the folder waiting for an answer.
func keepToOurselves() {
	const open = "/proc/self/fd"
	entries, err := os.ReadDir(open)
	if err != nil {
		return // nothing worse than a folder to unmount by hand
	}
	for _, entry := range entries {
		number, err := strconv.Atoi(entry.Name())
		if to, _ := os.Readlink(filepath.Join(open, entry.Name())); err == nil && to == "/dev/fuse" {
			syscall.CloseOnExec(number)
		}
	}
}

// root is the folder.
type root struct {
	fs.Inode
	disk *Disk
}

// node is one file of it.
type node struct {
	fs.Inode
	disk *Disk
	file *file
}

// child gives the node of a file, and what there is to know of it; it is called with the disk's mu held.
func (r *root) child(ctx context.Context, f *file, out *fuse.EntryOut) *fs.Inode {
	f.describe(&out.Attr)
	return r.NewInode(ctx, &node{disk: r.disk, file: f}, fs.StableAttr{Mode: syscall.S_IFREG, Ino: f.number + 1})
}

func (f *file) describe(out *fuse.Attr) {
	out.Mode, out.Size = syscall.S_IFREG|0o600, uint64(len(f.data))
	out.Nlink = 1 // one that has no name at all gets none
	out.SetTimes(&f.at, &f.at, &f.at)
}

// Lookup finds a file by its name.
func (r *root) Lookup(ctx context.Context, name string, out *fuse.EntryOut) (child *fs.Inode, errno syscall.Errno) {
	errno = r.disk.look(func() syscall.Errno {
		f := r.disk.names[name]
		if f == nil {
			return syscall.ENOENT
		}
		child = r.child(ctx, f, out)
		return 0
	})
	return child, errno
}

// Readdir lists the names.
func (r *root) Readdir(context.Context) (stream fs.DirStream, errno syscall.Errno) {
	errno = r.disk.look(func() syscall.Errno {
		var entries []fuse.DirEntry
		for name, f := range r.disk.names {
			entries = append(entries, fuse.DirEntry{Name: name, Mode: syscall.S_IFREG, Ino: f.number + 1})
		}
		stream = fs.NewListDirStream(entries)
		return 0
	})
	return stream, errno
}

// Create makes a new file and opens it.
func (r *root) Create(ctx context.Context, name string, _, _ uint32, out *fuse.EntryOut) (child *fs.Inode, _ fs.FileHandle, flags uint32, errno syscall.Errno) {
	errno = r.disk.change(true, func() syscall.Errno {
		if r.disk.names[name] != nil {
			return syscall.EEXIST
		}
		f := r.disk.newFile()
		r.disk.rename(move{name: f})
		child = r.child(ctx, f, out)
		return 0
	})
	return child, nil, fuse.FOPEN_DIRECT_IO, errno
}

// Link gives a file a second name.
func (r *root) Link(ctx context.Context, target fs.InodeEmbedder, name string, out *fuse.EntryOut) (child *fs.Inode, errno syscall.Errno) {
	errno = r.disk.change(true, func() syscall.Errno {
		to, ok := target.(*node)
		switch {
		case !ok, r.disk.oneName:
			return syscall.EPERM
		case r.disk.names[name] != nil:
			return syscall.EEXIST
		}
		r.disk.rename(move{name: to.file})
		child = r.child(ctx, to.file, out)
		return 0
	})
	return child, errno
}

// Unlink takes a name away.
func (r *root) Unlink(_ context.Context, name string) syscall.Errno {
	return r.disk.change(false, func() syscall.Errno {
		r.disk.rename(move{name: nil})
		return 0
	})
}

// Rename gives a file another name, and takes that from whoever had it.
func (r *root) Rename(_ context.Context, name string, _ fs.InodeEmbedder, newName string, flags uint32) syscall.Errno {
	return r.disk.change(false, func() syscall.Errno {
		f := r.disk.names[name]
		switch {
		case flags != 0:
			return syscall.EINVAL
		case f == nil:
			return syscall.ENOENT
		case f == r.disk.names[newName]:
			return 0
		}
		r.disk.rename(move{name: nil, newName: f})
		return 0
	})
}

// Fsync makes the names safe.
func (r *root) Fsync(context.Context, fs.FileHandle, uint32) syscall.Errno {
	return r.disk.change(false, func() syscall.Errno {
		r.disk.syncNames()
		return 0
	})
}

// Open keeps the system from remembering what is read and from collecting what is written.
func (n *node) Open(context.Context, uint32) (fs.FileHandle, uint32, syscall.Errno) {
	return nil, fuse.FOPEN_DIRECT_IO, n.disk.look(func() syscall.Errno { return 0 })
}

// Getattr tells the size.
func (n *node) Getattr(_ context.Context, _ fs.FileHandle, out *fuse.AttrOut) syscall.Errno {
	return n.disk.look(func() syscall.Errno {
		n.file.describe(&out.Attr)
		return 0
	})
}

// Setattr changes the size; whose a file is and who may read it makes no difference here.
func (n *node) Setattr(_ context.Context, _ fs.FileHandle, in *fuse.SetAttrIn, out *fuse.AttrOut) syscall.Errno {
	size, resizes := in.GetSize()
	return n.disk.change(resizes && n.grows(int64(size)), func() syscall.Errno {
		if resizes {
			n.file.write(write{at: int64(size)})
		}
		n.file.describe(&out.Attr)
		return 0
	})
}

// Read reads.
func (n *node) Read(_ context.Context, _ fs.FileHandle, into []byte, at int64) (result fuse.ReadResult, errno syscall.Errno) {
	errno = n.disk.look(func() syscall.Errno {
		from := n.file.data[min(int(at), len(n.file.data)):]
		result = fuse.ReadResultData(into[:copy(into, from)])
		return 0
	})
	return result, errno
}

// Write writes.
func (n *node) Write(_ context.Context, _ fs.FileHandle, data []byte, at int64) (written uint32, errno syscall.Errno) {
	errno = n.disk.change(n.grows(at+int64(len(data))), func() syscall.Errno {
		n.file.write(write{at: at, data: data})
		written = uint32(len(data))
		return 0
	})
	return written, errno
}

// Fsync makes the bytes safe.
func (n *node) Fsync(context.Context, fs.FileHandle, uint32) syscall.Errno {
	return n.disk.change(false, func() syscall.Errno {
		n.file.sync()
		return 0
	})
}

// grows tells whether the file is smaller than that.
func (n *node) grows(size int64) bool {
	n.disk.mu.Lock()
	defer n.disk.mu.Unlock()
	return size > int64(len(n.file.data))
}
