#include <fmt/format.h>
#include <fstream>
#include <iostream>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "core/failure.hpp"
#include "experiment/calibrate.hpp"

namespace rapport {

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
      "replicates", po::value<std::uint32_t>()->default_value(200), "populations of 5,000 people");
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const std::string header = calibrated_header((*values)["replicates"].as<std::uint32_t>());
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
