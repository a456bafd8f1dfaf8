#include "internal.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <time.h>

// What the running cell has asked for, each thing once, in the form in which it is sent:
// kind, kind of file, five words of its state, length and bytes of the text.
// Guarded by `lock`; bounded, and what does not fit makes the cell one that is not reused.
enum { HEADER = 2 + 5 * 8 + 4, CAPACITY = 1 << 20, SLOTS = 1 << 14, ROOM_FOR_FLAGS = 16 * HEADER };
static uint8_t records[CAPACITY + ROOM_FOR_FLAGS];
static size_t used;
static uint32_t slots[SLOTS];  // 1 + the position of a record, or 0
static uint32_t slots_used;
static atomic_flag lock = ATOMIC_FLAG_INIT;
static _Atomic uint32_t flags;

// A signal handler of the cell that interrupts this file on the same thread must not wait for itself.
static __thread bool inside;

static void acquire(void) {
    while (atomic_flag_test_and_set_explicit(&lock, memory_order_acquire)) sched_yield();
}

static void release(void) { atomic_flag_clear_explicit(&lock, memory_order_release); }

bool kernel_observing(void) { return atomic_load_explicit(&kernel_running, memory_order_relaxed) && !inside; }

void kernel_observe_flag(enum observation kind) {
    if (atomic_load_explicit(&kernel_running, memory_order_relaxed)) atomic_fetch_or(&flags, 1u << kind);
}

bool kernel_observed_flag(enum observation kind) { return atomic_load_explicit(&flags, memory_order_relaxed) >> kind & 1; }

void kernel_observations_reset(void) {
    used = 0;
    if (slots_used) memset(slots, 0, sizeof slots);
    slots_used = 0;
    atomic_store(&flags, 0);
}

static uint32_t hash(uint8_t kind, const char *text, size_t length) {
    uint32_t value = 2166136261u ^ kind;
    for (size_t index = 0; index < length; index++) value = (value ^ (uint8_t)text[index]) * 16777619u;
    return value;
}

// The record of `kind` and `text`, or where its slot would be.
static uint8_t *find(uint8_t kind, const char *text, size_t length, uint32_t *slot) {
    for (*slot = hash(kind, text, length) % SLOTS; slots[*slot]; *slot = (*slot + 1) % SLOTS) {
        uint8_t *record = records + slots[*slot] - 1;
        uint32_t size;
        memcpy(&size, record + HEADER - 4, sizeof size);
        if (record[0] == kind && size == length && memcmp(record + HEADER, text, length) == 0) return record;
    }
    return NULL;
}

static void encode(uint8_t *record, uint8_t kind, const char *text, uint32_t length, const struct file_state *state) {
    uint64_t words[5] = {0};
    if (state) memcpy(words, (uint64_t[]){state->device, state->inode, state->size, state->modified, state->changed}, 40);
    record[0] = kind;
    record[1] = state ? state->kind : FILE_NONE;
    memcpy(record + 2, words, sizeof words);
    memcpy(record + 2 + sizeof words, &length, sizeof length);
    memcpy(record + HEADER, text, length);
}

// A file is an input only if the cell did not write it first; likewise a variable.
static bool written_before(uint8_t kind, const char *text, size_t length) {
    uint32_t slot;
    if (kind == READ_ENVIRONMENT) {
        const char *end = memchr(text, '=', length);
        return find(WROTE_ENVIRONMENT, text, end ? (size_t)(end - text) : length, &slot) != NULL;
    }
    bool of_file = kind == READ_FILE || kind == ASKED_FILE || kind == ASKED_LINK || kind == LISTED_DIRECTORY;
    return of_file && find(WROTE_FILE, text, length, &slot) != NULL;
}

