#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
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
static void asked_at(int directory, const char *path, int flags, const struct stat *status, int result) {
    if (!path || !path[0]) return;
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
    if (path[0]) kernel_observe_path(flags & AT_SYMLINK_NOFOLLOW ? ASKED_LINK : ASKED_FILE, directory, path);
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
    if (path[0]) kernel_observe_path(ASKED_LINK, directory, path);
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
