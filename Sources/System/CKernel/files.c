#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Opening: what can be read through the descriptor is an input in the state the descriptor shows; what can be written is
// no longer one afterwards.

struct opening {
    int directory;
    const char *path;
    int flags;
};

static bool may_write(const struct opening *opening) { return (opening->flags & O_ACCMODE) != O_RDONLY; }

static bool may_read(const struct opening *opening) {
    return (opening->flags & O_ACCMODE) != O_WRONLY && !(opening->flags & O_TRUNC);
}

// Before the file is made or emptied: a cell that reads and writes it depends on what was there.
static void before(const struct opening *opening) {
    if (!kernel_observing() || !may_write(opening)) return;
    if (may_read(opening)) kernel_observe_path(READ_FILE, opening->directory, opening->path);
    if (opening->flags & O_EXCL) kernel_observe_path(ASKED_FILE, opening->directory, opening->path);
}

static void after(const struct opening *opening, int descriptor) {
    if (!kernel_observing()) return;
    int error = errno;
    if (may_write(opening)) {
        enum observation kind = descriptor >= 0 ? WROTE_FILE : ASKED_FILE;
        kernel_observe_path(kind, opening->directory, opening->path);
    } else if (descriptor < 0) {
        kernel_observe_path(READ_FILE, opening->directory, opening->path);
    } else if (!(opening->flags & O_PATH)) {
        struct stat status;
        int failed = REAL(fstat)(descriptor, &status) ? errno : 0;
        struct file_state state = kernel_state_of(&status, failed);
        enum observation kind = state.kind == FILE_DIRECTORY ? LISTED_DIRECTORY : READ_FILE;
        kernel_observe_path_state(kind, opening->directory, opening->path, &state);
    }
    errno = error;
}

// `mode` is read by every variant: where the caller gave none, libc does not look at it.
#define MODE_AFTER(last)            \
    ({                              \
        va_list list;               \
        va_start(list, last);       \
        mode_t value = va_arg(list, mode_t); \
        va_end(list);               \
        value;                      \
    })

#define OPENED(descriptorExpression, directoryValue, pathValue, flagsValue)                \
    struct opening opening = {.directory = directoryValue, .path = pathValue, .flags = flagsValue}; \
    before(&opening);                                                                      \
    int descriptor = descriptorExpression;                                                 \
    after(&opening, descriptor);                                                           \
    return descriptor

int open(const char *path, int flags, ...) {
    mode_t mode = MODE_AFTER(flags);
    OPENED(REAL(open)(path, flags, mode), AT_FDCWD, path, flags);
}

int open64(const char *path, int flags, ...) {
    mode_t mode = MODE_AFTER(flags);
    OPENED(REAL(open64)(path, flags, mode), AT_FDCWD, path, flags);
}

int openat(int directory, const char *path, int flags, ...) {
    mode_t mode = MODE_AFTER(flags);
    OPENED(REAL(openat)(directory, path, flags, mode), directory, path, flags);
}

int openat64(int directory, const char *path, int flags, ...) {
    mode_t mode = MODE_AFTER(flags);
    OPENED(REAL(openat64)(directory, path, flags, mode), directory, path, flags);
}

// What libraries built with _FORTIFY_SOURCE call instead of open without a mode.
int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags) { OPENED(REAL(__open_2)(path, flags), AT_FDCWD, path, flags); }

int __open64_2(const char *path, int flags);
int __open64_2(const char *path, int flags) { OPENED(REAL(__open64_2)(path, flags), AT_FDCWD, path, flags); }

int __openat_2(int directory, const char *path, int flags);
int __openat_2(int directory, const char *path, int flags) {
    OPENED(REAL(__openat_2)(directory, path, flags), directory, path, flags);
}

int creat(const char *path, mode_t mode) {
    OPENED(REAL(creat)(path, mode), AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC);
}

int creat64(const char *path, mode_t mode) {
    OPENED(REAL(creat64)(path, mode), AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC);
}

static int flags_of(const char *mode) {
    int access = strchr(mode, '+') ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY;
    int exclusive = strchr(mode, 'x') ? O_EXCL : 0;
    return access | exclusive | (mode[0] == 'w' ? O_CREAT | O_TRUNC : mode[0] == 'a' ? O_CREAT | O_APPEND : 0);
}

#define STREAM_OPENED(streamExpression, pathValue, modeValue)                                              \
    struct opening opening = {.directory = AT_FDCWD, .path = pathValue, .flags = flags_of(modeValue)};     \
    before(&opening);                                                                                      \
    FILE *stream = streamExpression;                                                                       \
    after(&opening, stream ? fileno(stream) : -1);                                                         \
    return stream

FILE *fopen(const char *path, const char *mode) { STREAM_OPENED(REAL(fopen)(path, mode), path, mode); }

FILE *fopen64(const char *path, const char *mode) { STREAM_OPENED(REAL(fopen64)(path, mode), path, mode); }

// The streams that stand in for standard output and error keep standing there, on another file.
static FILE *reopen(const char *path, const char *mode, FILE *old) {
    int own = kernel_stream_descriptor(old);
    if (own < 0) return REAL(freopen64)(path, mode, old);
    fflush(old);
    int descriptor = path ? REAL(open64)(path, flags_of(mode) | O_CLOEXEC, 0666) : -1;
    if (descriptor < 0) return NULL;
    kernel_pending_flush();
    REAL(dup2)(descriptor, own);
    REAL(close)(descriptor);
    return old;
}

FILE *freopen(const char *path, const char *mode, FILE *old) { STREAM_OPENED(reopen(path, mode, old), path, mode); }

FILE *freopen64(const char *path, const char *mode, FILE *old) { STREAM_OPENED(reopen(path, mode, old), path, mode); }

// The names are drawn at random.
#define TEMPORARY(name, arguments, call)             \
    int name arguments {                             \
        kernel_observe_flag(CHOSE_TEMPORARY_NAME);   \
        int descriptor = REAL(name) call;            \
        if (descriptor >= 0) kernel_observe_path(WROTE_FILE, AT_FDCWD, template); \
        return descriptor;                           \
    }
TEMPORARY(mkstemp, (char *template), (template))
TEMPORARY(mkstemp64, (char *template), (template))
TEMPORARY(mkostemp, (char *template, int flags), (template, flags))
TEMPORARY(mkstemps, (char *template, int suffix), (template, suffix))
TEMPORARY(mkostemps, (char *template, int suffix, int flags), (template, suffix, flags))

char *mkdtemp(char *template) {
    kernel_observe_flag(CHOSE_TEMPORARY_NAME);
    char *path = REAL(mkdtemp)(template);
    if (path) kernel_observe_path(WROTE_FILE, AT_FDCWD, path);
    return path;
}

char *mktemp(char *template);
char *mktemp(char *template) {
    kernel_observe_flag(CHOSE_TEMPORARY_NAME);
    return REAL(mktemp)(template);
}
