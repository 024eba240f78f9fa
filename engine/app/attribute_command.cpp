#include <algorithm>
#include <fmt/format.h>
#include <iostream>

#include "app/attribution_text.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/credited_sales.hpp"
#include "app/network_cache_option.hpp"
#include "app/scenario_argument.hpp"
#include "app/stop_signals.hpp"
#include "experiment/run_logged.hpp"
#include "measures/measures.hpp"

namespace rapport {
namespace {

constexpr std::string_view control_strategy = "do-nothing";

CommandUsage attribute_usage() {
  CommandUsage usage{.name = "attribute",
                     .synopsis = "SCENARIO.toml [OPTION]...",
                     .meaning =
                         "Runs each campaign of a scenario beside one that does nothing, with the "
                         "same rivals and the same luck, and tells how many sales each "
                         "campaign really added and what attribution by first touch, last touch, "
                         "linear or Shapley rule would "
                         "have claimed. Writes no file.",
                     .words = {"scenario"}};
  add_set_option(usage.options);
  add_network_cache_option(usage.options);
  add_common_options(usage.options);
  return usage;
}

bool does_nothing(const Campaign& campaign) {
  return campaign.strategy == control_strategy;
}

void expect_attributable(const Scenario& scenario, const std::string& name) {
  if (!scenario.sweep.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{} has a [sweep] (sales are attributed at one point); leave it out "
                              "with --set 'sweep={{}}' and choose its point with --set",
                              name));
  }
  if (std::all_of(scenario.campaigns.begin(), scenario.campaigns.end(), does_nothing)) {
    throw Failure(
        ExitCode::usage,
        fmt::format("every campaign of {} does nothing (there is nothing to attribute)", name));
  }
}

/// The campaign without its work: the same sender beside the same rivals, in the same world.
Campaign control_of(const Campaign& campaign) {
  Campaign control = campaign;
  control.strategy = control_strategy;
  control.settings.clear();
  control.ids.clear();
  control.labels.clear();
  control.parts.clear();
  return control;
}

CreditedStudy credit_sales(const Study& study, const CommonOptions& options) {
  Scenario scenario = study.scenario_of(0);
  CreditedStudy credited;
  credited.title = study.design.title.empty() ? study.design.scenario_name : study.design.title;
  credited.replicates = scenario.replicates;
  for (const ChannelRow& channel : channel_table) credited.channels.emplace_back(channel.name);
  // Campaigns do not influence each other, so controls may run among them.
  std::erase_if(scenario.campaigns, does_nothing);
  const std::size_t acting = scenario.campaigns.size();
  for (std::size_t k = 0; k < acting; ++k) {
    credited.campaigns.push_back(no_sales_yet(scenario.campaigns[k].name, scenario.replicates));
    scenario.campaigns.push_back(control_of(scenario.campaigns[k]));
  }
  const StopSignals signals;
  run_logged(
      study, scenario, options.threads,
      [&](auto campaign, auto replicate, const RunResult& result, const TouchLog& log) {
        const double sales = value_of(result.final, Measure::sales);
        if (campaign < acting) {
          enter(credited.campaigns[campaign], replicate, sales, log);
        } else {
          credited.campaigns[campaign - acting].control_sales[replicate] = sales;
        }
      },
      [&] { return signals.asked(); });
  return credited;
}

}  // namespace

int attribute_command(std::span<const std::string> arguments) {
  const CommandUsage usage = attribute_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return static_cast<int>(ExitCode::done);
  const std::string scenario = required_word(*values, usage, "scenario");
  const CommonOptions options = common_options(*values);
  const auto argument = read_scenario_argument(scenario, *values, Claims::dropped);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  expect_attributable(argument.scenario, argument.text.name);
  const Study study = prepare_study(argument.text, "rapport attribute",
                                    {options.threads, network_cache_option(*values)});
  const Attribution found = attribution(credit_sales(study, options));
  if (options.json) {
    std::cout << attribution_json(found).dump(2) << '\n';
  } else {
    std::cout << attribution_text(found);
  }
  return static_cast<int>(ExitCode::done);
}

}  // namespace rapport
