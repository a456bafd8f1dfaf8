#include "internal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/sysmacros.h>
#include <unistd.h>

// Descriptors: a cell may do with its own what it likes; the kernel's are out of its reach.

static bool reserved(int descriptor) {
    return descriptor >= KERNEL_RESERVED_FIRST && descriptor <= KERNEL_RESERVED_LAST && atomic_load(&kernel_running);
}

static int refused(void) {
    errno = EBADF;
    return -1;
}

// What was printed belongs to the file that standard output is now.
static void leaving(int descriptor) {
    if (descriptor == STDOUT_FILENO && atomic_load(&kernel_running)) kernel_pending_flush();
}

// A second descriptor for the same packets: from now on their order is that of the writes themselves.
static void doubling(int descriptor) {
    if ((descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO) && atomic_load(&kernel_running)) kernel_pending_pass();
}

int close(int descriptor) {
    if (reserved(descriptor)) return refused();
    leaving(descriptor);
    return REAL(close)(descriptor);
}

int dup(int from) {
    doubling(from);
    return REAL(dup)(from);
}

int dup2(int from, int to) {
    if (reserved(to)) return refused();
    leaving(to);
    doubling(from);
    return REAL(dup2)(from, to);
}

int dup3(int from, int to, int flags) {
    if (reserved(to)) return refused();
    leaving(to);
    doubling(from);
    return REAL(dup3)(from, to, flags);
}

int close_range(unsigned first, unsigned last, int flags) {
    if (!atomic_load(&kernel_running) || first > KERNEL_RESERVED_LAST || last < KERNEL_RESERVED_FIRST)
        return REAL(close_range)(first, last, flags);
    if (first <= STDOUT_FILENO) leaving(STDOUT_FILENO);
    if (first < KERNEL_RESERVED_FIRST) REAL(close_range)(first, KERNEL_RESERVED_FIRST - 1, flags);
    return last > KERNEL_RESERVED_LAST ? REAL(close_range)(KERNEL_RESERVED_LAST + 1, last, flags) : 0;
}

void closefrom(int first) { close_range(first < 0 ? 0 : (unsigned)first, ~0u, 0); }

// A forked process shares the positions of its open files with its parent, and so with every alternative run from there.
// They are remembered with the snapshot and put back before each cell that starts from it.
enum { POSITIONS = 512 };
static struct position {
    int descriptor;
    off_t offset;
} positions[POSITIONS];
static size_t position_count;

static bool memory_device(const struct stat *status) { return S_ISCHR(status->st_mode) && major(status->st_rdev) == 1; }

static bool remember(int descriptor) {
    struct stat status;
    if (REAL(fstat)(descriptor, &status) || memory_device(&status)) return true;
    if (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) return false;
    if (position_count == POSITIONS) return false;
    off_t offset = lseek(descriptor, 0, SEEK_CUR);
    if (offset >= 0) positions[position_count++] = (struct position){descriptor, offset};
    return true;
}

static bool own(int descriptor) {
    return descriptor <= STDERR_FILENO || (descriptor >= KERNEL_RESERVED_FIRST && descriptor <= KERNEL_RESERVED_LAST);
}

bool kernel_descriptors_remember(void) {
    position_count = 0;
    DIR *list = REAL(opendir)("/proc/self/fd");
    if (!list) return false;
    bool all = true;
    for (struct dirent *entry; (entry = readdir(list));) {
        int descriptor = atoi(entry->d_name);
        if (entry->d_name[0] != '.' && !own(descriptor) && descriptor != dirfd(list)) all &= remember(descriptor);
    }
    closedir(list);
    return all;
}

void kernel_descriptors_restore(void) {
    REAL(dup2)(KERNEL_MASTER_NULL, STDIN_FILENO);
    REAL(dup2)(KERNEL_MASTER_OUTPUT, STDOUT_FILENO);
    REAL(dup2)(KERNEL_MASTER_ERROR, STDERR_FILENO);
    for (size_t index = 0; index < position_count; index++)
        lseek(positions[index].descriptor, positions[index].offset, SEEK_SET);
}

static bool same(int descriptor, int master) {
    struct stat one, other;
    if (REAL(fstat)(descriptor, &one) || REAL(fstat)(master, &other)) return false;
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

void kernel_streams_check(void) {
    static const int masters[] = {KERNEL_MASTER_NULL, KERNEL_MASTER_OUTPUT, KERNEL_MASTER_ERROR};
    for (int descriptor = 0; descriptor < 3; descriptor++)
        if (!same(descriptor, masters[descriptor])) kernel_notice(CLOSED_STREAM, (uint64_t)descriptor, "", NULL);
}
