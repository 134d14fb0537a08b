#include "commit.h"

// The one file that is compiled anew for another commit.
#ifndef FRONTIS_COMMIT
#define FRONTIS_COMMIT ""
#endif

const char *frontis_commit(void) {
    return FRONTIS_COMMIT;
}
