#include "library.h"

static const char prism[] = {
#embed "prism.js"
    , 0};

const char *frontis_prism_start(void) { return prism; }
const size_t frontis_prism_size = sizeof prism - 1;
