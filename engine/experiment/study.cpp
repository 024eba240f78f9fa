#include "experiment/study.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "experiment/resources.hpp"
#include "input/design_digest.hpp"
#include "input/network_sample.hpp"
#include "input/network_source.hpp"
#include "input/scenario_reader.hpp"
#include "input/sweep_points.hpp"
#include "measures/measures.hpp"

namespace rapport {
namespace {

constexpr std::size_t pictured_people = 2'000;

Scenario read_point(const ScenarioText& text, const std::vector<Override>& point) {
  ReadOutcome outcome = read_scenario(text, point);
  if (outcome.diagnostics.has_errors()) {
    throw Failure(outcome.diagnostics.code(), outcome.diagnostics.text());
  }
  return std::move(outcome.scenario);
}

// What a world of this size needs while it runs, beside the network: traits, relations, the list of
// touched people, and what generators need for a moment.
std::uint64_t bytes_of_network(const NetworkSpec& spec) {
  if (spec.kind == NetworkKind::file) return 0;  // known once it is read
  const double degree = spec.kind == NetworkKind::complete ? spec.people : spec.mean_degree;
  return static_cast<std::uint64_t>(spec.people * (12.0 + 4.0 * degree));
}

std::uint64_t bytes_of_worlds(std::uint64_t people) {
  return people * 40 * allowed_threads();
}

bool same_network(const NetworkSpec& a, const NetworkSpec& b) {
  return a.kind == b.kind && a.people == b.people && a.mean_degree == b.mean_degree &&
         a.community_size == b.community_size && a.within_share == b.within_share &&
         a.rewiring == b.rewiring && a.per_replicate == b.per_replicate && a.path == b.path &&
         a.groups == b.groups;
}

void check_memory(const std::vector<StudyPoint>& points) {
  std::uint64_t networks = 0, worlds = 0;
  for (std::size_t k = 0; k < points.size(); ++k) {
    const NetworkSpec& spec = points[k].scenario.network;
    worlds = std::max(worlds, bytes_of_worlds(spec.people));
    const bool seen = std::any_of(
        points.begin(), points.begin() + static_cast<std::ptrdiff_t>(k),
        [&](const StudyPoint& earlier) { return same_network(earlier.scenario.network, spec); });
    if (!seen) networks += bytes_of_network(spec);
  }
  const std::uint64_t available = available_memory();
  if (networks + worlds <= available) return;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("the networks of this study need about {:.1f} GiB and its worlds {:.1f} GiB, but "
                  "only {:.1f} GiB of memory are free; use fewer people, fewer design points that "
                  "change the network, or fewer threads",
                  static_cast<double>(networks) * 0x1p-30, static_cast<double>(worlds) * 0x1p-30,
                  static_cast<double>(available) * 0x1p-30));
}

std::vector<StudyPoint> read_points(const ScenarioText& text, const Scenario& first,
                                    Design& design) {
  const std::uint64_t count = point_count(first.sweep_method, first.sweep);
  for (const SweepAxis& axis : first.sweep) design.parameters.push_back(axis.parameter);
  std::vector<StudyPoint> points;
  for (std::uint64_t k = 0; k < count; ++k) {
    const auto positions = point_positions(first.sweep_method, first.sweep, k);
    std::vector<Override> point;
    std::vector<double> values;
    for (std::size_t axis = 0; axis < first.sweep.size(); ++axis) {
      values.push_back(first.sweep[axis].values[positions[axis]]);
      point.push_back({first.sweep[axis].parameter, values.back()});
    }
    points.push_back({point.empty() ? first : read_point(text, point), nullptr});
    design.points.push_back(std::move(values));
  }
  return points;
}

void build_networks(std::vector<StudyPoint>& points) {
  for (std::size_t k = 0; k < points.size(); ++k) {
    StudyPoint& point = points[k];
    for (std::size_t earlier = 0; earlier < k && !point.network; ++earlier) {
      const Scenario& other = points[earlier].scenario;
      if (same_network(other.network, point.scenario.network) &&
          other.seed == point.scenario.seed) {
        point.network = points[earlier].network;
      }
    }
    if (!point.network) {
      point.network = std::make_shared<const Network>(
          build_network(point.scenario.network, point.scenario.seed, 0));
    }
    check_named_people(point.scenario, point.network->graph.people());
  }
}

}  // namespace

