#include "experiment/calibrate.hpp"

#include <fmt/format.h>
#include <numeric>
#include <stdexcept>
#include <tbb/parallel_for.h>
#include <vector>

#include "experiment/hand_over.hpp"
#include "input/network_source.hpp"
#include "simulation/world.hpp"
#include "strategies/registry.hpp"

namespace rapport {
namespace {

constexpr std::uint32_t people = 5'000;
constexpr std::uint64_t seed = 20'000;  // any other luck than that of the default scenario

Campaign one_day_campaign(const CalibrationTarget& target) {
  const bool note = target.parameter == "acceptance.note_intercept";
  const bool blank = target.parameter == "acceptance.blank_intercept";
  const StrategyRow& row = *find_strategy(note ? "thoughtful-engagement" : "spam-blast");
  Campaign campaign;
  campaign.name = campaign.strategy = row.name;
  campaign.hours_per_day = 24;
  for (const ParameterRow& setting : row.parameters) {
    double value =
        target.set == ParameterSet::seed ? setting.seed_default : setting.benchmark_default;
    // Everybody is addressed on this one day, whatever a message costs.
    if (setting.name == "note_seconds" || setting.name == "message_seconds") {
      value = 24.0 * 3600.0 / people;
    }
    if (setting.name == "channel") value = blank ? 1 : 0;
    campaign.settings.push_back(value);
  }
  return campaign;
}

Scenario one_day_scenario(const CalibrationTarget& target, double intercept) {
  Scenario scenario;
  scenario.seed = seed;
  scenario.horizon_days = 1;
  scenario.parameter_set = target.set;
  scenario.parameters = default_parameters(target.set);
  scenario.parameters.platform.invitations_per_week = 1e9;  // the mean is per message sent
  scenario.parameters.platform.pending_cap = 1e9;
  scenario.network.people = people;
  scenario.daily = DailyOutput::none;
  if (target.parameter == "reply.out_of_market_intercept") {
    scenario.parameters.market.in_market_share = 0;
  }
  if (target.parameter == "reply.in_market_intercept") {
    scenario.parameters.market.in_market_share = 1;
  }
  const auto rows = parameter_rows();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (fmt::format("{}.{}", rows[row].group, rows[row].name) == target.parameter) {
      parameter_value(scenario.parameters, row) = intercept;
    }
  }
  scenario.campaigns = {one_day_campaign(target)};
  return scenario;
}

const Network& calibration_network() {
  static const Network network = [] {
    NetworkSpec spec;
    spec.people = people;
    return build_network(spec, seed, 0);
  }();
  return network;
}

}  // namespace

std::vector<CalibrationTarget> calibration_targets() {
  constexpr auto seed_set = ParameterSet::seed;
  constexpr auto benchmark = ParameterSet::benchmark;
  return {{"seed_blank", seed_set, "acceptance.blank_intercept", 0.05},
          {"seed_note", seed_set, "acceptance.note_intercept", 0.50},
          {"seed_reply_out", seed_set, "reply.out_of_market_intercept", 0.0},
          {"seed_reply_in", seed_set, "reply.in_market_intercept", 1.0},
          {"benchmark_blank", benchmark, "acceptance.blank_intercept", 0.26},
          {"benchmark_note", benchmark, "acceptance.note_intercept", 0.45},
          {"benchmark_reply_out", benchmark, "reply.out_of_market_intercept", 0.02},
          {"benchmark_reply_in", benchmark, "reply.in_market_intercept", 0.15}};
}

double answered_share(const CalibrationTarget& target, double intercept, std::uint32_t replicates) {
  const Scenario scenario = one_day_scenario(target, intercept);
  const Network& network = calibration_network();
  const Measure measure =
      target.parameter.starts_with("reply.") ? Measure::replies : Measure::connections;
  std::vector<double> answered(replicates);
  const auto run = [&](std::uint32_t replicate) {
    const hand_over::Task task;
    WorldMemory memory;
    const Population population =
        draw_population(network, scenario.parameters, Draws(seed, replicate));
    answered[replicate] =
        value_of(run_world({scenario, network, population, 0, replicate}, memory).final, measure);
  };
  {
    const hand_over::HandedOut handed_out;
    tbb::parallel_for(std::uint32_t{0}, replicates, run);
  }
  const double sum = std::accumulate(answered.begin(), answered.end(), 0.0);
  return sum / (static_cast<double>(replicates) * people);
}

double solve_intercept(const CalibrationTarget& target, std::uint32_t replicates) {
  if (target.mean <= 0) return -99;
  if (target.mean >= 1) return 99;
  double low = -12, high = 12;
  if (answered_share(target, high, replicates) < target.mean) {
    throw std::runtime_error(
        fmt::format("{}: a mean of {} cannot be reached", target.name, target.mean));
  }
  while (high - low > 1e-5) {
    const double middle = (low + high) / 2;
    (answered_share(target, middle, replicates) < target.mean ? low : high) = middle;
  }
  return (low + high) / 2;
}

std::string calibrated_header(std::uint32_t replicates) {
  std::string text =
      "// Written by `rapport calibrate`; a test solves them again. Do not edit by hand.\n"
      "#pragma once\n\nnamespace rapport::calibrated {\n\n";
  for (const CalibrationTarget& target : calibration_targets()) {
    text += fmt::format("inline constexpr double {} = {:.4f};\n", target.name,
                        solve_intercept(target, replicates));
  }
  return text + "\n}  // namespace rapport::calibrated\n";
}

}  // namespace rapport
