#pragma once
#include <stdbool.h>
#include <stddef.h>

// libvips, as far as Frontis uses it. It is not linked: with it come ninety libraries, and most runs touch no picture.
//
// libvips takes the options of its operations as a NULL-terminated list of variadic arguments, which Swift cannot
// call. Each function below that makes an image is one such call with the options that Frontis uses; it returns 0 for
// success, as libvips does. Before `frontis_vips_start` has succeeded, none may be called.
//
// `bytes` of a load must outlive the image: libvips reads from it until the last pixel is made. It is never written to.
// `bytes` of a save is to be freed with `frontis_free`.

typedef struct _VipsImage VipsImage;

// Finds libvips, and starts it; NULL, or why there is none. For one thread, once.
const char *frontis_vips_start(const char *program);

// 0 for the major version, 1 for the minor, 2 for the one of repairs.
int frontis_vips_version(int part);

// Whether this libvips was built with, or has a module for, an operation.
bool frontis_has_operation(const char *name);

// Of the last failures, gathered for the whole process.
const char *frontis_error(void);
void frontis_error_clear(void);

void frontis_free(void *bytes);

// Runs it on a thread of its own, waits for it, and gives up what libvips and Pango keep for that thread; false where
// no thread can be had, and it was not run.
bool frontis_run_on_thread(void (*run)(void *), void *context);

// MARK: Images

void frontis_image_unref(VipsImage *image);
int frontis_image_width(VipsImage *image);
int frontis_image_height(VipsImage *image);
int frontis_image_bands(VipsImage *image);
// Whether values have eight bits.
bool frontis_image_is_bytes(VipsImage *image);
bool frontis_image_has_alpha(VipsImage *image);
// Whether the Exif orientation turns it by a quarter.
bool frontis_image_is_turned(VipsImage *image);
// Pictures in the file.
int frontis_image_pages(VipsImage *image);
// Where the ink of a text begins.
int frontis_image_x_offset(VipsImage *image);
int frontis_image_y_offset(VipsImage *image);

// Makes every pixel, in strips of so many rows, one after the other on this thread; false where the file is damaged.
bool frontis_image_decodes(VipsImage *image, int rows);

// All pixels, row after row, to be freed with `frontis_free`; NULL where they cannot be made.
void *frontis_image_pixels(VipsImage *image, size_t *length);

// `name` as libvips calls the field: `xmp-data`, `iptc-data`, `icc-profile-data`.
void frontis_set_metadata(VipsImage *image, const char *name, const void *bytes, size_t length);
void frontis_set_text(VipsImage *image, const char *name, const char *text);
bool frontis_remove_metadata(VipsImage *image, const char *name);
void frontis_remove_all_metadata(VipsImage *image);

// MARK: Loading

int frontis_png_load(const void *bytes, size_t length, VipsImage **image);
int frontis_jpeg_load(const void *bytes, size_t length, VipsImage **image);
int frontis_webp_load(const void *bytes, size_t length, VipsImage **image);
int frontis_gif_load(const void *bytes, size_t length, VipsImage **image);
int frontis_avif_load(const void *bytes, size_t length, VipsImage **image);
int frontis_svg_load(const void *bytes, size_t length, VipsImage **image);

// JPEG decodes to a half, a quarter or an eighth of its size in a fraction of the time.
int frontis_shrunk_jpeg_load(const void *bytes, size_t length, int shrink, VipsImage **image);

// Copies `bytes`, which are sRGB, band after band, pixel after pixel, row after row.
int frontis_from_memory(const void *bytes, size_t length, int width, int height, int bands, VipsImage **image);

// MARK: Making other images

// Makes every pixel, once: what comes after reads memory.
int frontis_copy_memory(VipsImage *image, VipsImage **copy);
int frontis_shallow_copy(VipsImage *image, VipsImage **copy);

// Drops the alpha channel of an image that is opaque everywhere.
int frontis_drop_alpha(VipsImage *image, VipsImage **opaque);
int frontis_last_band(VipsImage *image, VipsImage **band);

// Scales down into a box, never up; turns the picture as its Exif orientation says.
int frontis_thumbnail(VipsImage *image, int width, int height, VipsImage **small);

// The same; and brings it into sRGB where it has a profile or is made of inks. A picture without a profile is sRGB
// already: libvips would take it through a space of its own and back, and its colours would not all return.
int frontis_upright_srgb(VipsImage *image, int width, int height, VipsImage **upright);

// To exactly these pixels, up or down, whatever happens to the proportions. Transparent edges keep their colour.
int frontis_resize_exact(VipsImage *image, int width, int height, VipsImage **resized);

int frontis_extract_area(VipsImage *image, int left, int top, int width, int height, VipsImage **area);

// The area of that size that catches the eye: edges, skin, strong colours.
int frontis_attention_crop(VipsImage *image, int width, int height, VipsImage **area);

// Three bands of eight bits, and alpha if there was one.
int frontis_srgb(VipsImage *image, VipsImage **srgb);

// The one pixel or the one column or row that there is, repeated to the right and downwards.
int frontis_spread(VipsImage *image, int width, int height, VipsImage **spread);
int frontis_overlay(VipsImage *below, VipsImage *above, int left, int top, VipsImage **both);
int frontis_blur(VipsImage *image, double sigma, VipsImage **blurred);

// Every value times `factor`.
int frontis_darken(VipsImage *image, double factor, VipsImage **darker);

// Four bands, as large as the ink; where the ink begins, to the right of and below the text's own corner, is in the
// image's offsets. `markup` is Pango's. `file` may be NULL; see TextThread before passing one.
int frontis_text(const char *markup, const char *font, const char *file, VipsImage **text);

// MARK: Saving

// Rows of flat art repeat themselves: without a filter they are smaller and faster to compress.
int frontis_png_save(VipsImage *image, void **bytes, size_t *length);

// Transparent parts become white.
int frontis_jpeg_save(VipsImage *image, int quality, void **bytes, size_t *length);
int frontis_preview_save(VipsImage *image, int quality, void **bytes, size_t *length);

// With `bare`, nothing but pixels; else what is in the image's fields is written into the metadata.

// `effort` from 0, fast, to 9, small.
int frontis_avif_save(VipsImage *image, int quality, int effort, bool bare, void **bytes, size_t *length);
// `effort` from 0, fast, to 6, small.
int frontis_webp_save(VipsImage *image, int quality, int effort, bool bare, void **bytes, size_t *length);
int frontis_progressive_jpeg_save(VipsImage *image, int quality, bool bare, void **bytes, size_t *length);
int frontis_filtered_png_save(VipsImage *image, bool bare, void **bytes, size_t *length);
