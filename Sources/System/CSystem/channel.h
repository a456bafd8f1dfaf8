#pragma once
// Packets that may carry a descriptor: the macros behind them (CMSG_*) cannot be imported into Swift.

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

union channel_control {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
};

/// Sends one packet, with `descriptor` attached unless it is negative. Never raises SIGPIPE.
/// Returns the number of bytes sent, or −1 with errno set.
static inline ssize_t channel_send(int channel, const void *bytes, size_t count, int descriptor) {
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    union channel_control control;
    if (descriptor >= 0) {
        memset(&control, 0, sizeof control);
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof control.bytes;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int));
        memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    }
    ssize_t sent;
    do sent = sendmsg(channel, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent;
}

/// Receives one packet and the descriptor that came with it (−1 without), which is closed on exec.
/// Returns the number of bytes, 0 when the other end is gone, or −1 with errno set (EMSGSIZE for a packet cut short).
static inline ssize_t channel_receive(int channel, void *bytes, size_t capacity, int *descriptor, int flags) {
    struct iovec part = {.iov_base = bytes, .iov_len = capacity};
    union channel_control control;
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    *descriptor = -1;
    ssize_t received;
    do received = recvmsg(channel, &message, flags | MSG_CMSG_CLOEXEC);
    while (received < 0 && errno == EINTR);
    if (received < 0) return received;
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS)
        memcpy(descriptor, CMSG_DATA(header), sizeof *descriptor);
    if (message.msg_flags & MSG_TRUNC) {
        errno = EMSGSIZE;
        return -1;
    }
    return received;
}
