#include "library.h"

static const unsigned char katex[] = {
#embed "katex.js"
    , 0};

const char *frontis_katex_start(void) { return (const char *)katex; }
const size_t frontis_katex_size = sizeof katex - 1;
