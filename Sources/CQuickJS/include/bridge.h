#ifndef FRONTIS_QUICKJS_BRIDGE_H
#define FRONTIS_QUICKJS_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>

/// A JavaScript engine with nothing in it but the language: no files, no network, no clock that anybody waits for.
/// One thread at a time may use it, whichever that is.
typedef struct frontis_script frontis_script;

/// - Parameters:
///   - memory: bytes that scripts may have at once.
///   - stack: bytes of the calling thread's stack that they may use, if it has so many left.
/// - Returns: nothing where memory is used up.
frontis_script *frontis_script_new(size_t memory, size_t stack);
void frontis_script_free(frontis_script *script);

/// Runs a program.
///
/// - Parameters:
///   - source: followed by a zero byte, which is not counted.
///   - seconds: of processor time that it may take.
/// - Returns: whether it came to its end.
bool frontis_script_run(frontis_script *script, const char *source, size_t length, double seconds);

/// Calls a global function with texts in UTF-8, each followed by a zero byte.
///
/// - Returns: the text that it gives, to be freed with `frontis_script_free_text`; nothing where it throws, gives none or
///   takes too long.
const char *frontis_script_call(
    frontis_script *script, const char *name, const char *const *texts, const size_t *lengths, int count,
    double seconds, size_t *length);
void frontis_script_free_text(frontis_script *script, const char *text);

#endif
