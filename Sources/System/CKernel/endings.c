#include "internal.h"

#include <pty.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// The ways in which a cell ends its process: each sends a last report first.

// Written once: whoever comes first, on whatever thread, ends the process.
static struct message last;
static atomic_flag ending = ATOMIC_FLAG_INIT;

// Waits to be ended by the thread that came first.
static void come_first(void) {
    while (atomic_flag_test_and_set(&ending)) pause();
}

static void send_last(enum kernel_ending reason, int64_t code, bool overflow, const char *text, const struct place *place) {
    enum { ENDED = 4, LONGEST_TEXT = 16384 };
    last.count = 0;
    put_byte(&last, ENDED);
    put_byte(&last, (uint8_t)reason);
    put_u64(&last, (uint64_t)code);
    put_byte(&last, overflow);
    put_u64(&last, kernel_wall_nanoseconds());
    put_u64(&last, kernel_data_bytes());
    put_text(&last, text, LONGEST_TEXT);
    put_place(&last, place);
    message_send(&last);
}

static void send_observations(void) {
    enum { OBSERVED = 2 };
    static uint8_t packet[KERNEL_PART + 1];
    const uint8_t *bytes;
    size_t position = 0;
    packet[0] = OBSERVED;
    for (size_t count; (count = kernel_observations(&position, &bytes)) > 0;) {
        memcpy(packet + 1, bytes, count);
        REAL(send)(KERNEL_CONTROL, packet, count + 1, 0);
    }
}

_Noreturn void kernel_leave(void) {
    for (;;) REAL(syscall)(SYS_exit_group, 0);
}

static _Noreturn void end(enum kernel_ending reason, int64_t code, bool overflow, const char *text,
                          const struct place *place) {
    come_first();
    atomic_store(&kernel_running, false);
    kernel_streams_rescue();
    send_observations();
    send_last(reason, code, overflow, text, place);
    kernel_leave();
}

_Noreturn void kernel_end(enum kernel_ending reason, int64_t code, const char *text, const struct place *place) {
    end(reason, code, false, text, place);
}

_Noreturn void kernel_end_by_signal(enum kernel_ending reason, int number, bool overflow, const struct place *place) {
    end(reason, number, overflow, reason == KERNEL_CRASHED ? kernel_fatal_message() : "", place);
}

_Noreturn void kernel_end_not_loaded(const char *reason) { end(KERNEL_NOT_LOADED, 0, false, reason, NULL); }

#define REFUSED(ending, code)                        \
    if (atomic_load(&kernel_running)) {              \
        struct place place;                          \
        PLACE_HERE(&place);                          \
        kernel_end(ending, code, "", &place);        \
    }

#define EXIT(name)                              \
    _Noreturn void name(int status) {           \
        REFUSED(KERNEL_EXITED, status)          \
        for (;;) REAL(name)(status);            \
    }
EXIT(exit)
EXIT(_exit)
EXIT(_Exit)
EXIT(quick_exit)

#define FORK(name)                              \
    pid_t name(void) {                          \
        REFUSED(KERNEL_FORKED, 0)               \
        return REAL(fork)();                    \
    }
FORK(fork)
FORK(vfork)
FORK(_Fork)

int forkpty(int *master, char *name, const struct termios *settings, const struct winsize *size) {
    REFUSED(KERNEL_FORKED, 0)
    return REAL(forkpty)(master, name, settings, size);
}

int daemon(int keep_directory, int keep_streams) {
    REFUSED(KERNEL_FORKED, 0)
    return REAL(daemon)(keep_directory, keep_streams);
}

// A process that became another program could not report any more.
#define REPLACE(name, parameters, call)         \
    int name parameters {                       \
        REFUSED(KERNEL_REPLACED, 0)             \
        return REAL(name) call;                 \
    }
REPLACE(execve, (const char *path, char *const arguments[], char *const variables[]), (path, arguments, variables))
REPLACE(execv, (const char *path, char *const arguments[]), (path, arguments))
REPLACE(execvp, (const char *path, char *const arguments[]), (path, arguments))
REPLACE(execvpe, (const char *path, char *const arguments[], char *const variables[]), (path, arguments, variables))
REPLACE(fexecve, (int program, char *const arguments[], char *const variables[]), (program, arguments, variables))
REPLACE(execl, (const char *path, const char *argument, ...), (path, argument, NULL))
REPLACE(execlp, (const char *path, const char *argument, ...), (path, argument, NULL))
REPLACE(execle, (const char *path, const char *argument, ...), (path, argument, NULL))
