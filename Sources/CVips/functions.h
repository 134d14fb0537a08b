#pragma once

// What is called of libvips and GLib, with the prototypes of libvips 8.14 and GLib 2.74. Later versions keep them for
// as long as their libraries' names end in 42 and 0. `Scripts/lint-vips` compares them with the headers of an installed
// libvips.

typedef struct _VipsRegion VipsRegion;
typedef struct _VipsRect VipsRect;
typedef struct _VipsArrayDouble VipsArrayDouble;
typedef struct _VipsArea VipsArea;
typedef struct _GThread GThread;

#define FRONTIS_LIBRARY_FUNCTIONS(X)                                                                                 \
    X(int, vips_init, (const char *))                                                                                \
    X(int, vips_version, (int))                                                                                      \
    X(void, vips_cache_set_max, (int))                                                                               \
    X(void, vips_concurrency_set, (int))                                                                             \
    X(void, vips_vector_set_enabled, (int))                                                                          \
    X(void, vips_block_untrusted_set, (int))                                                                         \
    X(void, vips_operation_block_set, (const char *, int))                                                           \
    X(unsigned long, vips_type_find, (const char *, const char *))                                                   \
    X(const char *, vips_error_buffer, (void))                                                                       \
    X(void, vips_error_clear, (void))                                                                                \
    X(void, vips_thread_shutdown, (void))                                                                            \
    X(int, vips_image_get_width, (const VipsImage *))                                                                \
    X(int, vips_image_get_height, (const VipsImage *))                                                               \
    X(int, vips_image_get_bands, (const VipsImage *))                                                                \
    X(int, vips_image_get_xoffset, (const VipsImage *))                                                              \
    X(int, vips_image_get_yoffset, (const VipsImage *))                                                              \
    X(int, vips_image_hasalpha, (VipsImage *))                                                                       \
    X(int, vips_image_get_orientation_swap, (VipsImage *))                                                           \
    X(int, vips_image_get_n_pages, (VipsImage *))                                                                    \
    X(unsigned long, vips_image_get_typeof, (const VipsImage *, const char *))                                       \
    X(int, vips_image_remove, (VipsImage *, const char *))                                                           \
    X(void, vips_image_set_string, (VipsImage *, const char *, const char *))                                        \
    X(void, vips_image_set_blob_copy, (VipsImage *, const char *, const void *, size_t))                             \
    X(char **, vips_image_get_fields, (VipsImage *))                                                                 \
    X(void *, vips_image_write_to_memory, (VipsImage *, size_t *))                                                   \
    X(VipsImage *, vips_image_copy_memory, (VipsImage *))                                                            \
    X(int, vips_image_pio_input, (VipsImage *))                                                                      \
    X(VipsRegion *, vips_region_new, (VipsImage *))                                                                  \
    X(int, vips_region_prepare, (VipsRegion *, const VipsRect *))                                                    \
    X(VipsArrayDouble *, vips_array_double_new, (const double *, int))                                               \
    X(void, vips_area_unref, (VipsArea *))                                                                           \
    X(int, vips_pngload_buffer, (void *, size_t, VipsImage **, ...))                                                 \
    X(int, vips_jpegload_buffer, (void *, size_t, VipsImage **, ...))                                                \
    X(int, vips_webpload_buffer, (void *, size_t, VipsImage **, ...))                                                \
    X(int, vips_gifload_buffer, (void *, size_t, VipsImage **, ...))                                                 \
    X(int, vips_heifload_buffer, (void *, size_t, VipsImage **, ...))                                                \
    X(int, vips_svgload_buffer, (void *, size_t, VipsImage **, ...))                                                 \
    X(int, vips_pngsave_buffer, (VipsImage *, void **, size_t *, ...))                                               \
    X(int, vips_jpegsave_buffer, (VipsImage *, void **, size_t *, ...))                                              \
    X(int, vips_webpsave_buffer, (VipsImage *, void **, size_t *, ...))                                              \
    X(int, vips_heifsave_buffer, (VipsImage *, void **, size_t *, ...))                                              \
    X(int, vips_copy, (VipsImage *, VipsImage **, ...))                                                              \
    X(int, vips_extract_band, (VipsImage *, VipsImage **, int, ...))                                                 \
    X(int, vips_extract_area, (VipsImage *, VipsImage **, int, int, int, int, ...))                                  \
    X(int, vips_smartcrop, (VipsImage *, VipsImage **, int, int, ...))                                               \
    X(int, vips_thumbnail_image, (VipsImage *, VipsImage **, int, ...))                                              \
    X(int, vips_embed, (VipsImage *, VipsImage **, int, int, int, int, ...))                                         \
    X(int, vips_gaussblur, (VipsImage *, VipsImage **, double, ...))                                                 \
    X(int, vips_linear1, (VipsImage *, VipsImage **, double, double, ...))                                           \
    X(int, vips_text, (VipsImage **, const char *, ...))                                                             \
    X(void, g_object_unref, (void *))                                                                                \
    X(void, g_free, (void *))                                                                                        \
    X(void, g_strfreev, (char **))                                                                                   \
    X(void *, g_thread_join, (GThread *))                                                                            \
    X(VipsImage *, vips_image_new_from_memory_copy,                                                                  \
        (const void *, size_t, int, int, int, FRONTIS_ENUM(VipsBandFormat, int)))                                    \
    X(FRONTIS_ENUM(VipsBandFormat, int), vips_image_get_format, (const VipsImage *))                                 \
    X(FRONTIS_ENUM(VipsInterpretation, int), vips_image_get_interpretation, (const VipsImage *))                     \
    X(int, vips_colourspace, (VipsImage *, VipsImage **, FRONTIS_ENUM(VipsInterpretation, int), ...))                \
    X(int, vips_composite2,                                                                                          \
        (VipsImage *, VipsImage *, VipsImage **, FRONTIS_ENUM(VipsBlendMode, int), ...))                             \
    X(unsigned, g_log_set_handler,                                                                                   \
        (const char *, FRONTIS_ENUM(GLogLevelFlags, int),                                                            \
            void (*)(const char *, FRONTIS_ENUM(GLogLevelFlags, int), const char *, void *), void *))                \
    X(GThread *, g_thread_try_new, (const char *, void *(*)(void *), void *, FRONTIS_ENUM(GError **, void *)))

