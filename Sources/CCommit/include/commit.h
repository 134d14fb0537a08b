#pragma once

// The commit that the program was built from, as `Scripts/release` has said it; empty where nobody did.
const char *frontis_commit(void);
