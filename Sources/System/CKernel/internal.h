#pragma once
// Shared by the parts of the kernel's C side.
//
// The kernel defines functions of libc (open, stat, getenv, exit …). An executable linked with --export-dynamic comes
// first in the search order, so every library of the process calls these. Each notes what it is asked for while a cell
// runs, and forwards to the next definition, libc's own.

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>

#include "CKernel.h"

/// The definition of `name` that this one hides. Looked up once per place of use; dlsym neither allocates nor reads files.
#define REAL(name)                                                        \
    ({                                                                    \
        static _Atomic(void *) found;                                     \
        (__typeof__(&name))kernel_next(&found, #name);                    \
    })
void *kernel_next(_Atomic(void *) *found, const char *name);

// cell.c: whether a cell runs now.

/// Set from the first line of a cell until all its threads have settled: what it gave others to do is part of it.
extern _Atomic bool kernel_running;
uint64_t kernel_wall_nanoseconds(void);

// family.c

void kernel_usage_now(struct kernel_usage *usage);

// place.c: where in the cells' code a thread is.

enum { PLACE_FRAMES = 6 };
/// Code addresses inside cells, innermost first; return addresses are moved back into their call.
struct place {
    uint32_t count;
    uintptr_t frames[PLACE_FRAMES];
};
/// The place of the caller. Inlined so that the frame it starts from is the interposed function's own.
#define PLACE_HERE(place) kernel_place_from(place, (uintptr_t)__builtin_frame_address(0))
void kernel_place_from(struct place *place, uintptr_t frame);
/// The place of what the signal handler that calls this has interrupted, whose frame and stack pointer are given.
void kernel_place_interrupted(struct place *place, uintptr_t frame, uintptr_t stack);
void kernel_image_add(const char *path, const void *code);
/// The path of the cell that holds `code`, and the offset in it; NULL for any other code.
const char *kernel_image_of(uintptr_t code, uint64_t *offset);

// message.c: the wire form shared with the runner: little-endian, texts as length and bytes.

struct message {
    size_t count;
    uint8_t bytes[KERNEL_PART];
};
void put_byte(struct message *message, uint8_t value);
void put_u32(struct message *message, uint32_t value);
void put_u64(struct message *message, uint64_t value);
void put_text(struct message *message, const char *text, size_t limit);
void put_place(struct message *message, const struct place *place);
void message_send(const struct message *message);

// observe.c: what a cell asked the system for.

struct file_state {
    uint8_t kind;
    uint64_t device, inode, size, modified, changed;
};
bool kernel_observing(void);
void kernel_observe(enum observation kind, const char *text, const struct file_state *state);
/// Cheaper than `kernel_observe`, for what has no text: clock, randomness, connection, too many.
void kernel_observe_flag(enum observation kind);
bool kernel_observed_flag(enum observation kind);
void kernel_observations_reset(void);
struct file_state kernel_state_of(const struct stat *status, int error);

/// Defines a function whose inputs cannot be followed.
#define HIDDEN(type, name, parameters, call)            \
    type name parameters {                              \
        kernel_observe(UNTRACEABLE, #name, NULL);       \
        return REAL(name) call;                         \
    }

// path.c: observing by path.

enum { PATH_CAPACITY = 8192 };
/// Notes `kind` for `path` relative to `directory`, in the state it has now.
void kernel_observe_path(enum observation kind, int directory, const char *path);
void kernel_observe_path_state(enum observation kind, int directory, const char *path, const struct file_state *state);

// notice.c: what a cell changed that is put back.

void kernel_notice(enum notice kind, uint64_t number, const char *text, const struct place *place);
void kernel_notices_reset(void);
extern struct place kernel_directory_place, kernel_environment_place;

// endings.c

_Noreturn void kernel_end(enum kernel_ending ending, int64_t code, const char *text, const struct place *place);
_Noreturn void kernel_end_by_signal(enum kernel_ending ending, int number, bool overflow, const struct place *place);

// runtime.c: what the Swift run-time says and throws.

void kernel_runtime_watch(char *(*describe)(const void *error));
const char *kernel_fatal_message(void);
void kernel_runtime_reset(void);

// signals.c

void kernel_signals_for_cell(void);
void kernel_signals_for_kernel(void);
void kernel_signals_stack_for_thread(void *stack, size_t size);
int kernel_stop_signal(void);

// streams.c: standard output and error.

void kernel_streams_prepare(void);
void kernel_streams_flush(void);
/// Writes out what stdio still holds, as a signal handler may: without locks.
void kernel_streams_rescue(void);
/// 1 or 2 for the streams that stand in for libc's, −1 for any other.
int kernel_stream_descriptor(const FILE *stream);
/// Writes everything, in packets where the descriptor wants packets.
ssize_t kernel_write(int descriptor, const void *bytes, size_t count);

// pending.c: lines of standard output on their way.

void kernel_pending_start(void);
void kernel_pending_begin(void);
void kernel_pending_end(void);
void kernel_pending_add(const char *bytes, size_t count);
void kernel_pending_flush(void);
/// From now on nothing waits: another holder of standard output may write in between.
void kernel_pending_pass(void);
/// As `kernel_pending_flush`, for a signal handler.
void kernel_pending_rescue(void);
/// Sends what `child`, which is dead, did not get to send.
void kernel_pending_rescue_of(pid_t child);

// delays.c

bool kernel_delays_pending(void);

// threads.c

bool kernel_threads_settle(struct place *place);
bool kernel_threads_pooled(void);
// Whether code at this address belongs to Dispatch, which does some things for itself at times that are chance.
bool kernel_called_by_dispatch(const void *caller);
void kernel_threads_reset(void);

// descriptors.c

void kernel_descriptors_restore(void);
/// Remembers where the open files of the process stand; false when one cannot be put back there.
bool kernel_descriptors_remember(void);
void kernel_streams_check(void);

// world.c

void kernel_world_save(void);
void kernel_world_restore(uint64_t memory);
void kernel_world_note_changes(void);
uint64_t kernel_data_bytes(void);
