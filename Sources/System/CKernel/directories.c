#include "internal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <ftw.h>
#include <glob.h>
#include <stdlib.h>
#include <wordexp.h>

// Listings. The entries are read inside libc, so the directory as a whole is the input.

DIR *opendir(const char *path) {
    DIR *directory = REAL(opendir)(path);
    kernel_observe_path(LISTED_DIRECTORY, AT_FDCWD, path);
    return directory;
}

#define SCAN(name, entry, parameters, call, directory)              \
    int name parameters {                                           \
        kernel_observe_path(LISTED_DIRECTORY, directory, path);     \
        return REAL(name) call;                                     \
    }
typedef int (*filter)(const struct dirent *);
typedef int (*order)(const struct dirent **, const struct dirent **);
typedef int (*filter64)(const struct dirent64 *);
typedef int (*order64)(const struct dirent64 **, const struct dirent64 **);
SCAN(scandir, dirent, (const char *path, struct dirent ***list, filter keep, order sort), (path, list, keep, sort), AT_FDCWD)
SCAN(scandir64, dirent64, (const char *path, struct dirent64 ***list, filter64 keep, order64 sort),
     (path, list, keep, sort), AT_FDCWD)
SCAN(scandirat, dirent, (int at, const char *path, struct dirent ***list, filter keep, order sort),
     (at, path, list, keep, sort), at)

// A traversal lists each directory on its way; libc opens them itself.
static void visited(const char *path, bool directory) {
    kernel_observe_path(directory ? LISTED_DIRECTORY : ASKED_LINK, AT_FDCWD, path);
}

FTSENT *fts_read(FTS *traversal) {
    FTSENT *entry = REAL(fts_read)(traversal);
    if (entry) visited(entry->fts_accpath, entry->fts_info == FTS_D);
    return entry;
}

FTSENT64 *fts64_read(FTS64 *traversal) {
    FTSENT64 *entry = REAL(fts64_read)(traversal);
    if (entry) visited(entry->fts_accpath, entry->fts_info == FTS_D);
    return entry;
}

// These walk inside libc without showing every place they look at.
typedef int (*glob_failed)(const char *, int);
HIDDEN(int, glob, (const char *pattern, int flags, glob_failed failed, glob_t *found), (pattern, flags, failed, found))
HIDDEN(int, glob64, (const char *pattern, int flags, glob_failed failed, glob64_t *found), (pattern, flags, failed, found))
HIDDEN(int, wordexp, (const char *words, wordexp_t *found, int flags), (words, found, flags))
HIDDEN(int, ftw, (const char *path, __ftw_func_t visit, int limit), (path, visit, limit))
HIDDEN(int, ftw64, (const char *path, __ftw64_func_t visit, int limit), (path, visit, limit))
HIDDEN(int, nftw, (const char *path, __nftw_func_t visit, int limit, int flags), (path, visit, limit, flags))
HIDDEN(int, nftw64, (const char *path, __nftw64_func_t visit, int limit, int flags), (path, visit, limit, flags))
