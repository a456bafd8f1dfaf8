#include "internal.h"

#include <stdlib.h>

// Work that a cell put off with Dispatch, or by letting a task sleep. Until it is done the cell is not over: it would run in
// the middle of a later one. Timer sources show neither their firing nor their end here, so a cell that makes one is at
// least never reused.

static _Atomic unsigned waiting;

bool kernel_delays_pending(void) { return atomic_load(&waiting) > 0; }

struct delayed {
    void *context;
    void (*work)(void *context);
};

static void run(void *pointer) {
    struct delayed delayed = *(struct delayed *)pointer;
    free(pointer);
    delayed.work(delayed.context);
    atomic_fetch_sub(&waiting, 1);
}

void dispatch_after_f(uint64_t when, void *queue, void *context, void (*work)(void *context));
void dispatch_after_f(uint64_t when, void *queue, void *context, void (*work)(void *context)) {
    struct delayed *delayed = atomic_load(&kernel_running) ? malloc(sizeof *delayed) : NULL;
    if (!delayed) {
        REAL(dispatch_after_f)(when, queue, context, work);
        return;
    }
    *delayed = (struct delayed){context, work};
    atomic_fetch_add(&waiting, 1);
    REAL(dispatch_after_f)(when, queue, delayed, run);
}

// The layout that the ABI of blocks gives to every block.
struct block {
    void *kind;
    int flags, reserved;
    void (*invoke)(void *block);
};

static void run_block(void *pointer) {
    struct block *block = pointer;
    block->invoke(block);
    void (*release)(const void *) = (void (*)(const void *))dlsym(RTLD_DEFAULT, "_Block_release");
    if (release) release(block);
}

void dispatch_after(uint64_t when, void *queue, void *block);
void dispatch_after(uint64_t when, void *queue, void *block) {
    void *(*copy)(const void *) = (void *(*)(const void *))dlsym(RTLD_DEFAULT, "_Block_copy");
    if (copy) dispatch_after_f(when, queue, copy(block), run_block);
    else REAL(dispatch_after)(when, queue, block);
}

void dispatch_source_set_timer(void *source, uint64_t start, uint64_t interval, uint64_t leeway);
void dispatch_source_set_timer(void *source, uint64_t start, uint64_t interval, uint64_t leeway) {
    // Dispatch watches over its own threads with a timer.
    if (!kernel_called_by_dispatch(__builtin_return_address(0))) kernel_observe(UNTRACEABLE, "timer", NULL);
    REAL(dispatch_source_set_timer)(source, start, interval, leeway);
}
