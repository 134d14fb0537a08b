#ifndef FRONTIS_PRISM_LIBRARY_H
#define FRONTIS_PRISM_LIBRARY_H

#include <stddef.h>

/// All of Prism that is wanted, one part behind the other: see README.md. Followed by a zero byte.
const char *frontis_prism_start(void);
/// Without the zero byte.
extern const size_t frontis_prism_size;

#endif
