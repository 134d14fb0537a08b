// What Swift needs of the engine: its values are unions and macros, which stay on this side.

#include "bridge.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include "quickjs.h"

struct frontis_script {
    JSRuntime *runtime;
    JSContext *context;
    /// Bytes of a thread's stack that scripts may use, if it has so many.
    size_t stack;
    /// In seconds of the calling thread's processor time.
    double deadline;
};

static double thread_time(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/// Called now and then while a script runs, also inside its regular expressions.
static int is_late(JSRuntime *runtime, void *opaque) {
    frontis_script *script = opaque;
    return thread_time() > script->deadline;
}

/// Bytes of the calling thread's stack that are left.
static size_t stack_left(void) {
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
#ifdef __APPLE__
    uintptr_t low = (uintptr_t)pthread_get_stackaddr_np(pthread_self()) - pthread_get_stacksize_np(pthread_self());
#else
    pthread_attr_t attributes;
    void *start;
    size_t size;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
    int failure = pthread_attr_getstack(&attributes, &start, &size);
    pthread_attr_destroy(&attributes);
    if (failure) return 0;
    uintptr_t low = (uintptr_t)start;
#endif
    return here > low ? here - low : 0;
}

frontis_script *frontis_script_new(size_t memory, size_t stack) {
    frontis_script *script = calloc(1, sizeof *script);
    if (!script) return NULL;
    script->runtime = JS_NewRuntime();
    if (!script->runtime) {
        free(script);
        return NULL;
    }
    JS_SetMemoryLimit(script->runtime, memory);
    script->stack = stack;
    JS_SetInterruptHandler(script->runtime, is_late, script);
    script->context = JS_NewContext(script->runtime);
    if (!script->context) {
        frontis_script_free(script);
        return NULL;
    }
    return script;
}

void frontis_script_free(frontis_script *script) {
    if (!script) return;
    if (script->context) JS_FreeContext(script->context);
    JS_FreeRuntime(script->runtime);
    free(script);
}

static void begin(frontis_script *script, double seconds) {
    // Another thread may have been the last.
    size_t left = stack_left(), kept = 64 << 10, least = 128 << 10;
    left = left > kept + least ? left - kept : least;
    JS_SetMaxStackSize(script->runtime, left < script->stack ? left : script->stack);
    JS_UpdateStackTop(script->runtime);
    script->deadline = thread_time() + seconds;
}

/// Takes what was thrown away, so that the next call begins with nothing.
static bool is_sound(frontis_script *script, JSValue value) {
    if (!JS_IsException(value)) return true;
    JS_FreeValue(script->context, JS_GetException(script->context));
    return false;
}

bool frontis_script_run(frontis_script *script, const char *source, size_t length, double seconds) {
    begin(script, seconds);
    JSValue value = JS_Eval(script->context, source, length, "script", JS_EVAL_TYPE_GLOBAL);
    bool sound = is_sound(script, value);
    JS_FreeValue(script->context, value);
    return sound;
}

const char *frontis_script_call(
    frontis_script *script, const char *name, const char *const *texts, const size_t *lengths, int count,
    double seconds, size_t *length
) {
    enum { most = 8 };
    JSContext *context = script->context;
    JSValue arguments[most];
    if (count > most) return NULL;
    begin(script, seconds);
    for (int index = 0; index < count; index++) {
        arguments[index] = JS_NewStringLen(context, texts[index], lengths[index]);
    }
    JSValue global = JS_GetGlobalObject(context);
    JSValue function = JS_GetPropertyStr(context, global, name);
    JSValue result = JS_Call(context, function, JS_UNDEFINED, count, arguments);
    const char *text = NULL;
    if (is_sound(script, result) && JS_IsString(result)) text = JS_ToCStringLen(context, length, result);
    JS_FreeValue(context, result);
    JS_FreeValue(context, function);
    JS_FreeValue(context, global);
    for (int index = 0; index < count; index++) JS_FreeValue(context, arguments[index]);
    return text;
}

void frontis_script_free_text(frontis_script *script, const char *text) { JS_FreeCString(script->context, text); }
