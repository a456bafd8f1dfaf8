#include "internal.h"

#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

// What the Swift run-time says before it gives up, and where errors are thrown.

static char fatal_message[4096];

struct throw {
    const void *error;
    struct place place;
};
// The last throws; an error that reaches the top level is usually the very last.
enum { THROWS = 8 };
static struct throw throws[THROWS];
static _Atomic unsigned throw_count;
static char *(*describe_error)(const void *error);

const char *kernel_fatal_message(void) { return fatal_message; }

// A remark after which the run-time went on is ordinary text after all.
void kernel_runtime_reset(void) {
    if (fatal_message[0]) REAL(fputs)(fatal_message, stderr);
    fatal_message[0] = 0;
    atomic_store(&throw_count, 0);
}

static bool from_runtime(const void *caller) {
    Dl_info info;
    return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "/libswift");
}

#define SAID_BY_RUNTIME(stream) \
    ((stream) == stderr && atomic_load(&kernel_running) && from_runtime(__builtin_return_address(0)))

static int say(const char *format, va_list arguments) {
    size_t length = strlen(fatal_message);
    return vsnprintf(fatal_message + length, sizeof fatal_message - length, format, arguments);
}

int fputs(const char *text, FILE *stream) {
    if (!SAID_BY_RUNTIME(stream)) return REAL(fputs)(text, stream);
    size_t length = strlen(fatal_message);
    snprintf(fatal_message + length, sizeof fatal_message - length, "%s", text);
    return 0;
}

int vfprintf(FILE *restrict stream, const char *restrict format, va_list arguments) {
    return SAID_BY_RUNTIME(stream) ? say(format, arguments) : REAL(vfprintf)(stream, format, arguments);
}

int fprintf(FILE *restrict stream, const char *restrict format, ...) {
    va_list arguments;
    va_start(arguments, format);
    bool said = SAID_BY_RUNTIME(stream);
    int count = said ? say(format, arguments) : REAL(vfprintf)(stream, format, arguments);
    va_end(arguments);
    return count;
}

// After its message the run-time spends tens of milliseconds on a list of addresses, and then traps: the cell ends here
// instead, with its place in the notebook.
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
    static const char trace[] = "Current stack trace:";
    bool follows = stream == stderr && fatal_message[0] && size * count >= sizeof trace - 1;
    if (follows && memcmp(bytes, trace, sizeof trace - 1) == 0 && from_runtime(__builtin_return_address(0))) {
        struct place place;
        PLACE_HERE(&place);
        kernel_end_by_signal(KERNEL_CRASHED, SIGILL, false, &place);
    }
    return REAL(fwrite)(bytes, size, count, stream);
}

static void thrown(void *error) {
    if (!atomic_load(&kernel_running)) return;
    struct throw *slot = &throws[atomic_fetch_add(&throw_count, 1) % THROWS];
    slot->error = error;
    PLACE_HERE(&slot->place);
}

static void thrown_typed(void *value, const void *type, const void *conformance) {
    (void)type, (void)conformance;
    thrown(value);
}

// The run-time calls these hooks, where they are set, whenever an error is thrown.
void kernel_runtime_watch(char *(*describe)(const void *error)) {
    describe_error = describe;
    _Atomic(void (*)(void *)) *hook = dlsym(RTLD_DEFAULT, "_swift_willThrow");
    if (hook) atomic_store(hook, thrown);
    _Atomic(void (*)(void *, const void *, const void *)) *typed = dlsym(RTLD_DEFAULT, "_swift_willThrowTypedImpl");
    if (typed) atomic_store(typed, thrown_typed);
}

static const struct place *place_of(const void *error) {
    unsigned count = atomic_load(&throw_count);
    for (unsigned back = 1; back <= THROWS && back <= count; back++)
        if (throws[(count - back) % THROWS].error == error) return &throws[(count - back) % THROWS].place;
    return count ? &throws[(count - 1) % THROWS].place : NULL;
}

/// Compiled code calls this when an error reaches the top level of a script.
__attribute__((swiftcall)) void swift_errorInMain(const void *error);
__attribute__((swiftcall)) void swift_errorInMain(const void *error) {
    struct place here;
    PLACE_HERE(&here);
    const struct place *place = place_of(error);
    struct place kept = place && place->count ? *place : here;
    char *text = describe_error(error);
    kernel_end(KERNEL_THREW, 0, text ? text : "", &kept);
}
