#pragma once
#include <stddef.h>

// glibc declares memmem only where _GNU_SOURCE is defined, which the official toolchain does not do when it imports C
// (Debian's does). Defining it for the whole package breaks swift-nio, so the function is declared here.
extern void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);

// The first place of `needle` in `haystack`, or NULL.
static inline const void *frontis_find_bytes(
    const void *haystack, size_t haystack_length, const void *needle, size_t needle_length) {
    return memmem(haystack, haystack_length, needle, needle_length);
}
