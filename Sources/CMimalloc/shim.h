// Linking this library is all: it takes the place of the C library's malloc and free, in Swift and in every C
// library of the program.
#include <mimalloc.h>
