#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <string_view>
#include <vector>

#include "analysis/findings/compare.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/compare_json.hpp"
#include "app/compare_text.hpp"
#include "core/failure.hpp"
#include "input/characters.hpp"
#include "input/did_you_mean.hpp"

namespace rapport {
namespace {

std::size_t baseline_named(const std::string& name, const Design& design) {
  const auto found = std::find(design.campaigns.begin(), design.campaigns.end(), name);
  if (found != design.campaigns.end()) {
    return static_cast<std::size_t>(found - design.campaigns.begin());
  }
  const std::vector<std::string_view> known(design.campaigns.begin(), design.campaigns.end());
  const std::string nearest = nearest_word(name, known);
  std::string message = fmt::format("unknown baseline \"{}\" (the campaigns are: {})",
                                    printable(name), printable(join_words(known)));
  if (!nearest.empty()) message += fmt::format("; did you mean \"{}\"?", printable(nearest));
  throw Failure(ExitCode::usage, message);
}

// Signed: Boost would read -1 as the largest unsigned number.
std::uint32_t checked_point(std::int64_t point, const Design& design) {
  if (point >= 0 && point < static_cast<std::int64_t>(design.points.size())) {
    return static_cast<std::uint32_t>(point);
  }
  throw Failure(ExitCode::usage,
                fmt::format("there is no point {} (the result has {}, counted from 0); use 0 to {}",
                            point, design.points.size(), design.points.size() - 1));
}

CommandUsage compare_usage() {
  namespace options = boost::program_options;
  CommandUsage usage{.name = "compare",
                     .synopsis = "RESULT.h5 [--baseline NAME] [--point K] [--json]",
                     .meaning =
                         "Says which campaign works better, by how much and how sure: means, "
                         "paired differences with 95 % intervals, rankings by activity and "
                         "by result, and the day the ranking turns.",
                     .words = {"result"}};
  usage.options.add_options()("baseline", options::value<std::string>()->value_name("NAME"),
                              "campaign that the others are compared with")(
      "point", options::value<std::int64_t>()->value_name("K"),
      "point of a sweep to look at closely, counted from 0");
  add_common_options(usage.options);
  return usage;
}

}  // namespace

int compare_command(std::span<const std::string> arguments) {
  const CommandUsage usage = compare_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return static_cast<int>(ExitCode::done);
  const CommonOptions common = common_options(*values);
  const ResultReader reader = ResultReader::open(required_word(*values, usage, "result"));
  CompareOptions chosen;
  if (values->count("baseline") > 0) {
    chosen.baseline = baseline_named((*values)["baseline"].as<std::string>(), reader.design());
  }
  if (values->count("point") > 0) {
    chosen.point = checked_point((*values)["point"].as<std::int64_t>(), reader.design());
  }
  const Comparison comparison = compare(reader, chosen);
  if (common.json) {
    std::cout << compare_json(comparison).dump(2) << '\n';
  } else {
    std::cout << compare_text(comparison);
  }
  return static_cast<int>(ExitCode::done);
}

}  // namespace rapport
