#include "internal.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>

// The signals that would end the process say first which, and where the cell was. Registers are those of x86-64.

enum { SIGNAL_STACK = 65536 };
static char signal_stack[SIGNAL_STACK];
extern void *__libc_stack_end;

// A real-time signal, which no program has a reason to touch.
int kernel_stop_signal(void) { return SIGRTMAX; }

// The main stack ends where its limit is; a thread's has a page that nothing may touch.
static bool overflowed(const siginfo_t *info, uintptr_t stack) {
    if (info->si_signo != SIGSEGV && info->si_signo != SIGBUS) return false;
    struct rlimit limit;
    uintptr_t top = (uintptr_t)__libc_stack_end, fault = (uintptr_t)info->si_addr;
    bool on_main = REAL(gettid)() == REAL(getpid)();
    if (on_main && getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < top) {
        uintptr_t bottom = top - limit.rlim_cur;
        return stack < bottom + 262144 && stack > bottom - 16777216;
    }
    return info->si_code == SEGV_ACCERR && fault + 65536 > stack && fault < stack + 65536;
}

static void report(int number, siginfo_t *info, void *context) {
    const greg_t *registers = ((const ucontext_t *)context)->uc_mcontext.gregs;
    uintptr_t stack = (uintptr_t)registers[REG_RSP], frame = (uintptr_t)registers[REG_RBP];
    struct place place;
    kernel_place_interrupted(&place, frame, stack);
    bool stopped = number == kernel_stop_signal();
    kernel_end_by_signal(stopped ? KERNEL_STOPPED : KERNEL_CRASHED, number, overflowed(info, stack), &place);
}

static void ignore(int number) { (void)number; }

static void leave(int number) {
    (void)number;
    kernel_leave();
}

void kernel_signals_stack_for_thread(void *stack, size_t size) {
    stack_t signal_stack_of_thread = {.ss_sp = stack, .ss_size = size, .ss_flags = stack ? 0 : SS_DISABLE};
    sigaltstack(&signal_stack_of_thread, NULL);
}

static bool reported(int number) {
    static const int numbers[] = {
        SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGXCPU, SIGXFSZ, SIGTERM, SIGHUP, SIGINT, SIGQUIT,
        SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2,
    };
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++)
        if (numbers[index] == number) return true;
    return number == kernel_stop_signal();
}

// Whatever the last cell installed is gone.
void kernel_signals_for_cell(void) {
    struct sigaction reporting = {.sa_sigaction = report, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigfillset(&reporting.sa_mask);
    struct sigaction usual = {.sa_handler = SIG_DFL};
    for (int number = 1; number <= SIGRTMAX; number++)
        if (number < 32 || number >= SIGRTMIN) sigaction(number, reported(number) ? &reporting : &usual, NULL);
    kernel_signals_stack_for_thread(signal_stack, sizeof signal_stack);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

// Between cells everything waits but what `kernel_wait` lets in: the end of a child, which only interrupts it, and the
// order to stop, which may come when the cell has just ended.
void kernel_signals_for_kernel(void) {
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    struct sigaction noticing = {.sa_handler = ignore}, leaving = {.sa_handler = leave};
    sigaction(SIGCHLD, &noticing, NULL);
    sigaction(kernel_stop_signal(), &leaving, NULL);
}
