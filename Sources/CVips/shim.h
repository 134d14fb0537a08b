#pragma once
#include <vips/vips.h>
#include <vips/vector.h>

// libvips takes the options of its operations as a NULL-terminated list of variadic arguments, which Swift
// cannot call. Each function below is one such call with the options that Frontis uses; it returns 0 for
// success, as libvips does. They can go when Swift can call variadic C functions.
//
// `bytes` must outlive the image: libvips reads from it until the last pixel is made. It is never written to;
// the cast only serves libvips' older prototypes.

static inline int frontis_png_load(const void *bytes, size_t length, VipsImage **image) {
    return vips_pngload_buffer((void *) bytes, length, image,
        "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
}

static inline int frontis_jpeg_load(const void *bytes, size_t length, VipsImage **image) {
    return vips_jpegload_buffer((void *) bytes, length, image,
        "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
}

static inline int frontis_webp_load(const void *bytes, size_t length, VipsImage **image) {
    return vips_webpload_buffer((void *) bytes, length, image,
        "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
}

static inline int frontis_gif_load(const void *bytes, size_t length, VipsImage **image) {
    return vips_gifload_buffer((void *) bytes, length, image,
        "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, NULL);
}

static inline int frontis_avif_load(const void *bytes, size_t length, VipsImage **image) {
    return vips_heifload_buffer((void *) bytes, length, image, NULL);
}

static inline int frontis_svg_load(const void *bytes, size_t length, VipsImage **image) {
    return vips_svgload_buffer((void *) bytes, length, image, NULL);
}

// Drops the alpha channel of an image that is opaque everywhere.
static inline int frontis_drop_alpha(VipsImage *image, VipsImage **opaque) {
    return vips_extract_band(image, opaque, 0, "n", 3, NULL);
}

// Rows of flat art repeat themselves: without a filter they are smaller and faster to compress. `bytes` is to
// be freed with g_free.
static inline int frontis_png_save(VipsImage *image, void **bytes, size_t *length) {
    return vips_pngsave_buffer(image, bytes, length,
        "compression", 6, "filter", VIPS_FOREIGN_PNG_FILTER_NONE, "strip", TRUE, NULL);
}

// Scales down into a box, never up; turns the picture as its Exif orientation says.
static inline int frontis_thumbnail(VipsImage *image, int width, int height, VipsImage **small) {
    return vips_thumbnail_image(image, small, width, "height", height, "size", VIPS_SIZE_DOWN, NULL);
}

// Makes every pixel, once: what comes after reads memory.
static inline int frontis_copy_memory(VipsImage *image, VipsImage **copy) {
    *copy = vips_image_copy_memory(image);
    return *copy == NULL ? -1 : 0;
}

static inline int frontis_photographic_png_save(VipsImage *image, void **bytes, size_t *length) {
    return vips_pngsave_buffer(image, bytes, length,
        "compression", 6, "filter", VIPS_FOREIGN_PNG_FILTER_ALL, "strip", TRUE, NULL);
}

// Transparent parts become white.
static inline int frontis_jpeg_save(VipsImage *image, int quality, void **bytes, size_t *length) {
    double white[] = { 255, 255, 255 };
    VipsArrayDouble *background = vips_array_double_new(white, 3);
    int status = vips_jpegsave_buffer(image, bytes, length,
        "Q", quality, "strip", TRUE, "background", background, NULL);
    vips_area_unref(VIPS_AREA(background));
    return status;
}

// JPEG decodes to a half, a quarter or an eighth of its size in a fraction of the time.
static inline int frontis_shrunk_jpeg_load(const void *bytes, size_t length, int shrink, VipsImage **image) {
    return vips_jpegload_buffer((void *) bytes, length, image,
        "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR, "shrink", shrink, NULL);
}

// Scales down into a box, never up; turns the picture as its Exif orientation says; brings it into sRGB where it
// has a profile or is made of inks. A picture without a profile is sRGB already: libvips would take it through a
// space of its own and back, and its colours would not all return.
static inline int frontis_upright_srgb(VipsImage *image, int width, int height, VipsImage **upright) {
    if (vips_image_get_typeof(image, VIPS_META_ICC_NAME) || image->Type == VIPS_INTERPRETATION_CMYK)
        return vips_thumbnail_image(image, upright, width, "height", height, "size", VIPS_SIZE_DOWN,
            "export_profile", "srgb", NULL);
    return vips_thumbnail_image(image, upright, width, "height", height, "size", VIPS_SIZE_DOWN, NULL);
}

static inline int frontis_shallow_copy(VipsImage *image, VipsImage **copy) {
    return vips_copy(image, copy, NULL);
}

// With `bare`, nothing but pixels; else what is in the image's fields is written into the metadata.

// `effort` from 0, fast, to 9, small.
static inline int frontis_avif_save(VipsImage *image, int quality, int effort, gboolean bare, void **bytes, size_t *length) {
    return vips_heifsave_buffer(image, bytes, length, "compression", VIPS_FOREIGN_HEIF_COMPRESSION_AV1,
        "Q", quality, "effort", effort, "strip", bare, NULL);
}

// `effort` from 0, fast, to 6, small.
static inline int frontis_webp_save(VipsImage *image, int quality, int effort, gboolean bare, void **bytes, size_t *length) {
    return vips_webpsave_buffer(image, bytes, length, "Q", quality, "effort", effort, "strip", bare, NULL);
}

static inline int frontis_progressive_jpeg_save(VipsImage *image, int quality, gboolean bare, void **bytes, size_t *length) {
    return vips_jpegsave_buffer(image, bytes, length,
        "Q", quality, "interlace", TRUE, "optimize_coding", TRUE, "strip", bare, NULL);
}

static inline int frontis_filtered_png_save(VipsImage *image, gboolean bare, void **bytes, size_t *length) {
    return vips_pngsave_buffer(image, bytes, length,
        "compression", 6, "filter", VIPS_FOREIGN_PNG_FILTER_ALL, "strip", bare, NULL);
}

// `name` as libvips calls the field: `xmp-data`, `iptc-data`.
static inline void frontis_set_metadata(VipsImage *image, const char *name, const void *bytes, size_t length) {
    vips_image_set_blob_copy(image, name, bytes, length);
}
