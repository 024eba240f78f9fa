// A failure that the user can act on: a message and the exit code of the program.
#pragma once

#include <stdexcept>
#include <string>

namespace rapport {

/// Exit codes of the program (sysexits.h where it has one).
enum class ExitCode : int {
  done = 0,
  usage = 2,
  some_failed = 3,
  not_supported = 4,
  bad_data = 65,
  missing_input = 66,
  bug = 70,
  cannot_create = 73,
  input_output = 74,
  stopped = 75,
};

/// Thrown where work cannot go on; `main` prints the message alone and exits with the code.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

}  // namespace rapport
