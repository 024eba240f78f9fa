#include <algorithm>
#include <fmt/format.h>
#include <iostream>

#include "app/attribution_text.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/credited_sales.hpp"
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
                         "Runs a scenario beside a control that does nothing, with the same luck, "
                         "and tells how many sales each campaign really added and what "
                         "attribution by first touch, last touch, linear or Shapley rule would "
                         "have claimed. Writes no file.",
                     .words = {"scenario"}};
  add_set_option(usage.options);
  add_common_options(usage.options);
  return usage;
}

void expect_attributable(const Scenario& scenario, const std::string& name) {
  const auto acts = [](const Campaign& campaign) { return campaign.strategy != control_strategy; };
  if (!scenario.sweep.empty()) {
    throw Failure(ExitCode::usage,
                  fmt::format("{} has a [sweep] (sales are attributed at one point); leave it out "
                              "with --set 'sweep={{}}' --set 'expect=[]' and choose its point "
                              "with --set",
                              name));
  }
  if (std::none_of(scenario.campaigns.begin(), scenario.campaigns.end(), acts)) {
    throw Failure(
        ExitCode::usage,
        fmt::format("every campaign of {} does nothing (there is nothing to attribute)", name));
  }
}

/// The number of the campaign that does nothing; one is added where there is none. Campaigns do not
/// influence each other, so the others stay as they are.
std::size_t find_control(std::vector<Campaign>& campaigns) {
  const auto idle = [](const Campaign& campaign) { return campaign.strategy == control_strategy; };
  const auto found = std::find_if(campaigns.begin(), campaigns.end(), idle);
  const auto control = static_cast<std::size_t>(found - campaigns.begin());
  if (found == campaigns.end()) {
    Campaign added;
    added.name = added.strategy = control_strategy;
    campaigns.push_back(std::move(added));
  }
  return control;
}

CreditedStudy credit_sales(Study& study, const CommonOptions& options) {
  Scenario& scenario = study.points.front().scenario;
  CreditedStudy credited;
  credited.title = study.design.title.empty() ? study.design.scenario_name : study.design.title;
  const std::size_t of_scenario = scenario.campaigns.size();
  const std::size_t control = find_control(scenario.campaigns);
  credited.control = scenario.campaigns[control].name;
  credited.control_added = control == of_scenario;
  for (const ChannelRow& channel : channel_table) credited.channels.emplace_back(channel.name);
  for (const Campaign& campaign : scenario.campaigns) {
    credited.campaigns.push_back(no_sales_yet(campaign.name, scenario.replicates));
  }
  const StopSignals signals;
  run_logged(
      study, options.threads,
      [&](auto campaign, auto replicate, const RunResult& result, const TouchLog& log) {
        enter(credited.campaigns[campaign], replicate, value_of(result.final, Measure::sales), log);
      },
      [&] { return signals.asked(); });
  const auto aside = credited.campaigns.begin() + static_cast<std::ptrdiff_t>(control);
  credited.control_sales = aside->sales;
  credited.campaigns.erase(aside);
  return credited;
}

}  // namespace

int attribute_command(std::span<const std::string> arguments) {
  const CommandUsage usage = attribute_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return static_cast<int>(ExitCode::done);
  const std::string scenario = required_word(*values, usage, "scenario");
  const CommonOptions options = common_options(*values);
  const auto argument = read_scenario_argument(scenario, *values);
  if (argument.code != ExitCode::done) return static_cast<int>(argument.code);
  expect_attributable(argument.scenario, argument.text.name);
  Study study = prepare_study(argument.text, "rapport attribute", options.threads);
  const Attribution found = attribution(credit_sales(study, options));
  if (options.json) {
    std::cout << attribution_json(found).dump(2) << '\n';
  } else {
    std::cout << attribution_text(found);
  }
  return static_cast<int>(ExitCode::done);
}

}  // namespace rapport