// Values of enumerations, the same in every version.
#define FRONTIS_LIBRARY_VALUES(X)                                                                                    \
    X(VIPS_FORMAT_UCHAR, 0)                                                                                          \
    X(VIPS_INTERPRETATION_CMYK, 15)                                                                                  \
    X(VIPS_INTERPRETATION_sRGB, 22)                                                                                  \
    X(VIPS_ACCESS_SEQUENTIAL, 1)                                                                                     \
    X(VIPS_FAIL_ON_ERROR, 2)                                                                                         \
    X(VIPS_SIZE_DOWN, 2)                                                                                             \
    X(VIPS_SIZE_FORCE, 3)                                                                                            \
    X(VIPS_INTERESTING_ATTENTION, 3)                                                                                 \
    X(VIPS_EXTEND_COPY, 1)                                                                                           \
    X(VIPS_BLEND_MODE_OVER, 2)                                                                                       \
    X(VIPS_FOREIGN_PNG_FILTER_NONE, 8)                                                                               \
    X(VIPS_FOREIGN_PNG_FILTER_ALL, 248)                                                                              \
    X(VIPS_FOREIGN_HEIF_COMPRESSION_AV1, 4)                                                                          \
    X(G_LOG_LEVEL_WARNING, 16)                                                                                       \
    X(G_LOG_LEVEL_INFO, 64)                                                                                          \
    X(G_LOG_LEVEL_DEBUG, 128)
