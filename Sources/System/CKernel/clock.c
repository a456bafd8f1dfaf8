#include "internal.h"

#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <sys/times.h>
#include <time.h>

// Asking what time it is, of whatever clock. Sleeping is not asking, and neither is what Dispatch does for itself: whether
// one of its idle threads looks at the clock before the cell is over is chance. What a cell asks Dispatch for counts.

static void observe(enum observation kind, const void *caller) {
    if (!kernel_observed_flag(kind) && !kernel_called_by_dispatch(caller)) kernel_observe_flag(kind);
}

#define MEASURED(kind, type, name, parameters, call)   \
    type name parameters {                             \
        observe(kind, __builtin_return_address(0));    \
        return REAL(name) call;                        \
    }
#define CLOCK(type, name, parameters, call) MEASURED(READ_CLOCK, type, name, parameters, call)
#define LOAD(type, name, parameters, call) MEASURED(MEASURED_LOAD, type, name, parameters, call)
CLOCK(int, clock_gettime, (clockid_t clock, struct timespec *now), (clock, now))
CLOCK(int, gettimeofday, (struct timeval *restrict now, void *restrict zone), (now, zone))
CLOCK(time_t, time, (time_t *now), (now))
CLOCK(clock_t, clock, (void), ())
CLOCK(clock_t, times, (struct tms *now), (now))
CLOCK(int, timespec_get, (struct timespec *now, int base), (now, base))
int ftime(struct timeb *now);
CLOCK(int, ftime, (struct timeb *now), (now))
uint64_t dispatch_time(uint64_t when, int64_t delta);
CLOCK(uint64_t, dispatch_time, (uint64_t when, int64_t delta), (when, delta))
uint64_t dispatch_walltime(const struct timespec *when, int64_t delta);
CLOCK(uint64_t, dispatch_walltime, (const struct timespec *when, int64_t delta), (when, delta))

// How much of the machine is in use.
LOAD(int, getrusage, (__rusage_who_t who, struct rusage *usage), (who, usage))
LOAD(int, sysinfo, (struct sysinfo *info), (info))
LOAD(int, getloadavg, (double loads[], int count), (loads, count))
