#include "app/why_ended.hpp"

#include <fmt/format.h>
#include <new>
#include <string_view>
#include <system_error>

namespace rapport {
namespace {

bool is_want_of_threads(const std::exception& error) {
  if (const auto* known = dynamic_cast<const std::system_error*>(&error)) {
    return known->code() == std::errc::resource_unavailable_try_again;
  }
  // oneTBB throws a plain std::runtime_error with this text.
  return std::string_view(error.what()).starts_with("pthread_create has failed");
}

}  // namespace

Failure why_ended(const std::exception& error) {
  if (const auto* failure = dynamic_cast<const Failure*>(&error)) return *failure;
  if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr) {
    return Failure(ExitCode::bad_data,
                   "not enough memory for this; use fewer people, design points or threads");
  }
  if (is_want_of_threads(error)) {
    return Failure(ExitCode::input_output,
                   "no more threads can be started (a limit of the system, see ulimit -u); give "
                   "fewer with --threads and run again");
  }
  return Failure(ExitCode::bug,
                 fmt::format("this is a mistake of the program ({}); please report it with the "
                             "command and the scenario",
                             error.what()));
}

}  // namespace rapport
