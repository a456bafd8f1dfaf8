#include "internal.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

// One run of a cell, from the state every cell finds to the state it leaves.

_Atomic bool kernel_running;
static struct timespec started;
static struct kernel_usage before;
static void (*pause_script)(void);

void *kernel_next(_Atomic(void *) *found, const char *name) {
    void *next = atomic_load_explicit(found, memory_order_relaxed);
    if (next) return next;
    next = dlsym(RTLD_NEXT, name);
    if (!next) abort();
    atomic_store_explicit(found, next, memory_order_relaxed);
    return next;
}

uint64_t kernel_wall_nanoseconds(void) {
    struct timespec now;
    REAL(clock_gettime)(CLOCK_MONOTONIC, &now);
    return (uint64_t)((now.tv_sec - started.tv_sec) * 1000000000 + now.tv_nsec - started.tv_nsec);
}

static void start_clock(void) { REAL(clock_gettime)(CLOCK_MONOTONIC, &started); }

static void adopt(int from, int to) {
    REAL(dup3)(from, to, O_CLOEXEC);
    if (from > STDERR_FILENO) REAL(close)(from);
}

void kernel_start(char *(*describe)(const void *error), void (*pause)(void)) {
    pause_script = pause;
    adopt(0, KERNEL_CONTROL);
    adopt(1, KERNEL_MASTER_OUTPUT);
    adopt(2, KERNEL_MASTER_ERROR);
    adopt(3, KERNEL_FRAMES);
    int null = REAL(open)("/dev/null", O_RDWR | O_CLOEXEC);
    if (null >= 0) adopt(null, KERNEL_MASTER_NULL);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    kernel_pending_start();
    kernel_world_save();
    kernel_runtime_watch(describe);
    kernel_signals_for_kernel();
}

// The peak of a process that already ran a cell is counted anew from what it holds now.
static void reset_peak(void) {
    int file = REAL(open)("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    ssize_t written = REAL(write)(file, "5", 1);
    (void)written;
    REAL(close)(file);
}

void kernel_cell_prepare(uint64_t memory, int fresh) {
    kernel_descriptors_restore();
    kernel_streams_prepare();
    kernel_world_restore(memory);
    kernel_observations_reset();
    kernel_notices_reset();
    kernel_runtime_reset();
    if (!fresh) reset_peak();
    kernel_usage_now(&before);
    start_clock();
    kernel_signals_for_cell();
}

kernel_entry kernel_cell_load(const char *path, const char *entry, char *reason, size_t capacity) {
    void *library = REAL(dlopen)(path, RTLD_NOW | RTLD_GLOBAL);
    void *symbol = library ? dlsym(library, entry) : NULL;
    if (!symbol) {
        const char *error = dlerror();
        snprintf(reason, capacity, "%s", error ? error : "no such symbol");
        return NULL;
    }
    kernel_image_add(path, symbol);
    return (kernel_entry)symbol;
}

static void begin(void) {
    start_clock();
    atomic_store(&kernel_running, true);
}

void kernel_cell_run(kernel_entry entry, int count, char **arguments) {
    begin();
    entry(count, arguments);
}

void kernel_cell_resume(void) { begin(); }

void kernel_script_pause(void) { pause_script(); }

static void stop_processes_left_behind(void) {
    uint64_t stopped = 0;
    for (pid_t child; (child = kernel_stranger(NULL, 0)); stopped++) kernel_kill_child(child);
    if (stopped) kernel_notice(LEFT_PROCESSES, stopped, "", NULL);
}

static void figure(struct kernel_usage *usage) {
    kernel_usage_now(usage);
    usage->wall_nanoseconds = kernel_wall_nanoseconds();
    usage->user_microseconds -= before.user_microseconds;
    usage->system_microseconds -= before.system_microseconds;
}

enum kernel_bond kernel_cell_settle(struct kernel_usage *usage) {
    struct place culprit;
    figure(usage);
    // What threads do until they have ended belongs to the cell: its inputs, its failures.
    bool settled = kernel_threads_settle(&culprit);
    atomic_store(&kernel_running, false);
    if (!settled) kernel_end(KERNEL_LEFT_THREAD, 0, "", &culprit);
    kernel_runtime_reset();
    kernel_streams_flush();
    kernel_signals_for_kernel();
    stop_processes_left_behind();
    kernel_streams_check();
    kernel_world_note_changes();
    kernel_world_restore(0);
    bool seekable = kernel_descriptors_remember();
    kernel_pending_end();
    return kernel_threads_pooled() ? KERNEL_POOL_THREADS : seekable ? KERNEL_FREE : KERNEL_OPEN_CHANNELS;
}
