#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static bool begins(const char *text, const char *start) { return strncmp(text, start, strlen(start)) == 0; }

// The path of `directory`, without a slash at the end; false where it has none.
static bool directory_path(int directory, char *out, size_t capacity) {
    if (directory == AT_FDCWD) {
        if (!getcwd(out, capacity)) return false;
    } else {
        char link[40];
        snprintf(link, sizeof link, "/proc/self/fd/%d", directory);
        ssize_t length = REAL(readlink)(link, out, capacity - 1);
        if (length <= 0) return false;
        out[length] = 0;
    }
    size_t length = strlen(out);
    if (length == 1) out[0] = 0;
    return out[0] == '/' || length == 1;
}

// An absolute path for `path` below `directory`, as the system would follow it: `..` stays, because the directory before
// it may be a symbolic link; only `./` and doubled slashes go.
static bool absolute(int directory, const char *path, char out[PATH_CAPACITY]) {
    size_t length = 0;
    if (path[0] != '/') {
        if (!directory_path(directory, out, PATH_CAPACITY)) return false;
        length = strlen(out);
    }
    while (*path) {
        while (*path == '/') path++;
        size_t part = strcspn(path, "/");
        if (part == 0) break;
        if (!(part == 1 && path[0] == '.')) {
            if (length + part + 2 > PATH_CAPACITY) return false;
            out[length++] = '/';
            memcpy(out + length, path, part);
            length += part;
        }
        path += part;
    }
    if (length == 0) out[length++] = '/';
    out[length] = 0;
    return true;
}

// Devices and the kernel's windows are not files whose content a signature could tell; true where `path` is one of them.
static bool observe_special(enum observation kind, const char *path) {
    static const char *const quiet[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/tty", "/dev/fd", "/dev/std"};
    if (begins(path, "/dev/")) {
        for (size_t index = 0; index < sizeof quiet / sizeof *quiet; index++)
            if (begins(path, quiet[index])) return true;
        if (strcmp(path, "/dev/urandom") && strcmp(path, "/dev/random")) return false;
        if (kind == READ_FILE) kernel_observe_flag(DREW_RANDOMNESS);
        return true;
    }
    if (!begins(path, "/proc/") && !begins(path, "/sys/")) return false;
    // The process itself and the machine's processors are part of the fixed world; the rest of these trees changes from one
    // moment to the next.
    static const char *const fixed_trees[] = {"/proc/self/", "/proc/cpuinfo", "/sys/devices/system/", "/sys/fs/cgroup/"};
    bool fixed = false;
    for (size_t index = 0; index < sizeof fixed_trees / sizeof *fixed_trees; index++) fixed |= begins(path, fixed_trees[index]);
    if (!fixed && (kind == READ_FILE || kind == LISTED_DIRECTORY)) kernel_observe(UNTRACEABLE, path, NULL);
    return true;
}

void kernel_observe_path_state(enum observation kind, int directory, const char *path, const struct file_state *state) {
    if (!kernel_observing() || !path) return;
    int error = errno;
    char full[PATH_CAPACITY];
    struct file_state known = state ? *state : (struct file_state){0};
    // The time of a directory changes with every file in it: only a listing depends on that.
    if (known.kind == FILE_DIRECTORY && kind != LISTED_DIRECTORY) known.size = known.modified = known.changed = 0;
    if (!absolute(directory, path, full)) kernel_observe_flag(TOO_MANY);
    else if (!observe_special(kind, full)) kernel_observe(kind, full, &known);
    errno = error;
}

void kernel_observe_path(enum observation kind, int directory, const char *path) {
    if (!kernel_observing() || !path) return;
    int error = errno;
    struct stat status;
    int follow = kind == ASKED_LINK ? AT_SYMLINK_NOFOLLOW : 0;
    int failed = REAL(fstatat)(directory, path, &status, follow) ? errno : 0;
    struct file_state state = kernel_state_of(&status, failed);
    kernel_observe_path_state(kind, directory, path, &state);
    errno = error;
}
