#include "internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Environment variables and the working directory.

enum { LONGEST_VALUE = 4096 };

// Where the running cell first changed the environment, and last the working directory.
struct place kernel_directory_place, kernel_environment_place;

static void read_variable(const char *name, const char *value) {
    if (!kernel_observing() || !name || strchr(name, '=')) return;
    if (value && strlen(name) + strlen(value) > LONGEST_VALUE) {
        kernel_observe_flag(TOO_MANY);
        return;
    }
    char text[LONGEST_VALUE + 2];
    snprintf(text, sizeof text, value ? "%s=%s" : "%s", name, value);
    kernel_observe(READ_ENVIRONMENT, text, NULL);
}

char *getenv(const char *name) {
    char *value = REAL(getenv)(name);
    read_variable(name, value);
    return value;
}

char *secure_getenv(const char *name) {
    char *value = REAL(secure_getenv)(name);
    read_variable(name, value);
    return value;
}

static void wrote_variable(const char *name, const struct place *place) {
    if (!kernel_observing()) return;
    char text[256];
    snprintf(text, sizeof text, "%.*s", (int)strcspn(name, "="), name);
    kernel_observe(WROTE_ENVIRONMENT, text, NULL);
    if (kernel_environment_place.count == 0) kernel_environment_place = *place;
}

#define WRITE_VARIABLE(name, parameters, call, variable)      \
    int name parameters {                                     \
        struct place place;                                   \
        PLACE_HERE(&place);                                   \
        wrote_variable(variable, &place);                     \
        return REAL(name) call;                               \
    }
WRITE_VARIABLE(setenv, (const char *variable, const char *value, int replace), (variable, value, replace), variable)
WRITE_VARIABLE(putenv, (char *assignment), (assignment), assignment)
WRITE_VARIABLE(unsetenv, (const char *variable), (variable), variable)
WRITE_VARIABLE(clearenv, (void), (), "")

#define CHANGE_DIRECTORY(name, parameters, call)                              \
    int name parameters {                                                     \
        struct place place;                                                   \
        PLACE_HERE(&place);                                                   \
        int result = REAL(name) call;                                         \
        if (result == 0 && kernel_observing()) kernel_directory_place = place; \
        return result;                                                        \
    }
CHANGE_DIRECTORY(chdir, (const char *path), (path))
CHANGE_DIRECTORY(fchdir, (int directory), (directory))
