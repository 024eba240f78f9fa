#include <fmt/format.h>
#include <fstream>
#include <iostream>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "core/failure.hpp"
#include "experiment/calibrate.hpp"
#include "results/output_file.hpp"

namespace rapport {

namespace {

// Signed: Boost would read -1 as the largest unsigned number.
std::uint32_t checked_replicates(std::int64_t replicates) {
  constexpr std::int64_t most = 1'000'000;
  if (replicates >= 1 && replicates <= most) return static_cast<std::uint32_t>(replicates);
  throw Failure(ExitCode::usage, fmt::format("--replicates {} (it must be 1 to {}); leave it out "
                                             "to solve with those of the defaults",
                                             replicates, most));
}

}  // namespace

int calibrate_command(std::span<const std::string> arguments) {
  namespace po = boost::program_options;
  CommandUsage usage{.name = "calibrate",
                     .synopsis = "[-o engine/parameters/calibrated_intercepts.hpp]",
                     .meaning =
                         "Solves the intercepts of acceptance and reply, so that the mean "
                         "answers are those of MODEL.md's Calibration. For developers: the "
                         "program must be built again afterwards."};
  usage.options.add_options()("output,o", po::value<std::string>(),
                              "header to write; default: standard output")(
      "replicates", po::value<std::int64_t>()->default_value(200), "populations of 5,000 people");
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const std::uint32_t replicates = checked_replicates((*values)["replicates"].as<std::int64_t>());
  if (values->count("output") > 0) expect_place_for((*values)["output"].as<std::string>());
  const std::string header = calibrated_header(replicates);
  if (values->count("output") == 0) {
    std::cout << header;
    return 0;
  }
  const std::string path = (*values)["output"].as<std::string>();
  std::ofstream file(path);
  file << header;
  file.close();
  if (!file) throw Failure(ExitCode::cannot_create, path + ": cannot be written");
  return 0;
}

}  // namespace rapport
