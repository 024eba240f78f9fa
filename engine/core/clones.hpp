// Compiles a hot loop for several processors and picks one when the program starts.
#pragma once

// Without contraction and without reordering every clone gives the same bits. Sanitizer builds go
// without: the picker runs before the sanitizer's runtime is up and would crash in it.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && defined(__OPTIMIZE__)
#define RAPPORT_CLONES __attribute__((target_clones("default", "arch=haswell", "arch=skylake-avx512")))
#else
#define RAPPORT_CLONES
#endif
