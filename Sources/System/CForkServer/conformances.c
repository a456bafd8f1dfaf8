#define _GNU_SOURCE
#include "conformances.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { QUESTIONS = 4096, STEPS = 32 };

enum { EMPTY, BEING_WRITTEN, WRITTEN };

/// Whether a type conforms to a protocol.
struct question {
    _Atomic int state;
    const void *type, *protocol;
    bool conforms;
};

/// In memory that the server shares with its processes.
struct table {
    _Atomic unsigned count;
    struct question questions[QUESTIONS];
};

static struct table *table;
static bool is_taken_down;
static bool learned[QUESTIONS];
static unsigned learned_count;

typedef const void *(*conformance_search)(const void *type, const void *protocol);

static const void *search(const void *type, const void *protocol) {
    static conformance_search next;
    if (!next) next = (conformance_search)dlsym(RTLD_NEXT, "swift_conformsToProtocol");
    if (!next) abort();
    return next(type, protocol);
}

void conformances_prepare(void) {
    if (getenv("FLOWBOOK_FORK_SERVER_LEARNS_NOTHING")) return;
    void *shared = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    table = shared == MAP_FAILED ? NULL : shared;
}

void conformances_begin(void) { is_taken_down = table != NULL; }

/// Writes a question into the first free place after the one that its pointers lead to, unless it is met there.
static void take_down(const void *type, const void *protocol, bool conforms) {
    uint64_t place = ((uintptr_t)type / 8 * 31 + (uintptr_t)protocol / 4) * 0x9E3779B97F4A7C15u >> 32;
    for (int step = 0; step < STEPS; step++) {
        struct question *question = &table->questions[(place + (uint64_t)step) % QUESTIONS];
        int empty = EMPTY;
        if (atomic_compare_exchange_strong(&question->state, &empty, BEING_WRITTEN)) {
            question->type = type;
            question->protocol = protocol;
            question->conforms = conforms;
            atomic_store(&question->state, WRITTEN);
            atomic_fetch_add(&table->count, 1);
            return;
        }
        if (empty == WRITTEN && question->type == type && question->protocol == protocol) return;
    }
}

/// Stands before the run-time's own function for whoever calls it from outside the run-time. The conventions for calls of
/// Swift and of C agree on two pointers and a pointer.
const void *swift_conformsToProtocol(const void *type, const void *protocol) {
    const void *answer = search(type, protocol);
    if (is_taken_down) take_down(type, protocol, answer != NULL);
    return answer;
}

/// Whether an address belongs to the program or a library: then it means the same in the server and in all its
/// processes, which a place on the heap does not.
static bool is_fixed(const void *address) {
    struct dl_find_object object;
    return _dl_find_object((void *)address, &object) == 0;
}

/// Asks as the process did. A witness table that the run-time makes lies elsewhere in every process, but whether there is
/// one must be the same: else the server knows something wrong and must not go on.
static void ask(const struct question *question) {
    if (!is_fixed(question->type) || !is_fixed(question->protocol)) return;
    bool conforms = search(question->type, question->protocol) != NULL;
    if (conforms != question->conforms) _exit(1);
}

bool conformances_are_new(void) { return table && learned_count != atomic_load(&table->count); }

void conformances_learn(void) {
    for (unsigned place = 0; place < QUESTIONS; place++) {
        if (learned[place] || atomic_load(&table->questions[place].state) != WRITTEN) continue;
        learned[place] = true;
        learned_count++;
        return ask(&table->questions[place]);
    }
}
