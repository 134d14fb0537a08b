#pragma once
#include <vips/vips.h>

// Cutting pictures to shape and writing on them. As in shim.h: one call each of a variadic function, 0 for success.

static inline int frontis_extract_area(VipsImage *image, int left, int top, int width, int height, VipsImage **area) {
    return vips_extract_area(image, area, left, top, width, height, NULL);
}

// The area of that size that catches the eye: edges, skin, strong colours.
static inline int frontis_attention_crop(VipsImage *image, int width, int height, VipsImage **area) {
    return vips_smartcrop(image, area, width, height, "interesting", VIPS_INTERESTING_ATTENTION, NULL);
}

// To exactly these pixels, up or down, whatever happens to the proportions. Transparent edges keep their colour.
static inline int frontis_resize_exact(VipsImage *image, int width, int height, VipsImage **resized) {
    return vips_thumbnail_image(image, resized, width,
        "height", height, "size", VIPS_SIZE_FORCE, "no_rotate", TRUE, NULL);
}

// Three bands of eight bits, and alpha if there was one.
static inline int frontis_srgb(VipsImage *image, VipsImage **srgb) {
    return vips_colourspace(image, srgb, VIPS_INTERPRETATION_sRGB, NULL);
}

// The one pixel or the one column or row that there is, repeated to the right and downwards.
static inline int frontis_spread(VipsImage *image, int width, int height, VipsImage **spread) {
    return vips_embed(image, spread, 0, 0, width, height, "extend", VIPS_EXTEND_COPY, NULL);
}

static inline int frontis_overlay(VipsImage *below, VipsImage *above, int left, int top, VipsImage **both) {
    return vips_composite2(below, above, both, VIPS_BLEND_MODE_OVER, "x", left, "y", top, NULL);
}

static inline int frontis_blur(VipsImage *image, double sigma, VipsImage **blurred) {
    return vips_gaussblur(image, blurred, sigma, NULL);
}

// Every value times `factor`.
static inline int frontis_darken(VipsImage *image, double factor, VipsImage **darker) {
    return vips_linear1(image, darker, factor, 0.0, "uchar", TRUE, NULL);
}

// Four bands, as large as the ink; where the ink begins, to the right of and below the text's own corner, is in the
// image's offsets. `markup` is Pango's. `file` may be NULL; see TextThread before passing one.
static inline int frontis_text(const char *markup, const char *font, const char *file, VipsImage **text) {
    return file == NULL
        ? vips_text(text, markup, "font", font, "dpi", 72, "rgba", TRUE, NULL)
        : vips_text(text, markup, "font", font, "dpi", 72, "rgba", TRUE, "fontfile", file, NULL);
}

static inline int frontis_last_band(VipsImage *image, VipsImage **band) {
    return vips_extract_band(image, band, image->Bands - 1, NULL);
}

// Copies `bytes`, which are sRGB, band after band, pixel after pixel, row after row.
static inline int frontis_from_memory(
    const void *bytes, size_t length, int width, int height, int bands, VipsImage **image) {
    VipsImage *plain = vips_image_new_from_memory_copy(bytes, length, width, height, bands, VIPS_FORMAT_UCHAR);
    if (plain == NULL) return -1;
    int status = vips_copy(plain, image, "interpretation", VIPS_INTERPRETATION_sRGB, NULL);
    g_object_unref(plain);
    return status;
}

// `bytes` is to be freed with g_free.
static inline int frontis_preview_save(VipsImage *image, int quality, void **bytes, size_t *length) {
    return vips_webpsave_buffer(image, bytes, length, "Q", quality, "effort", 6, "strip", TRUE, NULL);
}
