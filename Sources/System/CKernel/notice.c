#include "internal.h"

#include <string.h>

// What the last cell changed that its successors do not see, in the form in which it is sent.
static struct message notices;
static uint32_t notice_count;

void kernel_notice(enum notice kind, uint64_t number, const char *text, const struct place *place) {
    put_byte(&notices, (uint8_t)kind);
    put_u64(&notices, number);
    put_text(&notices, text, 4096);
    put_place(&notices, place);
    notice_count++;
}

void kernel_notices_reset(void) {
    notices.count = 0;
    notice_count = 0;
    kernel_directory_place.count = kernel_environment_place.count = 0;
}

size_t kernel_notices(const uint8_t **bytes, uint32_t *count) {
    *bytes = notices.bytes;
    *count = notice_count;
    return notices.count;
}
