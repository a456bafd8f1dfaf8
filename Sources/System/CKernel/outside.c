#include "internal.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <grp.h>
#include <ifaddrs.h>
#include <mqueue.h>
#include <netdb.h>
#include <pwd.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/socket.h>

// Everything that reaches beyond this process other than through files: the network, other programs, shared memory,
// libraries, the user data base.

int socket(int domain, int type, int protocol) {
    // Local sockets speak to no one until they are connected or bound.
    if (domain != AF_UNIX) kernel_observe_flag(MADE_CONNECTION);
    return REAL(socket)(domain, type, protocol);
}

#define CONNECTION(type, name, parameters, call)       \
    type name parameters {                             \
        kernel_observe_flag(MADE_CONNECTION);          \
        return REAL(name) call;                        \
    }
CONNECTION(int, connect, (int descriptor, const struct sockaddr *address, socklen_t length), (descriptor, address, length))
CONNECTION(int, bind, (int descriptor, const struct sockaddr *address, socklen_t length), (descriptor, address, length))
CONNECTION(int, getaddrinfo,
           (const char *restrict node, const char *restrict service, const struct addrinfo *restrict hints,
            struct addrinfo **restrict found),
           (node, service, hints, found))
CONNECTION(int, getnameinfo,
           (const struct sockaddr *restrict address, socklen_t length, char *restrict host, socklen_t host_size,
            char *restrict service, socklen_t service_size, int flags),
           (address, length, host, host_size, service, service_size, flags))
CONNECTION(struct hostent *, gethostbyname, (const char *name), (name))
CONNECTION(struct hostent *, gethostbyname2, (const char *name, int family), (name, family))
CONNECTION(int, getifaddrs, (struct ifaddrs **found), (found))

#define PROGRAM(type, name, parameters, call, program)  \
    type name parameters {                              \
        kernel_observe(RAN_PROGRAM, program, NULL);     \
        kernel_pending_pass();                          \
        return REAL(name) call;                         \
    }
PROGRAM(int, posix_spawn,
        (pid_t *restrict child, const char *restrict path, const posix_spawn_file_actions_t *restrict actions,
         const posix_spawnattr_t *restrict attributes, char *const arguments[restrict], char *const variables[restrict]),
        (child, path, actions, attributes, arguments, variables), path)
PROGRAM(int, posix_spawnp,
        (pid_t *restrict child, const char *restrict path, const posix_spawn_file_actions_t *restrict actions,
         const posix_spawnattr_t *restrict attributes, char *const arguments[restrict], char *const variables[restrict]),
        (child, path, actions, attributes, arguments, variables), path)
PROGRAM(FILE *, popen, (const char *command, const char *mode), (command, mode), command)
int system(const char *command) {
    kernel_observe(RAN_PROGRAM, command ? command : "sh", NULL);
    kernel_pending_pass();
    return REAL(system)(command);
}

HIDDEN(int, shm_open, (const char *name, int flags, mode_t mode), (name, flags, mode))
HIDDEN(int, shmget, (key_t key, size_t size, int flags), (key, size, flags))

void *dlopen(const char *path, int flags) {
    if (path && strchr(path, '/')) kernel_observe_path(READ_FILE, AT_FDCWD, path);
    else if (path) kernel_observe(UNTRACEABLE, path, NULL);
    return REAL(dlopen)(path, flags);
}

// libc reads the data base of users itself.
#define USERS(type, name, parameters, call, path)               \
    type name parameters {                                      \
        kernel_observe_path(READ_FILE, AT_FDCWD, path);         \
        return REAL(name) call;                                 \
    }
USERS(struct passwd *, getpwnam, (const char *name), (name), "/etc/passwd")
USERS(struct passwd *, getpwuid, (uid_t user), (user), "/etc/passwd")
USERS(int, getpwnam_r,
      (const char *restrict name, struct passwd *restrict entry, char *restrict buffer, size_t size,
       struct passwd **restrict found),
      (name, entry, buffer, size, found), "/etc/passwd")
USERS(int, getpwuid_r,
      (uid_t user, struct passwd *restrict entry, char *restrict buffer, size_t size, struct passwd **restrict found),
      (user, entry, buffer, size, found), "/etc/passwd")
USERS(struct group *, getgrnam, (const char *name), (name), "/etc/group")
USERS(struct group *, getgrgid, (gid_t group), (group), "/etc/group")
USERS(int, getgrnam_r,
      (const char *restrict name, struct group *restrict entry, char *restrict buffer, size_t size,
       struct group **restrict found),
      (name, entry, buffer, size, found), "/etc/group")
USERS(int, getgrgid_r,
      (gid_t group, struct group *restrict entry, char *restrict buffer, size_t size, struct group **restrict found),
      (group, entry, buffer, size, found), "/etc/group")
