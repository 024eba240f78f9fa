#include "app/common_options.hpp"

#include <cstdint>
#include <fmt/format.h>

#include "core/failure.hpp"
#include "experiment/resources.hpp"

namespace rapport {
namespace {

namespace po = boost::program_options;

unsigned chosen_threads(const po::variables_map& values) {
  if (values.count("threads") == 0) return allowed_threads();
  // Signed: Boost would read -1 as the largest unsigned number.
  const std::int64_t threads = values["threads"].as<std::int64_t>();
  if (threads >= 1 && threads <= 4096) return static_cast<unsigned>(threads);
  throw Failure(
      ExitCode::usage,
      fmt::format("--threads {} (it must be 1 to 4096); leave it out to use all {} allowed",
                  threads, allowed_threads()));
}

}  // namespace

void add_work_options(po::options_description& options) {
  options.add_options()("threads", po::value<std::int64_t>()->value_name("N"),
                        "threads of the runs; default: all that this process may use")(
      "quiet", "print nothing but mistakes and the result");
}

void add_common_options(po::options_description& options) {
  add_work_options(options);
  options.add_options()("json", "print the result as JSON")("no-progress",
                                                            "do not show how far it is");
}

CommonOptions common_options(const po::variables_map& values) {
  CommonOptions options;
  options.threads = chosen_threads(values);
  options.quiet = values.count("quiet") > 0;
  options.json = values.count("json") > 0;
  options.progress = !options.quiet && values.count("no-progress") == 0;
  return options;
}

}  // namespace rapport
