#include "internal.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

// The threads that a cell starts. Those of the run-time's own pools may stay idle after the cell; any other must have
// ended, because it could change what later cells find.

enum { SLOTS = 256, THREAD_STACK = 16384, PATIENCE_MILLISECONDS = 200 };
enum slot_state { FREE, STARTING, USER, POOL };
static struct slot {
    _Atomic int state;
    void *(*routine)(void *);
    void *argument;
    struct place place;
} slots[SLOTS];
static _Atomic bool pooled;

bool kernel_threads_pooled(void) { return atomic_load(&pooled); }

// A forked child has only the thread that forked it.
void kernel_threads_reset(void) {
    for (int index = 0; index < SLOTS; index++) atomic_store(&slots[index].state, FREE);
}

static struct slot *take_slot(void) {
    for (int index = 0; index < SLOTS; index++) {
        int expected = FREE;
        if (atomic_compare_exchange_strong(&slots[index].state, &expected, STARTING)) return &slots[index];
    }
    return NULL;
}

static void ended(void *slot) { atomic_store(&((struct slot *)slot)->state, FREE); }

// Runs on the new thread. Its signal stack lies on its own stack: nothing needs to be freed.
static void *trampoline(void *context) {
    struct slot *slot = context;
    char stack[THREAD_STACK];
    kernel_signals_stack_for_thread(stack, sizeof stack);
    void *result;
    pthread_cleanup_push(ended, slot);
    result = slot->routine(slot->argument);
    pthread_cleanup_pop(1);
    kernel_signals_stack_for_thread(NULL, 0);
    return result;
}

// Dispatch starts the workers of its queues, and of Swift's tasks, itself.
static bool from_pool(const void *caller) {
    Dl_info info;
    return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "/libdispatch.so");
}

int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes, void *(*routine)(void *),
                   void *restrict argument) {
    struct slot *slot = atomic_load(&kernel_running) ? take_slot() : NULL;
    bool pool = from_pool(__builtin_return_address(0));
    if (pool) atomic_store(&pooled, true);
    if (!slot) return REAL(pthread_create)(thread, attributes, routine, argument);
    slot->routine = routine;
    slot->argument = argument;
    PLACE_HERE(&slot->place);
    atomic_store(&slot->state, pool ? POOL : USER);
    int error = REAL(pthread_create)(thread, attributes, trampoline, slot);
    if (error) atomic_store(&slot->state, FREE);
    return error;
}

static unsigned count(enum slot_state state) {
    unsigned found = 0;
    for (int index = 0; index < SLOTS; index++) found += atomic_load(&slots[index].state) == (int)state;
    return found;
}

// The system's own count, which also knows threads started behind pthread_create.
static unsigned tasks(void) {
    struct stat status;
    return REAL(stat)("/proc/self/task", &status) ? 1 : (unsigned)status.st_nlink - 2;
}

static bool settled(void) { return count(USER) == 0 && tasks() <= 1 + count(POOL); }

static void remember_culprit(struct place *place) {
    place->count = 0;
    for (int index = 0; index < SLOTS; index++)
        if (atomic_load(&slots[index].state) == USER) *place = slots[index].place;
}

bool kernel_threads_settle(struct place *place) {
    const struct timespec pause = {.tv_nsec = 200000};
    for (int turn = 0; turn < 5 * PATIENCE_MILLISECONDS; turn++) {
        if (settled()) return true;
        nanosleep(&pause, NULL);
    }
    remember_culprit(place);
    return settled();
}
