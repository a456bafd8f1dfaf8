#pragma once
// The process-wide part of the kernel: what has to be C because it stands in for libc functions, handles signals, forks,
// or keeps state that belongs to the process rather than to any value.
//
// Invariant of all of it: one thread, the one that called `kernel_start`, calls the functions below. Code of a cell, on
// whatever thread, gets here only through the libc functions that the kernel defines ahead of libc (see internal.h).

#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

#include "../../CSystem/kernel_reports.h"

/// The descriptors of the kernel. A cell cannot close or replace those from `KERNEL_RESERVED_FIRST` to
/// `KERNEL_RESERVED_LAST`; standard input, output and error are made anew from the masters before every cell.
enum {
    KERNEL_RESERVED_FIRST = 190,
    KERNEL_MASTER_OUTPUT = 195,
    KERNEL_MASTER_ERROR = 196,
    KERNEL_MASTER_NULL = 197,
    KERNEL_FRAMES = 198,
    KERNEL_CONTROL = 199,
    KERNEL_RESERVED_LAST = 199,
};

/// What woke `kernel_wait`; both may be set.
enum kernel_event { KERNEL_COMMAND = 1, KERNEL_CHILD = 2 };

/// Figures of one run of a cell.
struct kernel_usage {
    uint64_t wall_nanoseconds;
    uint64_t user_microseconds;
    uint64_t system_microseconds;
    uint64_t peak_bytes;
};

/// Takes over the descriptors 0 to 3 handed in by the runner (control, output, error, frames) and remembers the state
/// of the process that every cell is to find. Called once, first.
/// `describe` turns a thrown error into text allocated with malloc; `pause` is called where a script pauses.
void kernel_start(char *(*describe)(const void *error), void (*pause)(void));

/// Waits for a command or a change among the children, with every other signal held back.
int kernel_wait(void);

/// Forks. The child has `control` as its control channel, dies with its parent and adopts the orphans of its own
/// children. Returns 0 in the child, −1 with errno set when there is none.
pid_t kernel_fork(int control);

/// The first child of this process that is not among `known`, or 0 where there is none.
pid_t kernel_stranger(const pid_t *known, size_t count);

/// Asks `child` to report the place where it is and to end, and sees to it that it does end.
void kernel_stop_child(pid_t child);

/// Kills `child` and takes its exit status.
void kernel_kill_child(pid_t child);

/// Waits until some child has ended.
void kernel_await_child(void);

/// Takes the exit status of one child that has ended; 0 where there is none.
pid_t kernel_reap(int *status, struct kernel_usage *usage);

/// Ends this process at once, without running anything.
_Noreturn void kernel_leave(void);

/// Puts the process back into the state that every cell finds, and allows the cell `memory` more bytes of data than the
/// kernel had before the first cell. `fresh` says that the process was forked for this cell.
void kernel_cell_prepare(uint64_t memory, int fresh);

/// Loads the library of a cell; its entry, or NULL after having described the reason in `reason`.
typedef int (*kernel_entry)(int count, char **arguments);
kernel_entry kernel_cell_load(const char *path, const char *entry, char *reason, size_t capacity);

/// Runs a cell: from here until its threads have settled everything it asks of the system is observed.
void kernel_cell_run(kernel_entry entry, int count, char **arguments);

/// The same for a cell that goes on in a script which has paused: the caller returns into the script.
void kernel_cell_resume(void);

/// Called by a script of several cells where one of them has ended and the next has not begun.
void kernel_script_pause(void);

/// Flushes what the cell wrote, waits for its threads, stops its children and notes what it left behind.
/// Does not return when the cell left a thread running.
enum kernel_bond kernel_cell_settle(struct kernel_usage *usage);

/// The next whole observations from `*position` on, at most `KERNEL_PART` bytes; 0 after the last.
enum { KERNEL_PART = 32768 };
size_t kernel_observations(size_t *position, const uint8_t **bytes);

/// The notices of the last cell and how many they are.
size_t kernel_notices(const uint8_t **bytes, uint32_t *count);

/// Sends the last report of this process and ends it.
_Noreturn void kernel_end_not_loaded(const char *reason);
