// Functions of glibc that its headers declare only under _GNU_SOURCE, which Swift's import of glibc does not set.
#pragma once
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/socket.h>

extern int pipe2(int descriptors[2], int flags);
extern int accept4(int socket, struct sockaddr *address, socklen_t *size, int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

static inline int system_pipe(int descriptors[2], int flags) { return pipe2(descriptors, flags); }

static inline int system_accept(int socket) { return accept4(socket, 0, 0, SOCK_CLOEXEC); }

static inline int system_spawn_in_directory(posix_spawn_file_actions_t *actions, const char *path) {
    return posix_spawn_file_actions_addchdir_np(actions, path);
}
