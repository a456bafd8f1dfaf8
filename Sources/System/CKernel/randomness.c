#include "internal.h"

#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

// Randomness of the system, and the numbers of processes, which are as arbitrary. The seeded generators of the C library
// (random, rand, drand48) are reset before every cell instead.

#define FLAGGED(kind, type, name, parameters, call)    \
    type name parameters {                             \
        kernel_observe_flag(kind);                     \
        return REAL(name) call;                        \
    }
#define RANDOM(type, name, parameters, call) FLAGGED(DREW_RANDOMNESS, type, name, parameters, call)
#define NUMBER(name) FLAGGED(ASKED_PROCESS_NUMBER, pid_t, name, (void), ())
RANDOM(ssize_t, getrandom, (void *bytes, size_t count, unsigned int flags), (bytes, count, flags))
RANDOM(int, getentropy, (void *bytes, size_t count), (bytes, count))
RANDOM(uint32_t, arc4random, (void), ())
RANDOM(void, arc4random_buf, (void *bytes, size_t count), (bytes, count))
RANDOM(uint32_t, arc4random_uniform, (uint32_t bound), (bound))
NUMBER(getpid)
NUMBER(getppid)
NUMBER(gettid)
