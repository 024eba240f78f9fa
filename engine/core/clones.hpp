// Compiles a hot loop for several processors and picks one when the program starts.
#pragma once

// Without contraction and without reordering every clone gives the same bits. "avx2" asks for the
// feature; "arch=haswell" would ask for the maker too, and leave other makers' processors slow.
// Sanitizer builds go without: the picker runs before the sanitizer's runtime is up and would
// crash.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && defined(__OPTIMIZE__)
#define RAPPORT_CLONES __attribute__((target_clones("default", "avx2", "avx512f")))
#else
#define RAPPORT_CLONES
#endif

// Stands before a loop over columns of one batch: no iteration touches what another one writes.
// Without it GCC wants to check at run time whether the columns overlap, and gives up at ten of
// them.
#if defined(__GNUC__) && !defined(__clang__)
#define RAPPORT_COLUMN_LOOP _Pragma("GCC ivdep")
#else
#define RAPPORT_COLUMN_LOOP
#endif
