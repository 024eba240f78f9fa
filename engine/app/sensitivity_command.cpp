#include <iostream>

#include "analysis/findings/headline_measures.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/named_in_result.hpp"
#include "app/sensitivity_text.hpp"
#include "core/failure.hpp"

namespace rapport {
namespace {

CommandUsage sensitivity_usage() {
  namespace options = boost::program_options;
  CommandUsage usage{.name = "sensitivity",
                     .synopsis = "RESULT.h5 [--measure NAME]... [--baseline NAME] [--json]",
                     .meaning =
                         "Tells which swept parameters the difference between campaigns "
                         "depends on: elementary effects of a sweep with method = "
                         "\"morris\", Sobol indices of one with method = \"saltelli\".",
                     .words = {"result"}};
  usage.options.add_options()(
      "measure", options::value<std::vector<std::string>>()->value_name("NAME"),
      "measure to explain, may be repeated (default: the four main results)")(
      "baseline", options::value<std::string>()->value_name("NAME"),
      "campaign that the others are compared with");
  add_common_options(usage.options);
  return usage;
}

}  // namespace

int sensitivity_command(std::span<const std::string> arguments) {
  const CommandUsage usage = sensitivity_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return static_cast<int>(ExitCode::done);
  const CommonOptions common = common_options(*values);
  std::vector<Measure> measures(headline_result.begin(), headline_result.end());
  if (values->count("measure") > 0) {
    measures.clear();
    for (const auto& name : (*values)["measure"].as<std::vector<std::string>>()) {
      measures.push_back(measure_named(name));
    }
  }
  const ResultReader reader = ResultReader::open(required_word(*values, usage, "result"));
  const Design& design = reader.design();
  const std::size_t baseline = values->count("baseline") > 0
                                   ? campaign_named((*values)["baseline"].as<std::string>(), design)
                                   : design.baseline;
  Inference inference(design.seed);
  const Sensitivity found = sensitivity(table_of(reader), baseline, measures, inference);
  if (common.json) {
    std::cout << sensitivity_json(found).dump(2) << '\n';
  } else {
    std::cout << sensitivity_text(found);
  }
  return static_cast<int>(ExitCode::done);
}

}  // namespace rapport
