#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <utime.h>

// Changing the file system: whether it succeeds depends on what was there; afterwards that is no input any more.

static int changed(int result, int directory, const char *path) {
    if (result == 0) kernel_observe_path(WROTE_FILE, directory, path);
    return result;
}

#define CHANGE(name, parameters, call, directory)              \
    int name parameters {                                      \
        kernel_observe_path(ASKED_LINK, directory, path);      \
        return changed(REAL(name) call, directory, path);      \
    }
CHANGE(unlink, (const char *path), (path), AT_FDCWD)
CHANGE(unlinkat, (int at, const char *path, int flags), (at, path, flags), at)
CHANGE(remove, (const char *path), (path), AT_FDCWD)
CHANGE(rmdir, (const char *path), (path), AT_FDCWD)
CHANGE(mkdir, (const char *path, mode_t mode), (path, mode), AT_FDCWD)
CHANGE(mkdirat, (int at, const char *path, mode_t mode), (at, path, mode), at)
CHANGE(mkfifo, (const char *path, mode_t mode), (path, mode), AT_FDCWD)
CHANGE(mkfifoat, (int at, const char *path, mode_t mode), (at, path, mode), at)
CHANGE(mknod, (const char *path, mode_t mode, dev_t device), (path, mode, device), AT_FDCWD)
CHANGE(mknodat, (int at, const char *path, mode_t mode, dev_t device), (at, path, mode, device), at)
CHANGE(truncate, (const char *path, off_t size), (path, size), AT_FDCWD)
CHANGE(truncate64, (const char *path, off64_t size), (path, size), AT_FDCWD)
CHANGE(symlink, (const char *target, const char *path), (target, path), AT_FDCWD)
CHANGE(symlinkat, (const char *target, int at, const char *path), (target, at, path), at)
CHANGE(chmod, (const char *path, mode_t mode), (path, mode), AT_FDCWD)
CHANGE(fchmodat, (int at, const char *path, mode_t mode, int flags), (at, path, mode, flags), at)
CHANGE(chown, (const char *path, uid_t user, gid_t group), (path, user, group), AT_FDCWD)
CHANGE(lchown, (const char *path, uid_t user, gid_t group), (path, user, group), AT_FDCWD)
CHANGE(fchownat, (int at, const char *path, uid_t user, gid_t group, int flags), (at, path, user, group, flags), at)
CHANGE(utime, (const char *path, const struct utimbuf *times), (path, times), AT_FDCWD)
CHANGE(utimes, (const char *path, const struct timeval times[2]), (path, times), AT_FDCWD)
CHANGE(lutimes, (const char *path, const struct timeval times[2]), (path, times), AT_FDCWD)
CHANGE(utimensat, (int at, const char *path, const struct timespec times[2], int flags), (at, path, times, flags), at)
CHANGE(setxattr, (const char *path, const char *name, const void *value, size_t size, int flags),
       (path, name, value, size, flags), AT_FDCWD)
CHANGE(lsetxattr, (const char *path, const char *name, const void *value, size_t size, int flags),
       (path, name, value, size, flags), AT_FDCWD)
CHANGE(removexattr, (const char *path, const char *name), (path, name), AT_FDCWD)

// The content of the source becomes that of the target.
struct move {
    int from_directory;
    const char *from;
    int to_directory;
    const char *to;
};

static void before_move(const struct move *move) {
    kernel_observe_path(READ_FILE, move->from_directory, move->from);
    kernel_observe_path(ASKED_LINK, move->to_directory, move->to);
}

static int after_move(int result, const struct move *move, bool source_goes) {
    if (result == 0 && source_goes) kernel_observe_path(WROTE_FILE, move->from_directory, move->from);
    return changed(result, move->to_directory, move->to);
}

#define MOVE(name, parameters, call, from_at, to_at, goes)             \
    int name parameters {                                              \
        struct move move = {from_at, from, to_at, to};                 \
        before_move(&move);                                            \
        return after_move(REAL(name) call, &move, goes);               \
    }
MOVE(rename, (const char *from, const char *to), (from, to), AT_FDCWD, AT_FDCWD, true)
MOVE(renameat, (int from_at, const char *from, int to_at, const char *to), (from_at, from, to_at, to), from_at, to_at, true)
MOVE(renameat2, (int from_at, const char *from, int to_at, const char *to, unsigned int flags),
     (from_at, from, to_at, to, flags), from_at, to_at, true)
MOVE(link, (const char *from, const char *to), (from, to), AT_FDCWD, AT_FDCWD, false)
MOVE(linkat, (int from_at, const char *from, int to_at, const char *to, int flags), (from_at, from, to_at, to, flags),
     from_at, to_at, false)
