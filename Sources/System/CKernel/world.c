#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

// The state of the process that the names of a notebook cannot carry from cell to cell: remembered once, put back before
// every cell, so that no cell depends on another in a way that its text does not show.

static const char *const locale_name = "C.UTF-8";
static char directory[PATH_CAPACITY];
static mode_t mask;
static struct rlimit limits[RLIMIT_NLIMITS];
static char **variables;
static size_t variable_count;
static uint64_t data_at_start;

uint64_t kernel_data_bytes(void) {
    char text[128];
    int file = REAL(open)("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    ssize_t length = file < 0 ? -1 : REAL(read)(file, text, sizeof text - 1);
    if (file >= 0) REAL(close)(file);
    if (length <= 0) return 0;
    text[length] = 0;
    uint64_t pages = 0;
    const char *field = text;
    for (int index = 0; index < 5 && field; index++) field = strchr(field + 1, ' ');
    for (field = field ? field + 1 : ""; *field >= '0' && *field <= '9'; field++) pages = pages * 10 + (uint64_t)(*field - '0');
    return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

void kernel_world_save(void) {
    setlocale(LC_ALL, locale_name);
    if (!getcwd(directory, sizeof directory)) strcpy(directory, "/");
    umask(mask = umask(0));
    for (int resource = 0; resource < RLIMIT_NLIMITS; resource++)
        getrlimit((__rlimit_resource_t)resource, &limits[resource]);
    limits[RLIMIT_CORE].rlim_cur = 0;
    while (environ[variable_count]) variable_count++;
    variables = calloc(variable_count + 1, sizeof *variables);
    for (size_t index = 0; variables && index < variable_count; index++) variables[index] = strdup(environ[index]);
    data_at_start = kernel_data_bytes();
}

static bool environment_changed(void) {
    if (!environ) return variable_count > 0;
    for (size_t index = 0; index <= variable_count; index++) {
        const char *now = environ[index], *then = variables[index];
        if (!now || !then) return now != then;
        if (strcmp(now, then) != 0) return true;
    }
    return false;
}

// The old array is left alone: code of a cell may still hold pointers into it.
static void restore_environment(void) {
    char **copy = calloc(variable_count + 1, sizeof *copy);
    if (!copy) return;
    for (size_t index = 0; index < variable_count; index++) copy[index] = strdup(variables[index]);
    environ = copy;
}

static void restore_limits(uint64_t memory) {
    for (int resource = 0; resource < RLIMIT_NLIMITS; resource++)
        setrlimit((__rlimit_resource_t)resource, &limits[resource]);
    struct rlimit data = limits[RLIMIT_DATA];
    uint64_t allowed = data_at_start + memory;
    if (memory && allowed < data.rlim_max) data.rlim_cur = allowed;
    setrlimit(RLIMIT_DATA, &data);
}

// The kernel needs its descriptors, and not every user may raise a limit again that was lowered: a cell cannot change any.
#define LIMIT(name, parameters, changes, call)               \
    int name parameters {                                    \
        if (atomic_load(&kernel_running) && (changes)) {     \
            errno = EPERM;                                   \
            return -1;                                       \
        }                                                    \
        return REAL(name) call;                              \
    }
LIMIT(setrlimit, (__rlimit_resource_t resource, const struct rlimit *limit), true, (resource, limit))
LIMIT(setrlimit64, (__rlimit_resource_t resource, const struct rlimit64 *limit), true, (resource, limit))
LIMIT(prlimit, (pid_t process, enum __rlimit_resource resource, const struct rlimit *limit, struct rlimit *old), limit,
      (process, resource, limit, old))
LIMIT(prlimit64, (pid_t process, enum __rlimit_resource resource, const struct rlimit64 *limit, struct rlimit64 *old),
      limit, (process, resource, limit, old))

static void restore_random(void) {
    // As large as libc's own, so that `random` gives the numbers of an unseeded program.
    static char state[128];
    unsigned short seed[3] = {0, 0, 0};
    initstate(1, state, sizeof state);
    seed48(seed);
}

static void restore_timers(void) {
    const struct itimerval never = {0};
    setitimer(ITIMER_REAL, &never, NULL);
    setitimer(ITIMER_VIRTUAL, &never, NULL);
    setitimer(ITIMER_PROF, &never, NULL);
}

void kernel_world_restore(uint64_t memory) {
    if (REAL(chdir)(directory)) REAL(chdir)("/");
    umask(mask);
    if (environment_changed()) restore_environment();
    uselocale(LC_GLOBAL_LOCALE);
    if (strcmp(setlocale(LC_ALL, NULL), locale_name) != 0) setlocale(LC_ALL, locale_name);
    fesetenv(FE_DFL_ENV);
    restore_random();
    restore_timers();
    restore_limits(memory);
}

// The names of the variables that differ, separated by commas.
static void changed_names(char *out, size_t capacity) {
    size_t length = 0;
    out[0] = 0;
    for (char **now = environ; now && *now && length < capacity; now++) {
        bool known = false;
        for (size_t index = 0; index < variable_count; index++) known |= strcmp(*now, variables[index]) == 0;
        if (!known)
            length += (size_t)snprintf(out + length, capacity - length, "%s%.*s", length ? ", " : "", (int)strcspn(*now, "="), *now);
    }
    for (size_t index = 0; index < variable_count && length < capacity; index++) {
        char name[256];
        snprintf(name, sizeof name, "%.*s", (int)strcspn(variables[index], "="), variables[index]);
        if (!REAL(getenv)(name))
            length += (size_t)snprintf(out + length, capacity - length, "%s%s", length ? ", " : "", name);
    }
}

void kernel_world_note_changes(void) {
    char now[PATH_CAPACITY], names[512];
    if (!getcwd(now, sizeof now)) strcpy(now, "a directory that is gone");
    if (strcmp(now, directory) != 0) kernel_notice(CHANGED_DIRECTORY, 0, now, &kernel_directory_place);
    if (!environment_changed()) return;
    changed_names(names, sizeof names);
    kernel_notice(CHANGED_ENVIRONMENT, 0, names, &kernel_environment_place);
}
