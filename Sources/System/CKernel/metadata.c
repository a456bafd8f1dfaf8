#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

// Questions about a file: whether it is there, how long it is, where a link leads.

static void answered(enum observation kind, int directory, const char *path, const struct stat *status, int result) {
    if (!kernel_observing()) return;
    struct file_state state = kernel_state_of(status, result ? errno : 0);
    kernel_observe_path_state(kind, directory, path, &state);
}

// On this architecture struct stat64 is struct stat.
#define ASKED(kind, directory, path, call)                                       \
    int result = call;                                                           \
    answered(kind, directory, path, (const struct stat *)status, result);        \
    return result

int stat(const char *path, struct stat *status) { ASKED(ASKED_FILE, AT_FDCWD, path, REAL(stat)(path, status)); }

int stat64(const char *path, struct stat64 *status) { ASKED(ASKED_FILE, AT_FDCWD, path, REAL(stat64)(path, status)); }

int lstat(const char *path, struct stat *status) { ASKED(ASKED_LINK, AT_FDCWD, path, REAL(lstat)(path, status)); }

int lstat64(const char *path, struct stat64 *status) { ASKED(ASKED_LINK, AT_FDCWD, path, REAL(lstat64)(path, status)); }

// An empty path asks about the descriptor itself, whose opening has been noted.
// The headers promise that a path is never NULL, so that a plain test for it could be left out by the compiler.
static bool is_named(const char *volatile path) { return path && path[0]; }

static void asked_at(int directory, const char *path, int flags, const struct stat *status, int result) {
    if (!is_named(path)) return;
    answered(flags & AT_SYMLINK_NOFOLLOW ? ASKED_LINK : ASKED_FILE, directory, path, status, result);
}

int fstatat(int directory, const char *path, struct stat *status, int flags) {
    int result = REAL(fstatat)(directory, path, status, flags);
    asked_at(directory, path, flags, status, result);
    return result;
}

int fstatat64(int directory, const char *path, struct stat64 *status, int flags) {
    int result = REAL(fstatat64)(directory, path, status, flags);
    asked_at(directory, path, flags, (const struct stat *)status, result);
    return result;
}

int statx(int directory, const char *path, int flags, unsigned int mask, struct statx *status) {
    int result = REAL(statx)(directory, path, flags, mask, status);
    if (is_named(path)) kernel_observe_path(flags & AT_SYMLINK_NOFOLLOW ? ASKED_LINK : ASKED_FILE, directory, path);
    return result;
}

#define PROBE(name, arguments, call, directory)                \
    int name arguments {                                       \
        int result = REAL(name) call;                          \
        kernel_observe_path(ASKED_FILE, directory, path);      \
        return result;                                         \
    }
PROBE(access, (const char *path, int mode), (path, mode), AT_FDCWD)
PROBE(eaccess, (const char *path, int mode), (path, mode), AT_FDCWD)
PROBE(euidaccess, (const char *path, int mode), (path, mode), AT_FDCWD)
PROBE(faccessat, (int directory, const char *path, int mode, int flags), (directory, path, mode, flags), directory)

ssize_t readlink(const char *path, char *target, size_t capacity) {
    ssize_t length = REAL(readlink)(path, target, capacity);
    kernel_observe_path(ASKED_LINK, AT_FDCWD, path);
    return length;
}

ssize_t readlinkat(int directory, const char *path, char *target, size_t capacity) {
    ssize_t length = REAL(readlinkat)(directory, path, target, capacity);
    if (is_named(path)) kernel_observe_path(ASKED_LINK, directory, path);
    return length;
}

char *realpath(const char *path, char *resolved) {
    char *result = REAL(realpath)(path, resolved);
    kernel_observe_path(ASKED_FILE, AT_FDCWD, path);
    return result;
}

char *__realpath_chk(const char *path, char *resolved, size_t capacity);
char *__realpath_chk(const char *path, char *resolved, size_t capacity) {
    char *result = REAL(__realpath_chk)(path, resolved, capacity);
    kernel_observe_path(ASKED_FILE, AT_FDCWD, path);
    return result;
}

char *canonicalize_file_name(const char *path) {
    char *result = REAL(canonicalize_file_name)(path);
    kernel_observe_path(ASKED_FILE, AT_FDCWD, path);
    return result;
}

// What a file system holds changes with every file in it.
HIDDEN(int, statfs, (const char *path, struct statfs *found), (path, found))
HIDDEN(int, fstatfs, (int descriptor, struct statfs *found), (descriptor, found))
HIDDEN(int, statfs64, (const char *path, struct statfs64 *found), (path, found))
HIDDEN(int, fstatfs64, (int descriptor, struct statfs64 *found), (descriptor, found))
HIDDEN(int, statvfs, (const char *path, struct statvfs *found), (path, found))
HIDDEN(int, fstatvfs, (int descriptor, struct statvfs *found), (descriptor, found))
HIDDEN(int, statvfs64, (const char *path, struct statvfs64 *found), (path, found))
HIDDEN(int, fstatvfs64, (int descriptor, struct statvfs64 *found), (descriptor, found))

// The time at which an inode was changed tells of its extended attributes too. That of a directory is not followed.
static void asked_attributes(enum observation kind, const char *path, const char *call) {
    struct stat status;
    if (!kernel_observing() || !is_named(path)) return;
    int error = errno;
    int follow = kind == ASKED_LINK ? AT_SYMLINK_NOFOLLOW : 0;
    bool is_directory = REAL(fstatat)(AT_FDCWD, path, &status, follow) == 0 && S_ISDIR(status.st_mode);
    if (is_directory) kernel_observe(UNTRACEABLE, call, NULL);
    else kernel_observe_path(kind, AT_FDCWD, path);
    errno = error;
}

static void asked_attributes_of(int descriptor, const char *call) {
    if (!kernel_observing()) return;
    int error = errno;
    char link[32], path[PATH_CAPACITY];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = REAL(readlink)(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
    // Pipes and sockets have no path.
    if (path[0] == '/') asked_attributes(ASKED_FILE, path, call);
    errno = error;
}

#define ATTRIBUTES(name, parameters, call, observe)    \
    ssize_t name parameters {                          \
        ssize_t result = REAL(name) call;              \
        observe;                                       \
        return result;                                 \
    }
ATTRIBUTES(getxattr, (const char *path, const char *name, void *value, size_t size), (path, name, value, size),
           asked_attributes(ASKED_FILE, path, "getxattr"))
ATTRIBUTES(listxattr, (const char *path, char *names, size_t size), (path, names, size), asked_attributes(ASKED_FILE, path, "listxattr"))
ATTRIBUTES(lgetxattr, (const char *path, const char *name, void *value, size_t size), (path, name, value, size),
           asked_attributes(ASKED_LINK, path, "lgetxattr"))
ATTRIBUTES(llistxattr, (const char *path, char *names, size_t size), (path, names, size), asked_attributes(ASKED_LINK, path, "llistxattr"))
ATTRIBUTES(fgetxattr, (int descriptor, const char *name, void *value, size_t size), (descriptor, name, value, size),
           asked_attributes_of(descriptor, "fgetxattr"))
ATTRIBUTES(flistxattr, (int descriptor, char *names, size_t size), (descriptor, names, size), asked_attributes_of(descriptor, "flistxattr"))
