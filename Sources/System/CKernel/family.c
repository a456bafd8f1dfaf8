#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The tree of processes: snapshots, the cells that run from them, and whatever those left behind.

int kernel_wait(void) {
    struct pollfd control = {.fd = KERNEL_CONTROL, .events = POLLIN};
    sigset_t mask;
    sigfillset(&mask);
    sigdelset(&mask, SIGCHLD);
    sigdelset(&mask, kernel_stop_signal());
    int ready = ppoll(&control, 1, NULL, &mask);
    if (ready > 0) return KERNEL_COMMAND | KERNEL_CHILD;
    return ready < 0 && errno == EINTR ? KERNEL_CHILD : 0;
}

pid_t kernel_fork(int control) {
    pid_t parent = REAL(getpid)();
    pid_t child = REAL(fork)();
    if (child != 0) {
        if (control >= 0) REAL(close)(control);
        return child;
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (REAL(getppid)() != parent) kernel_leave();
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    // Signals that a cell sends to its process group reach no other snapshot.
    setpgid(0, 0);
    REAL(dup3)(control, KERNEL_CONTROL, O_CLOEXEC);
    REAL(close)(control);
    kernel_threads_reset();
    return 0;
}

static bool among(pid_t child, const pid_t *known, size_t count) {
    for (size_t index = 0; index < count; index++)
        if (known[index] == child) return true;
    return false;
}

static bool childless(void) {
    siginfo_t info;
    return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0 && errno == ECHILD;
}

pid_t kernel_stranger(const pid_t *known, size_t count) {
    if (childless()) return 0;
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", REAL(getpid)());
    FILE *list = REAL(fopen)(path, "re");
    pid_t child = 0;
    while (list && fscanf(list, "%d", &child) == 1 && among(child, known, count)) child = 0;
    if (list) REAL(fclose)(list);
    return child;
}

// By the clock, since a busy machine may take many times as long over each pause.
static bool ends_within(pid_t child, uint64_t nanoseconds) {
    const struct timespec pause = {.tv_nsec = 500000};
    const uint64_t end = kernel_wall_nanoseconds() + nanoseconds;
    do {
        siginfo_t info = {0};
        if (waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) < 0 || info.si_pid == child) return true;
        nanosleep(&pause, NULL);
    } while (kernel_wall_nanoseconds() < end);
    return false;
}

void kernel_stop_child(pid_t child) {
    const uint64_t patience = 2000000000;
    kill(child, kernel_stop_signal());
    if (!ends_within(child, patience)) kill(child, SIGKILL);
}

void kernel_kill_child(pid_t child) {
    kill(child, SIGKILL);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
}

static uint64_t microseconds(struct timeval time) { return (uint64_t)time.tv_sec * 1000000u + (uint64_t)time.tv_usec; }

static void fill(struct kernel_usage *usage, const struct rusage *resources) {
    usage->user_microseconds = microseconds(resources->ru_utime);
    usage->system_microseconds = microseconds(resources->ru_stime);
    usage->peak_bytes = (uint64_t)resources->ru_maxrss * 1024;
}

void kernel_await_child(void) {
    siginfo_t info;
    while (waitid(P_ALL, 0, &info, WEXITED | WNOWAIT) < 0 && errno == EINTR) continue;
}

pid_t kernel_reap(int *status, struct kernel_usage *usage) {
    struct rusage resources = {0};
    pid_t child = wait4(-1, status, WNOHANG, &resources);
    *usage = (struct kernel_usage){0};
    fill(usage, &resources);
    if (child > 0) kernel_pending_rescue_of(child);
    return child > 0 ? child : 0;
}

void kernel_usage_now(struct kernel_usage *usage) {
    struct rusage resources = {0};
    REAL(getrusage)(RUSAGE_SELF, &resources);
    fill(usage, &resources);
}
