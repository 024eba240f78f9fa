// What is told of an exception that nobody expected, by `rapport` and `rapport-mpi` alike.
#pragma once

#include <exception>

#include "core/failure.hpp"

namespace rapport {

/// The exception itself when it is a Failure; what the user can do where memory or threads were
/// missing; else a bug to be reported.
Failure why_ended(const std::exception& error);

}  // namespace rapport
