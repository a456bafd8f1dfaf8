#include "internal.h"

#include <sched.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Complete lines of standard output wait here until there are enough for a packet, or until something else is written
// whose place among them would be lost. A packet for each line would cost a change of process for every few lines.
//
// The memory is shared by all processes of the kernel, of which one runs a cell at a time: when that one is killed, its
// parent sends what was still waiting.
enum { CAPACITY = 32768 };
static struct pending {
    // The process whose cell is running.
    pid_t owner;
    _Atomic size_t count;
    // Set while the bytes are on their way, so that nobody sends them a second time.
    _Atomic bool leaving;
    char bytes[CAPACITY];
} *pending;
static atomic_flag lock = ATOMIC_FLAG_INIT;
// Other writers may hold standard output besides this process: nothing waits.
static _Atomic bool direct;

static void acquire(void) {
    while (atomic_flag_test_and_set(&lock)) sched_yield();
}

static void leave(void) {
    size_t count = atomic_load(&pending->count);
    if (count == 0) return;
    atomic_store(&pending->leaving, true);
    kernel_write(STDOUT_FILENO, pending->bytes, count);
    atomic_store(&pending->count, 0);
    atomic_store(&pending->leaving, false);
}

void kernel_pending_start(void) {
    pending = mmap(NULL, sizeof *pending, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (pending == MAP_FAILED) kernel_leave();
}

void kernel_pending_begin(void) {
    pending->owner = REAL(getpid)();
    atomic_store(&pending->count, 0);
    atomic_store(&pending->leaving, false);
    atomic_store(&direct, false);
}

// Nothing waits any more. The process goes on as a snapshot whose end, whenever it comes, must not touch what the cells of
// other processes have waiting by then.
void kernel_pending_end(void) {
    kernel_pending_flush();
    pending->owner = 0;
}

void kernel_pending_add(const char *bytes, size_t count) {
    acquire();
    if (atomic_load(&pending->count) + count > CAPACITY) leave();
    if (count > CAPACITY) {
        kernel_write(STDOUT_FILENO, bytes, count);
    } else {
        memcpy(pending->bytes + atomic_load(&pending->count), bytes, count);
        atomic_fetch_add(&pending->count, count);
    }
    if (atomic_load(&direct)) leave();
    atomic_flag_clear(&lock);
}

void kernel_pending_flush(void) {
    // Before the kernel has started there is nowhere to wait.
    if (!pending || atomic_load(&pending->count) == 0) return;
    acquire();
    leave();
    atomic_flag_clear(&lock);
}

void kernel_pending_pass(void) {
    if (!atomic_load(&kernel_running)) return;
    kernel_pending_flush();
    atomic_store(&direct, true);
}

void kernel_pending_rescue(void) {
    if (!atomic_load(&pending->leaving)) leave();
}

void kernel_pending_rescue_of(pid_t child) {
    if (pending->owner != child || atomic_load(&pending->leaving)) return;
    // The parent's own standard output is as the last cell left it; the master always leads to the runner.
    kernel_write(KERNEL_MASTER_OUTPUT, pending->bytes, atomic_load(&pending->count));
    atomic_store(&pending->count, 0);
}
