#include "internal.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

// Standard output and error are datagram sockets: each write is one packet in the runner's one queue, which therefore
// holds everything in the order in which it was written. stdio would hand over long texts in one write larger than a
// packet, from inside libc where no definition of ours is called, so `stdout` and `stderr` are streams of our own making.

enum { PACKET = 65536, BUFFER = 32768 };
static char output_buffer[BUFFER];
static FILE *output, *error_output;

static ssize_t write_in_packets(int descriptor, const char *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        size_t part = count - done < PACKET ? count - done : PACKET;
        ssize_t written = REAL(write)(descriptor, bytes + done, part);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return done ? (ssize_t)done : -1;
        done += (size_t)written;
    }
    return (ssize_t)done;
}

// The errors with which the system refuses a packet for its size.
static bool too_large(void) { return errno == EMSGSIZE || errno == ENOBUFS; }

ssize_t kernel_write(int descriptor, const void *bytes, size_t count) {
    bool standard = descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO;
    if (standard && count > PACKET) return write_in_packets(descriptor, bytes, count);
    ssize_t written = REAL(write)(descriptor, bytes, count);
    return written < 0 && count > PACKET && too_large() ? write_in_packets(descriptor, bytes, count) : written;
}

// What was printed before comes first: all of it before an error or a frame, complete lines before a plain write.
static void flush_output_first(int descriptor) {
    if (!atomic_load(&kernel_running)) return;
    bool other = descriptor == STDERR_FILENO || descriptor == KERNEL_FRAMES;
    if (!other && descriptor != STDOUT_FILENO) return;
    if (other && output && stdout == output && ftrylockfile(output) == 0) {
        fflush_unlocked(output);
        funlockfile(output);
    }
    kernel_pending_flush();
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    flush_output_first(descriptor);
    return kernel_write(descriptor, bytes, count);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    flush_output_first(descriptor);
    ssize_t total = REAL(writev)(descriptor, parts, count);
    if (total >= 0 || !too_large()) return total;
    total = 0;
    for (int index = 0; index < count; index++) {
        ssize_t written = write_in_packets(descriptor, parts[index].iov_base, parts[index].iov_len);
        if (written < 0) return total ? total : -1;
        total += written;
    }
    return total;
}

ssize_t send(int descriptor, const void *bytes, size_t count, int flags) {
    flush_output_first(descriptor);
    return REAL(send)(descriptor, bytes, count, flags);
}

static ssize_t write_output(void *cookie, const char *bytes, size_t count) {
    (void)cookie;
    kernel_pending_add(bytes, count);
    return (ssize_t)count;
}

// A stream whose descriptor is gone reports the error to its user, as libc's own would.
static ssize_t write_error(void *cookie, const char *bytes, size_t count) {
    (void)cookie;
    flush_output_first(STDERR_FILENO);
    ssize_t written = kernel_write(STDERR_FILENO, bytes, count);
    return written < 0 ? 0 : written;
}

static FILE *make_stream(cookie_write_function_t *write) {
    return fopencookie(NULL, "w", (cookie_io_functions_t){.write = write});
}

// A cell may have closed, reopened or rebuffered the streams.
void kernel_streams_prepare(void) {
    if (!output || stdout != output) output = stdout = make_stream(write_output);
    if (!error_output || stderr != error_output) error_output = stderr = make_stream(write_error);
    setvbuf(stdout, output_buffer, _IOLBF, sizeof output_buffer);
    setvbuf(stderr, NULL, _IONBF, 0);
    kernel_pending_begin();
    clearerr(stdin);
    clearerr(stdout);
    clearerr(stderr);
}

int kernel_stream_descriptor(const FILE *stream) {
    return stream && stream == output ? STDOUT_FILENO : stream && stream == error_output ? STDERR_FILENO : -1;
}

// libc knows no descriptor of streams such as these.
int fileno(FILE *stream) {
    int own = kernel_stream_descriptor(stream);
    return own >= 0 ? own : REAL(fileno)(stream);
}

int fileno_unlocked(FILE *stream) {
    int own = kernel_stream_descriptor(stream);
    return own >= 0 ? own : REAL(fileno_unlocked)(stream);
}

// Closing one of the two would free it under the feet of every library that prints; its descriptor is closed instead.
int fclose(FILE *stream) {
    int own = kernel_stream_descriptor(stream);
    if (own < 0) return REAL(fclose)(stream);
    int result = fflush(stream);
    return close(own) ? EOF : result;
}

void kernel_streams_flush(void) {
    fflush(NULL);
    kernel_pending_flush();
}

void kernel_streams_rescue(void) {
    kernel_pending_rescue();
    if (!output || stdout != output || output->_IO_write_ptr <= output->_IO_write_base) return;
    size_t count = (size_t)(output->_IO_write_ptr - output->_IO_write_base);
    output->_IO_write_ptr = output->_IO_write_base;
    REAL(write)(STDOUT_FILENO, output->_IO_write_base, count);
}
