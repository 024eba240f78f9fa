#include "app/why_ended.hpp"

#include <catch2/catch.hpp>
#include <new>
#include <system_error>

using namespace rapport;
using Catch::Contains;

TEST_CASE("Who ran out of memory or of threads is told so, and not that the program is wrong") {
  const Failure memory = why_ended(std::bad_alloc());
  CHECK(memory.code() == ExitCode::bad_data);
  CHECK_THAT(memory.what(), Contains("not enough memory") && Contains("fewer people"));
  const Failure thread =
      why_ended(std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again)));
  CHECK(thread.code() == ExitCode::input_output);
  CHECK_THAT(thread.what(), Contains("no more threads") && Contains("--threads"));
  // As oneTBB says it.
  const Failure worker =
      why_ended(std::runtime_error("pthread_create has failed: Resource temporarily unavailable"));
  CHECK(worker.code() == thread.code());
  CHECK(std::string(worker.what()) == thread.what());
}

TEST_CASE("A failure ends the program as it is, and anything else is a mistake to be reported") {
  const Failure known = why_ended(Failure(ExitCode::cannot_create, "there"));
  CHECK(known.code() == ExitCode::cannot_create);
  CHECK(std::string(known.what()) == "there");
  const Failure unknown = why_ended(std::out_of_range("row 7"));
  CHECK(unknown.code() == ExitCode::bug);
  CHECK_THAT(unknown.what(), Contains("mistake of the program (row 7)") && Contains("report"));
}