// Returns whether the record is a new one.
static bool insert(uint8_t kind, const char *text, size_t length, const struct file_state *state) {
    uint32_t slot;
    if (written_before(kind, text, length)) return false;
    // What a cell writes twice is as it left it.
    if (kind == WROTE_FILE) state = NULL;
    uint8_t *known = find(kind, text, length, &slot);
    if (known) {
        uint8_t again[HEADER + length];
        encode(again, kind, text, (uint32_t)length, state);
        // It changed while the cell looked at it: no one state of it is the cell's input.
        if (memcmp(known, again, HEADER) != 0) atomic_fetch_or(&flags, 1u << TOO_MANY);
        return false;
    }
    if (used + HEADER + length > CAPACITY || slots_used > SLOTS / 2) {
        atomic_fetch_or(&flags, 1u << TOO_MANY);
        return false;
    }
    encode(records + used, kind, text, (uint32_t)length, state);
    slots[slot] = (uint32_t)used + 1;
    slots_used++;
    used += HEADER + length;
    return true;
}

static uint64_t file_clock(void) {
    struct timespec now;
    REAL(clock_gettime)(CLOCK_REALTIME_COARSE, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

// Waits until whoever changes the file from now on leaves another time on it: files are stamped with a clock that stands
// still for some milliseconds, so a state taken while it shows the file's own time could belong to two contents. The cell
// gets to read only afterwards. Returns false where the file's time lies in the future.
static bool outlasts_stamp(const struct file_state *state) {
    enum { MILLISECOND = 1000000, PATIENCE = 100 };
    for (int tries = 0; tries < PATIENCE; tries++) {
        if (file_clock() > state->changed) return true;
        nanosleep(&(struct timespec){.tv_nsec = MILLISECOND}, NULL);
    }
    return false;
}

void kernel_observe(enum observation kind, const char *text, const struct file_state *state) {
    if (!atomic_load_explicit(&kernel_running, memory_order_relaxed)) return;
    size_t length = strnlen(text, PATH_CAPACITY + 1);
    if (inside || length > PATH_CAPACITY) {
        kernel_observe_flag(TOO_MANY);
        return;
    }
    int error = errno;
    inside = true;
    acquire();
    bool is_new = insert(kind, text, length, state);
    release();
    bool has_content = kind == READ_FILE || kind == LISTED_DIRECTORY;
    if (is_new && has_content && !outlasts_stamp(state)) kernel_observe_flag(TOO_MANY);
    inside = false;
    errno = error;
}

struct file_state kernel_state_of(const struct stat *status, int error) {
    struct file_state state = {.kind = error == ENOENT || error == ENOTDIR ? FILE_MISSING : FILE_UNREADABLE};
    if (error) return state;
    state.kind = S_ISREG(status->st_mode) ? FILE_REGULAR : S_ISDIR(status->st_mode) ? FILE_DIRECTORY : FILE_OTHER;
    state.device = status->st_dev;
    state.inode = status->st_ino;
    state.size = (uint64_t)status->st_size;
    state.modified = (uint64_t)status->st_mtim.tv_sec * 1000000000u + (uint64_t)status->st_mtim.tv_nsec;
    state.changed = (uint64_t)status->st_ctim.tv_sec * 1000000000u + (uint64_t)status->st_ctim.tv_nsec;
    return state;
}

// The flags are sent as records without text, after the others.
static void append_flags(void) {
    uint32_t set = atomic_exchange(&flags, 0);
    for (uint8_t kind = READ_CLOCK; kind <= TOO_MANY; kind++) {
        if (!(set & 1u << kind)) continue;
        encode(records + used, kind, "", 0, NULL);
        used += HEADER;
    }
}

size_t kernel_observations(size_t *position, const uint8_t **bytes) {
    append_flags();
    *bytes = records + *position;
    size_t end = *position;
    while (end < used) {
        uint32_t length;
        memcpy(&length, records + end + HEADER - 4, sizeof length);
        if (end + HEADER + length - *position > KERNEL_PART) break;
        end += HEADER + length;
    }
    size_t count = end - *position;
    *position = end;
    return count;
}
