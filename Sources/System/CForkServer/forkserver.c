#define _GNU_SOURCE
#include "CForkServer.h"
#include "conformances.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REQUEST_CAPACITY = 262144, ARGUMENT_CAPACITY = 4096, PROCESS_CAPACITY = 64, EVENT_CAPACITY = 2 + PROCESS_CAPACITY };

typedef int (*main_function)(int, char **, char **);

/// The state of the server: written by its one thread only.
static struct {
    main_function program;
    char **environment;
    int ended;
    /// In a process of the server, itself and the stream to its requester.
    pid_t own;
    int own_answer;
    struct {
        pid_t process;
        int answer;
    } processes[PROCESS_CAPACITY];
} server;

/// Receives a request and its descriptor; the number of bytes, or 0 when there will be no more.
static ssize_t receive_request(char *bytes, int *answer) {
    union {
        char bytes[CMSG_SPACE(sizeof(int))];
        struct cmsghdr align;
    } control;
    struct iovec part = {.iov_base = bytes, .iov_len = REQUEST_CAPACITY - 1};
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    *answer = -1;
    ssize_t count;
    do count = recvmsg(STDIN_FILENO, &message, MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    struct cmsghdr *header = count > 0 ? CMSG_FIRSTHDR(&message) : NULL;
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS)
        memcpy(answer, CMSG_DATA(header), sizeof *answer);
    return count < 0 ? 0 : count;
}

static void close_answer(int place) {
    if (server.processes[place].answer >= 0) close(server.processes[place].answer);
    server.processes[place].answer = -1;
}

/// Tells the requester how the program has ended when it has done all but to free its memory, for which nobody need wait.
/// What the server tells later of the same process finds the stream ended.
static void tell_end(int status, void *unused) {
    (void)unused;
    // A process that the program has forked ends for itself.
    if (getpid() != server.own) return;
    fflush(NULL);
    int told = (status & 0xFF) << 8;
    send(server.own_answer, &told, sizeof told, MSG_NOSIGNAL);
    shutdown(server.own_answer, SHUT_WR);
    _exit(status);
}

/// Becomes the program: never returns into the server.
static _Noreturn void become_program(char *request, ssize_t count, int answer) {
    static char *arguments[ARGUMENT_CAPACITY + 1];
    int number = 0;
    // The other requesters wait for the end of their streams, which would not come while this process holds one.
    for (int place = 0; place < PROCESS_CAPACITY; place++)
        if (server.processes[place].process != 0) close_answer(place);
    request[count] = 0;
    const char *directory = request;
    for (char *text = request + strlen(request) + 1; text < request + count && number < ARGUMENT_CAPACITY;
         text += strlen(text) + 1)
        arguments[number++] = text;
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (int standard = STDIN_FILENO; standard <= STDERR_FILENO; standard++)
        if (dup2(answer, standard) < 0) _exit(127);
    if (chdir(directory) != 0 || number == 0) _exit(127);
    server.own = getpid();
    server.own_answer = answer;
    on_exit(tell_end, NULL);
    conformances_begin();
    exit(server.program(number, arguments, server.environment));
}

/// Starts a process for a request; without room or memory for one, the requester reads the end of the stream at once.
static void start_process(char *request, ssize_t count, int answer) {
    int place = 0;
    while (place < PROCESS_CAPACITY && server.processes[place].process != 0) place++;
    pid_t process = place < PROCESS_CAPACITY ? fork() : -1;
    if (process == 0) become_program(request, count, answer);
    if (process < 0) {
        close(answer);
        return;
    }
    server.processes[place].process = process;
    server.processes[place].answer = answer;
}

/// Tells the requesters of processes that have ended.
static void answer_for_ended(void) {
    struct signalfd_siginfo information;
    while (read(server.ended, &information, sizeof information) > 0) continue;
    int status;
    pid_t process;
    while ((process = waitpid(-1, &status, WNOHANG)) > 0) {
        for (int place = 0; place < PROCESS_CAPACITY; place++) {
            if (server.processes[place].process != process) continue;
            if (server.processes[place].answer >= 0)
                send(server.processes[place].answer, &status, sizeof status, MSG_NOSIGNAL);
            close_answer(place);
            server.processes[place].process = 0;
        }
    }
}

/// Lists what can happen: a request, the end of a process, a requester that goes away.
static void list_events(struct pollfd events[EVENT_CAPACITY]) {
    events[0] = (struct pollfd){.fd = STDIN_FILENO, .events = POLLIN};
    events[1] = (struct pollfd){.fd = server.ended, .events = POLLIN};
    for (int place = 0; place < PROCESS_CAPACITY; place++)
        events[2 + place] = (struct pollfd){.fd = server.processes[place].process ? server.processes[place].answer : -1};
}

/// Kills the processes whose requesters have closed their ends, since no one wants to know any more.
static void kill_forsaken(const struct pollfd events[EVENT_CAPACITY]) {
    for (int place = 0; place < PROCESS_CAPACITY; place++) {
        if (!(events[2 + place].revents & (POLLHUP | POLLERR)) || server.processes[place].process == 0) continue;
        kill(server.processes[place].process, SIGKILL);
        close_answer(place);
    }
}

/// Stands where the program's `main` would: serves until the requesting end is closed.
static int serve(int count, char **arguments, char **environment) {
    (void)count;
    (void)arguments;
    static char request[REQUEST_CAPACITY];
    server.environment = environment;
    unsetenv("LD_PRELOAD");
    sigset_t ended;
    sigemptyset(&ended);
    sigaddset(&ended, SIGCHLD);
    sigprocmask(SIG_BLOCK, &ended, NULL);
    server.ended = signalfd(-1, &ended, SFD_CLOEXEC | SFD_NONBLOCK);
    conformances_prepare();
    while (1) {
        struct pollfd events[EVENT_CAPACITY];
        list_events(events);
        int happened = poll(events, EVENT_CAPACITY, conformances_are_new() ? 0 : -1);
        if (happened < 0 && errno != EINTR) return 1;
        if (happened == 0) conformances_learn();
        if (happened <= 0) continue;
        kill_forsaken(events);
        if (events[1].revents) answer_for_ended();
        if (!events[0].revents) continue;
        int answer;
        ssize_t size = receive_request(request, &answer);
        if (size == 0) return 0;
        if (answer >= 0) start_process(request, size, answer);
    }
}

/// Called by the program's start-up code in place of libc's own function, which is handed the server for a `main`.
int __libc_start_main(
    main_function program, int count, char **arguments, void (*initialize)(void), void (*finalize)(void),
    void (*finish)(void), void *stack) {
    int (*start)(main_function, int, char **, void (*)(void), void (*)(void), void (*)(void), void *) =
        dlsym(RTLD_NEXT, "__libc_start_main");
    if (!start) _exit(127);
    server.program = program;
    return start(serve, count, arguments, initialize, finalize, finish, stack);
}
