#include "internal.h"

#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

// Randomness of the system, and the numbers of processes, which are as arbitrary. The seeded generators of the C library
// (random, rand, drand48) are reset before every cell instead.

#define RANDOM(type, name, parameters, call)           \
    type name parameters {                             \
        kernel_observe_flag(DREW_RANDOMNESS);          \
        return REAL(name) call;                        \
    }
RANDOM(ssize_t, getrandom, (void *bytes, size_t count, unsigned int flags), (bytes, count, flags))
RANDOM(int, getentropy, (void *bytes, size_t count), (bytes, count))
RANDOM(uint32_t, arc4random, (void), ())
RANDOM(void, arc4random_buf, (void *bytes, size_t count), (bytes, count))
RANDOM(uint32_t, arc4random_uniform, (uint32_t bound), (bound))
RANDOM(pid_t, getpid, (void), ())
RANDOM(pid_t, getppid, (void), ())
RANDOM(pid_t, gettid, (void), ())
