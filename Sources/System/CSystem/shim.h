#pragma once
// What of the system Swift cannot import by itself: functions that glibc's headers declare only under _GNU_SOURCE, which
// would give types of the C library's own module a second, conflicting form, variadic functions, and macros.

#include <spawn.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/personality.h>
#include <sys/socket.h>

extern int accept4(int socket, struct sockaddr *address, socklen_t *size, int flags);
extern int pipe2(int descriptors[2], int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
enum { SYSTEM_SPAWN_SETSID = 0x80 };

static inline int system_accept(int socket) { return accept4(socket, 0, 0, SOCK_CLOEXEC); }

static inline int system_pipe(int descriptors[2], int flags) { return pipe2(descriptors, flags); }

static inline int system_spawn_in_directory(posix_spawn_file_actions_t *actions, const char *path) {
    return posix_spawn_file_actions_addchdir_np(actions, path);
}

/// Turns address randomisation off for the programs this thread starts; returns the personality to give back, or −1 where
/// the system does not allow it, as some containers do not.
static inline int system_fix_addresses(void) {
    int before = personality(0xffffffff);
    if (before == -1 || personality((unsigned long)before | ADDR_NO_RANDOMIZE) == -1) return -1;
    return before;
}

/// Gives back what `system_fix_addresses` returned.
static inline void system_restore_personality(int before) {
    if (before != -1) personality((unsigned long)before);
}
