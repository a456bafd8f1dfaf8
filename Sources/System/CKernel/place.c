#include "internal.h"

#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unwind.h>

// The cells loaded into this process, in the order of loading. Changed only between cells, so that a signal handler may
// read it.
static struct image {
    uintptr_t base, start, end;
    char *path;
} *images;
static size_t image_count, image_capacity;

// The stack begins here; glibc exports it for debuggers and sanitizers.
extern void *__libc_stack_end;

struct search {
    uintptr_t code;
    struct image *found;
};

static int find_segment(struct dl_phdr_info *info, size_t size, void *context) {
    (void)size;
    struct search *search = context;
    for (int index = 0; index < info->dlpi_phnum; index++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[index];
        uintptr_t start = info->dlpi_addr + segment->p_vaddr;
        if (segment->p_type != PT_LOAD || !(segment->p_flags & PF_X)) continue;
        if (search->code < start || search->code >= start + segment->p_memsz) continue;
        *search->found = (struct image){.base = info->dlpi_addr, .start = start, .end = start + segment->p_memsz};
        return 1;
    }
    return 0;
}

void kernel_image_add(const char *path, const void *code) {
    struct image image = {0};
    struct search search = {.code = (uintptr_t)code, .found = &image};
    if (!dl_iterate_phdr(find_segment, &search)) return;
    if (image_count == image_capacity) {
        size_t capacity = image_capacity ? 2 * image_capacity : 64;
        struct image *larger = realloc(images, capacity * sizeof *images);
        if (!larger) return;
        images = larger;
        image_capacity = capacity;
    }
    image.path = strdup(path);
    if (image.path) images[image_count++] = image;
}

const char *kernel_image_of(uintptr_t code, uint64_t *offset) {
    for (size_t index = image_count; index-- > 0;) {
        if (code < images[index].start || code >= images[index].end) continue;
        *offset = code - images[index].base;
        return images[index].path;
    }
    return NULL;
}

static bool in_cell(uintptr_t code) {
    uint64_t offset;
    return kernel_image_of(code, &offset) != NULL;
}

static void add(struct place *place, uintptr_t code) {
    for (uint32_t index = 0; index < place->count; index++)
        if (place->frames[index] == code) return;
    if (place->count < PLACE_FRAMES && in_cell(code)) place->frames[place->count++] = code;
}

// The end of the readable stack above `stack`. On a thread of a cell its bounds are unknown, so only the chain of frame
// pointers is trusted there, which ends in a null pointer.
static uintptr_t stack_limit(uintptr_t stack) {
    uintptr_t end = (uintptr_t)__libc_stack_end;
    bool main_stack = stack < end && REAL(gettid)() == REAL(getpid)();
    return main_stack ? end : stack + ((uintptr_t)1 << 20);
}

static void walk_frames(struct place *place, uintptr_t frame, uintptr_t limit) {
    for (int depth = 0; depth < 4096 && place->count < PLACE_FRAMES; depth++) {
        if (frame % sizeof(uintptr_t) || frame + 2 * sizeof(uintptr_t) > limit) return;
        const uintptr_t *words = (const uintptr_t *)frame;
        add(place, words[1] - 1);
        if (words[0] <= frame) return;
        frame = words[0];
    }
}

void kernel_place_from(struct place *place, uintptr_t frame) {
    place->count = 0;
    walk_frames(place, frame, stack_limit(frame));
}

static _Unwind_Reason_Code unwound(struct _Unwind_Context *context, void *pointer) {
    struct place *place = pointer;
    int is_exact = 0;
    uintptr_t code = _Unwind_GetIPInfo(context, &is_exact);
    add(place, is_exact ? code : code - 1);
    return place->count < PLACE_FRAMES ? _URC_NO_REASON : _URC_END_OF_STACK;
}

// libc has no frame pointers, so a chain of them that starts inside it (abort, raise) misses its caller. The tables for
// exceptions know every frame. Reading them neither locks nor allocates with the libraries of this platform (glibc 2.35
// and libgcc 12, or later).
void kernel_place_interrupted(struct place *place, uintptr_t frame, uintptr_t stack) {
    place->count = 0;
    _Unwind_Backtrace(unwound, place);
    // A cell linked without an index of its tables, or a jump to nowhere, ends that walk; from a cell on, frame pointers do.
    uintptr_t limit = stack_limit(stack);
    if (frame >= stack && frame < limit) walk_frames(place, frame, limit);
}
