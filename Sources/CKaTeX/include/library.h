#ifndef FRONTIS_KATEX_LIBRARY_H
#define FRONTIS_KATEX_LIBRARY_H

#include <stddef.h>

/// KaTeX, see README.md. Followed by a zero byte.
const char *frontis_katex_start(void);
/// Without the zero byte.
extern const size_t frontis_katex_size;

#endif
