#include <iostream>

#include "analysis/findings/compare.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/compare_json.hpp"
#include "app/compare_text.hpp"
#include "app/named_in_result.hpp"
#include "core/failure.hpp"

namespace rapport {
namespace {

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
    chosen.baseline = campaign_named((*values)["baseline"].as<std::string>(), reader.design());
  }
  if (values->count("point") > 0) {
    chosen.point = checked_point((*values)["point"].as<std::int64_t>(), reader.design());
  }
  if (!common.json && reader.design().points.size() > most_points_in_full) {
    chosen.kept = std::vector<Measure>();
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
