#include "internal.h"

#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unwind.h>
#include <time.h>

// The threads that a cell starts. Those of the run-time's own pools may stay idle after the cell; any other, and any work
// in the pools, must have ended, because it could change what later cells find.

enum { SLOTS = 256, THREAD_STACK = 16384, PATIENCE_MILLISECONDS = 200 };
enum slot_state { FREE, STARTING, USER, POOL, IDLE_IN_POOL };
static struct slot {
    _Atomic int state;
    void *(*routine)(void *);
    void *argument;
    struct place place;
} slots[SLOTS];
static _Atomic bool pooled;
static __thread struct slot *own_slot;

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
    struct slot *slot = own_slot = context;
    char stack[THREAD_STACK];
    kernel_signals_stack_for_thread(stack, sizeof stack);
    void *result;
    pthread_cleanup_push(ended, slot);
    result = slot->routine(slot->argument);
    pthread_cleanup_pop(1);
    kernel_signals_stack_for_thread(NULL, 0);
    return result;
}

static _Unwind_Reason_Code is_process_manager(struct _Unwind_Context *context, void *found) {
    static const char method_of_process[] = "$s10Foundation7ProcessC";
    Dl_info info;
    bool named = dladdr((void *)_Unwind_GetIP(context), &info) && info.dli_sname;
    *(bool *)found |= named && strncmp(info.dli_sname, method_of_process, sizeof method_of_process - 1) == 0;
    return *(bool *)found ? _URC_END_OF_STACK : _URC_NO_REASON;
}

bool kernel_called_by_dispatch(const void *caller) {
    Dl_info info;
    return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "/libdispatch.so");
}

// Dispatch starts the workers of its queues, and of Swift's tasks, itself; Foundation one thread that waits for the ends of
// the programs started with `Process`.
static bool from_pool(const void *caller) {
    if (kernel_called_by_dispatch(caller)) return true;
    Dl_info info;
    bool found = false;
    if (dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "/libFoundation.so"))
        _Unwind_Backtrace(is_process_manager, &found);
    return found;
}

int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes, void *(*routine)(void *),
                   void *restrict argument) {
    bool pool = from_pool(__builtin_return_address(0));
    if (pool) atomic_store(&pooled, true);
    // A thread of a pool may start another one when the cell that gave it work has just ended.
    struct slot *slot = pool || atomic_load(&kernel_running) ? take_slot() : NULL;
    if (!slot) return REAL(pthread_create)(thread, attributes, routine, argument);
    slot->routine = routine;
    slot->argument = argument;
    PLACE_HERE(&slot->place);
    atomic_store(&slot->state, pool ? POOL : USER);
    int error = REAL(pthread_create)(thread, attributes, trampoline, slot);
    if (error) atomic_store(&slot->state, FREE);
    return error;
}

// A thread of a pool has nothing to do while it waits for work in the ways that Dispatch and Foundation do: on a semaphore
// with a limit, or for events.
static bool rest(void) {
    struct slot *slot = own_slot;
    return slot && atomic_load(&slot->state) == POOL && (atomic_store(&slot->state, IDLE_IN_POOL), true);
}

static void resume(bool rested) {
    if (rested) atomic_store(&own_slot->state, POOL);
}

#define RESTING(name, parameters, call)        \
    int name parameters {                      \
        bool rested = rest();                  \
        int result = REAL(name) call;          \
        resume(rested);                        \
        return result;                         \
    }
RESTING(sem_timedwait, (sem_t *restrict semaphore, const struct timespec *restrict limit), (semaphore, limit))
RESTING(epoll_wait, (int queue, struct epoll_event *events, int capacity, int timeout), (queue, events, capacity, timeout))
RESTING(ppoll, (struct pollfd *watched, nfds_t count, const struct timespec *limit, const sigset_t *mask),
        (watched, count, limit, mask))
RESTING(poll, (struct pollfd *watched, nfds_t count, int timeout), (watched, count, timeout))
RESTING(select, (int count, fd_set *restrict reading, fd_set *restrict writing, fd_set *restrict failing,
                 struct timeval *restrict limit),
        (count, reading, writing, failing, limit))


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

static bool settled(void) {
    return count(USER) + count(POOL) == 0 && tasks() <= 1 + count(IDLE_IN_POOL) && !kernel_delays_pending();
}

static void remember_culprit(struct place *place) {
    place->count = 0;
    for (int index = 0; index < SLOTS; index++)
        if (atomic_load(&slots[index].state) == USER || atomic_load(&slots[index].state) == POOL) *place = slots[index].place;
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
