#include "internal.h"

#include <string.h>
#include <sys/socket.h>

// What does not fit is left out: texts are cut long before, so that only a damaged caller could fill a message.
static void put(struct message *message, const void *bytes, size_t count) {
    if (count > sizeof message->bytes - message->count) return;
    memcpy(message->bytes + message->count, bytes, count);
    message->count += count;
}

void put_byte(struct message *message, uint8_t value) { put(message, &value, sizeof value); }

void put_u32(struct message *message, uint32_t value) { put(message, &value, sizeof value); }

void put_u64(struct message *message, uint64_t value) { put(message, &value, sizeof value); }

void put_text(struct message *message, const char *text, size_t limit) {
    size_t length = text ? strnlen(text, limit) : 0;
    put_u32(message, (uint32_t)length);
    put(message, text, length);
}

void put_place(struct message *message, const struct place *place) {
    uint32_t count = place ? place->count : 0;
    put_u32(message, count);
    for (uint32_t index = 0; index < count; index++) {
        uint64_t offset = 0;
        put_text(message, kernel_image_of(place->frames[index], &offset), 1024);
        put_u64(message, offset);
    }
}

void message_send(const struct message *message) {
    REAL(send)(KERNEL_CONTROL, message->bytes, message->count, MSG_NOSIGNAL);
}
