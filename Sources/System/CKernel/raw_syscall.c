#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// syscall(2) by number, as run-time libraries use it where libc has no wrapper of its own.

// Neither an input nor an effect outside this process.
static bool harmless(long number) {
    static const long known[] = {
        SYS_futex, SYS_gettid, SYS_getcpu, SYS_membarrier, SYS_sched_yield, SYS_rseq, SYS_tgkill, SYS_rt_sigprocmask,
        SYS_mmap, SYS_munmap, SYS_mprotect, SYS_madvise, SYS_mremap, SYS_sched_getaffinity, SYS_sched_setaffinity,
        SYS_set_robust_list, SYS_arch_prctl, SYS_read, SYS_write, SYS_lseek, SYS_fstat, SYS_getuid, SYS_geteuid,
        SYS_getgid, SYS_getegid, SYS_nanosleep, SYS_clock_nanosleep, SYS_memfd_create, SYS_eventfd2, SYS_pipe2,
    };
    for (size_t index = 0; index < sizeof known / sizeof *known; index++)
        if (known[index] == number) return true;
    return false;
}

static _Noreturn void refuse(enum kernel_ending ending, uintptr_t frame) {
    struct place place;
    kernel_place_from(&place, frame);
    kernel_end(ending, 0, "", &place);
}

// A number whose libc function is known here is led to that function; true with its result when it was.
static bool led(long number, const long word[6], long *result) {
    switch (number) {
        case SYS_open: *result = open((const char *)word[0], (int)word[1], (mode_t)word[2]); return true;
        case SYS_openat: *result = openat((int)word[0], (const char *)word[1], (int)word[2], (mode_t)word[3]); return true;
        case SYS_close: *result = close((int)word[0]); return true;
        case SYS_close_range: *result = close_range((unsigned)word[0], (unsigned)word[1], (int)word[2]); return true;
        case SYS_dup2: *result = dup2((int)word[0], (int)word[1]); return true;
        case SYS_dup3: *result = dup3((int)word[0], (int)word[1], (int)word[2]); return true;
        case SYS_exit:
        case SYS_exit_group: _exit((int)word[0]);
        case SYS_socket: *result = socket((int)word[0], (int)word[1], (int)word[2]); return true;
        default: return false;
    }
}

static void observe(long number) {
    if (number == SYS_getrandom) kernel_observe_flag(DREW_RANDOMNESS);
    else if (number == SYS_getpid) kernel_observe_flag(ASKED_PROCESS_NUMBER);
    else if (number == SYS_clock_gettime || number == SYS_time || number == SYS_gettimeofday) kernel_observe_flag(READ_CLOCK);
    else if (!harmless(number)) kernel_observe(UNTRACEABLE, "syscall", NULL);
}

long syscall(long number, ...) {
    long word[6], result;
    va_list list;
    va_start(list, number);
    for (int index = 0; index < 6; index++) word[index] = va_arg(list, long);
    va_end(list);
    if (atomic_load(&kernel_running)) {
        uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
        if (number == SYS_fork || number == SYS_vfork || number == SYS_clone3) refuse(KERNEL_FORKED, frame);
        if (number == SYS_clone && !(word[0] & 0x00010000)) refuse(KERNEL_FORKED, frame);
        if (number == SYS_execve || number == SYS_execveat) refuse(KERNEL_REPLACED, frame);
        if (led(number, word, &result)) return result;
        observe(number);
    }
    return REAL(syscall)(number, word[0], word[1], word[2], word[3], word[4], word[5]);
}
