#include "CVips.h"

#include <dlfcn.h>

#define FRONTIS_ENUM(name, type) type
#include "functions.h"

struct _VipsRect {
    int left, top, width, height;
};

#define FRONTIS_VALUE(name, value) name = value,
enum { FRONTIS_LIBRARY_VALUES(FRONTIS_VALUE) };

// One pointer for each function, by its name.
#define FRONTIS_POINTER(result, name, parameters) result (*name) parameters;
static struct { FRONTIS_LIBRARY_FUNCTIONS(FRONTIS_POINTER) } the;

#ifdef __APPLE__
#define LIBRARY "libvips.42.dylib"
#else
#define LIBRARY "libvips.so.42"
#endif

// MARK: Starting

static void silence(const char *domain, int level, const char *message, void *data) {
    (void) domain, (void) level, (void) message, (void) data;
}

const char *frontis_vips_start(const char *program) {
    // Global, as libvips' modules look for its functions there, and the versions of encoders are asked of them by name.
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) return dlerror();
#define FRONTIS_FIND(result, name, parameters) \
    if ((the.name = (result (*) parameters) dlsym(library, #name)) == NULL) return "it has no function " #name;
    FRONTIS_LIBRARY_FUNCTIONS(FRONTIS_FIND)

    if (the.vips_init(program) != 0) return the.vips_error_buffer();
    // Operations are not repeated here, so remembering them would only hold memory.
    the.vips_cache_set_max(0);
    the.vips_concurrency_set(1);
    // Orc frees the code that it has made for one picture while it makes some for another, and ends the program: seen
    // with Debian 12's, 0.4.33. Newer versions of libvips can do without it.
    if (dlsym(library, "orc_init") != NULL) the.vips_vector_set_enabled(0);
    // Rarely used loaders stay shut, whatever bytes arrive; pattern art needs the one for SVG.
    the.vips_block_untrusted_set(1);
    the.vips_operation_block_set("VipsForeignLoadSvg", 0);
    // Warnings about odd files would reach people as noise on stderr; failures come back as errors.
    the.g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG, silence, NULL);
    return NULL;
}

int frontis_vips_version(int part) { return the.vips_version(part); }
bool frontis_has_operation(const char *name) { return the.vips_type_find("VipsOperation", name) != 0; }
const char *frontis_error(void) { return the.vips_error_buffer(); }
void frontis_error_clear(void) { the.vips_error_clear(); }
void frontis_free(void *bytes) { the.g_free(bytes); }

// MARK: Threads

struct errand {
    void (*run)(void *);
    void *context;
};

static void *run_errand(void *pointer) {
    struct errand *errand = pointer;
    errand->run(errand->context);
    the.vips_thread_shutdown();
    return NULL;
}

bool frontis_run_on_thread(void (*run)(void *), void *context) {
    struct errand errand = { run, context };
    GThread *thread = the.g_thread_try_new("frontis-text", run_errand, &errand, NULL);
    if (thread == NULL) return false;
    the.g_thread_join(thread);
    return true;
}

// MARK: Images

void frontis_image_unref(VipsImage *image) { the.g_object_unref(image); }
int frontis_image_width(VipsImage *image) { return the.vips_image_get_width(image); }
int frontis_image_height(VipsImage *image) { return the.vips_image_get_height(image); }
int frontis_image_bands(VipsImage *image) { return the.vips_image_get_bands(image); }
bool frontis_image_is_bytes(VipsImage *image) { return the.vips_image_get_format(image) == VIPS_FORMAT_UCHAR; }
bool frontis_image_has_alpha(VipsImage *image) { return the.vips_image_hasalpha(image) != 0; }
bool frontis_image_is_turned(VipsImage *image) { return the.vips_image_get_orientation_swap(image) != 0; }
int frontis_image_pages(VipsImage *image) { return the.vips_image_get_n_pages(image); }
int frontis_image_x_offset(VipsImage *image) { return the.vips_image_get_xoffset(image); }
int frontis_image_y_offset(VipsImage *image) { return the.vips_image_get_yoffset(image); }

bool frontis_image_decodes(VipsImage *image, int rows) {
    if (the.vips_image_pio_input(image) != 0) return false;
    VipsRegion *region = the.vips_region_new(image);
    if (region == NULL) return false;
    int width = frontis_image_width(image), height = frontis_image_height(image);
    bool decodes = true;
    for (int top = 0; decodes && top < height; top += rows) {
        VipsRect strip = { 0, top, width, rows < height - top ? rows : height - top };
        decodes = the.vips_region_prepare(region, &strip) == 0;
    }
    the.g_object_unref(region);
    return decodes;
}

void *frontis_image_pixels(VipsImage *image, size_t *length) { return the.vips_image_write_to_memory(image, length); }

void frontis_set_metadata(VipsImage *image, const char *name, const void *bytes, size_t length) {
    the.vips_image_set_blob_copy(image, name, bytes, length);
}

void frontis_set_text(VipsImage *image, const char *name, const char *text) {
    the.vips_image_set_string(image, name, text);
}

bool frontis_remove_metadata(VipsImage *image, const char *name) { return the.vips_image_remove(image, name) != 0; }

void frontis_remove_all_metadata(VipsImage *image) {
    char **names = the.vips_image_get_fields(image);
    if (names == NULL) return;
    for (char **name = names; *name != NULL; name++) the.vips_image_remove(image, *name);
    the.g_strfreev(names);
}

// MARK: Loading

// The cast only serves libvips' older prototypes.
#define LOAD(load, ...) the.load((void *) bytes, length, image, ##__VA_ARGS__, NULL)
#define STRICT "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR

int frontis_png_load(const void *bytes, size_t length, VipsImage **image) {
    return LOAD(vips_pngload_buffer, STRICT);
}

int frontis_jpeg_load(const void *bytes, size_t length, VipsImage **image) {
    return LOAD(vips_jpegload_buffer, STRICT);
}

int frontis_webp_load(const void *bytes, size_t length, VipsImage **image) {
    return LOAD(vips_webpload_buffer, STRICT);
}

int frontis_gif_load(const void *bytes, size_t length, VipsImage **image) {
    return LOAD(vips_gifload_buffer, STRICT);
}

int frontis_avif_load(const void *bytes, size_t length, VipsImage **image) { return LOAD(vips_heifload_buffer); }
int frontis_svg_load(const void *bytes, size_t length, VipsImage **image) { return LOAD(vips_svgload_buffer); }

int frontis_shrunk_jpeg_load(const void *bytes, size_t length, int shrink, VipsImage **image) {
    return LOAD(vips_jpegload_buffer, STRICT, "shrink", shrink);
}

int frontis_from_memory(const void *bytes, size_t length, int width, int height, int bands, VipsImage **image) {
    VipsImage *plain =
        the.vips_image_new_from_memory_copy(bytes, length, width, height, bands, VIPS_FORMAT_UCHAR);
    if (plain == NULL) return -1;
    int status = the.vips_copy(plain, image, "interpretation", VIPS_INTERPRETATION_sRGB, NULL);
    the.g_object_unref(plain);
    return status;
}

// MARK: Making other images

int frontis_copy_memory(VipsImage *image, VipsImage **copy) {
    *copy = the.vips_image_copy_memory(image);
    return *copy == NULL ? -1 : 0;
}

int frontis_shallow_copy(VipsImage *image, VipsImage **copy) { return the.vips_copy(image, copy, NULL); }

int frontis_drop_alpha(VipsImage *image, VipsImage **opaque) {
    return the.vips_extract_band(image, opaque, 0, "n", 3, NULL);
}

int frontis_last_band(VipsImage *image, VipsImage **band) {
    return the.vips_extract_band(image, band, frontis_image_bands(image) - 1, NULL);
}

int frontis_thumbnail(VipsImage *image, int width, int height, VipsImage **small) {
    return the.vips_thumbnail_image(image, small, width, "height", height, "size", VIPS_SIZE_DOWN, NULL);
}

int frontis_upright_srgb(VipsImage *image, int width, int height, VipsImage **upright) {
    bool hasProfile = the.vips_image_get_typeof(image, "icc-profile-data") != 0;
    if (!hasProfile && the.vips_image_get_interpretation(image) != VIPS_INTERPRETATION_CMYK)
        return frontis_thumbnail(image, width, height, upright);
    return the.vips_thumbnail_image(image, upright, width, "height", height, "size", VIPS_SIZE_DOWN,
        "export_profile", "srgb", NULL);
}

int frontis_resize_exact(VipsImage *image, int width, int height, VipsImage **resized) {
    return the.vips_thumbnail_image(image, resized, width,
        "height", height, "size", VIPS_SIZE_FORCE, "no_rotate", true, NULL);
}

int frontis_extract_area(VipsImage *image, int left, int top, int width, int height, VipsImage **area) {
    return the.vips_extract_area(image, area, left, top, width, height, NULL);
}

int frontis_attention_crop(VipsImage *image, int width, int height, VipsImage **area) {
    return the.vips_smartcrop(image, area, width, height, "interesting", VIPS_INTERESTING_ATTENTION, NULL);
}

int frontis_srgb(VipsImage *image, VipsImage **srgb) {
    return the.vips_colourspace(image, srgb, VIPS_INTERPRETATION_sRGB, NULL);
}

int frontis_spread(VipsImage *image, int width, int height, VipsImage **spread) {
    return the.vips_embed(image, spread, 0, 0, width, height, "extend", VIPS_EXTEND_COPY, NULL);
}

int frontis_overlay(VipsImage *below, VipsImage *above, int left, int top, VipsImage **both) {
    return the.vips_composite2(below, above, both, VIPS_BLEND_MODE_OVER, "x", left, "y", top, NULL);
}

int frontis_blur(VipsImage *image, double sigma, VipsImage **blurred) {
    return the.vips_gaussblur(image, blurred, sigma, NULL);
}

int frontis_darken(VipsImage *image, double factor, VipsImage **darker) {
    return the.vips_linear1(image, darker, factor, 0.0, "uchar", true, NULL);
}

int frontis_text(const char *markup, const char *font, const char *file, VipsImage **text) {
    return file == NULL
        ? the.vips_text(text, markup, "font", font, "dpi", 72, "rgba", true, NULL)
        : the.vips_text(text, markup, "font", font, "dpi", 72, "rgba", true, "fontfile", file, NULL);
}

// MARK: Saving

#define SAVE(save, ...) the.save(image, bytes, length, ##__VA_ARGS__, NULL)

int frontis_png_save(VipsImage *image, void **bytes, size_t *length) {
    return SAVE(vips_pngsave_buffer, "compression", 6, "filter", VIPS_FOREIGN_PNG_FILTER_NONE, "strip", true);
}

int frontis_jpeg_save(VipsImage *image, int quality, void **bytes, size_t *length) {
    double white[] = { 255, 255, 255 };
    VipsArrayDouble *background = the.vips_array_double_new(white, 3);
    int status = SAVE(vips_jpegsave_buffer, "Q", quality, "strip", true, "background", background);
    // What an array is, too.
    the.vips_area_unref((VipsArea *) background);
    return status;
}

int frontis_preview_save(VipsImage *image, int quality, void **bytes, size_t *length) {
    return SAVE(vips_webpsave_buffer, "Q", quality, "effort", 6, "strip", true);
}

int frontis_avif_save(VipsImage *image, int quality, int effort, bool bare, void **bytes, size_t *length) {
    return SAVE(vips_heifsave_buffer, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1,
        "Q", quality, "effort", effort, "strip", bare);
}

int frontis_webp_save(VipsImage *image, int quality, int effort, bool bare, void **bytes, size_t *length) {
    return SAVE(vips_webpsave_buffer, "Q", quality, "effort", effort, "strip", bare);
}

int frontis_progressive_jpeg_save(VipsImage *image, int quality, bool bare, void **bytes, size_t *length) {
    return SAVE(vips_jpegsave_buffer, "Q", quality, "interlace", true, "optimize_coding", true, "strip", bare);
}

int frontis_filtered_png_save(VipsImage *image, bool bare, void **bytes, size_t *length) {
    return SAVE(vips_pngsave_buffer, "compression", 6, "filter", VIPS_FOREIGN_PNG_FILTER_ALL, "strip", bare);
}
