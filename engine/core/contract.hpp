// Contracts for the programmer. Mistakes of the user are reported by input/, always, with a place.
#pragma once

#include <cassert>

/// Checked in debug and sanitizer builds, free in release builds.
#define RAPPORT_EXPECTS(condition) assert(condition)