std::shared_ptr<const Network> Study::network_of(std::uint32_t point,
                                                 std::uint32_t replicate) const {
  const StudyPoint& here = points[point];
  if (!here.scenario.network.per_replicate || replicate == 0) return here.network;
  return std::make_shared<const Network>(
      build_network(here.scenario.network, here.scenario.seed, replicate));
}

Study prepare_study(const ScenarioText& text, const std::string& command_line) {
  const Scenario scenario = read_point(text, {});
  Study study;
  Design& design = study.design;
  study.points = read_points(text, scenario, design);
  check_memory(study.points);
  build_networks(study.points);
  design.title = scenario.title;
  design.digest = design_digest(scenario);
  design.canonical = canonical_design(scenario);
  design.scenario = effective_text(text);
  design.scenario_name = text.name;
  design.command_line = command_line;
  design.seed = scenario.seed;
  for (const Campaign& campaign : scenario.campaigns) design.campaigns.push_back(campaign.name);
  design.baseline = scenario.baseline;
  design.replicates = scenario.replicates;
  design.people = study.points.front().network->graph.people();
  design.days = scenario.horizon_days;
  design.daily = scenario.daily == DailyOutput::all;
  design.people_output = scenario.people;
  design.network_per_replicate = scenario.network.per_replicate;
  study.sample = sample_network(*study.points.front().network, pictured_people, scenario.seed);
  return study;
}

std::uint64_t result_bytes(const Design& design) {
  double bytes_per_run = 8.0 * static_cast<double>(measure_count) + 64;
  if (design.daily) bytes_per_run += 4.0 * static_cast<double>(measure_count) * design.days;
  if (design.people_output) bytes_per_run += 8.0 * design.people;
  // Once in the journal, once in the result file while both exist.
  return static_cast<std::uint64_t>(2.0 * bytes_per_run * static_cast<double>(design.runs()));
}

void check_named_people(const Scenario& scenario, std::uint32_t people) {
  for (const Campaign& campaign : scenario.campaigns) {
    for (const std::uint32_t id : campaign.ids) {
      if (id < people) continue;
      throw Failure(ExitCode::bad_data,
                    fmt::format("campaign \"{}\" names person {} (the network has the numbers 0 to "
                                "{}); choose a smaller number",
                                campaign.name, id, people - 1));
    }
  }
}

void check_disk(const Study& study, const std::string& result_path) {
  const std::uint64_t needed = result_bytes(study.design);
  const std::uint64_t available = free_disk(result_path);
  if (available == 0 || needed <= available) return;
  throw Failure(
      ExitCode::cannot_create,
      fmt::format("{} runs would leave about {:.1f} GiB, but only {:.1f} GiB are free where "
                  "{} is to be written; use fewer replicates or points, set [output] daily "
                  "= \"none\", or choose another folder",
                  study.design.runs(), static_cast<double>(needed) * 0x1p-30,
                  static_cast<double>(available) * 0x1p-30, result_path));
}

std::string unequal_budget(const Scenario& scenario) {
  const auto hours = [](const Campaign& a, const Campaign& b) {
    return a.hours_per_day < b.hours_per_day;
  };
  const auto [least, most] =
      std::minmax_element(scenario.campaigns.begin(), scenario.campaigns.end(), hours);
  if (least == scenario.campaigns.end() || least->hours_per_day == most->hours_per_day) return {};
  return fmt::format(
      "campaigns may not spend equally: \"{}\" works {:g} hours a day, \"{}\" {:g}; "
      "compare also gives results per hour",
      least->name, least->hours_per_day, most->name, most->hours_per_day);
}

}  // namespace rapport
