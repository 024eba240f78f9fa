#include "experiment/study.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "core/counted.hpp"
#include "core/failure.hpp"
#include "experiment/crew_of_threads.hpp"
#include "experiment/memory_needs.hpp"
#include "experiment/named_people.hpp"
#include "input/design_digest.hpp"
#include "input/network_sample.hpp"
#include "input/network_source.hpp"
#include "input/scenario_reader.hpp"
#include "input/sweep_points.hpp"
#include "measures/measures.hpp"

namespace rapport {
namespace {

constexpr std::size_t pictured_people = 2'000;

void note_axes(const Scenario& scenario, Design& design) {
  for (const SweepAxis& axis : scenario.sweep) {
    design.parameters.push_back(axis.parameter);
    design.ranges.push_back(axis.range);
  }
  if (!scenario.sweep.empty()) design.sweep_method = sweep_method_name(scenario.sweep_method);
}

std::vector<double> values_at(const Scenario& scenario, std::uint64_t point) {
  const auto positions = point_positions(scenario.sweep_method, scenario.sweep, point);
  std::vector<double> values(positions.size());
  for (std::size_t axis = 0; axis < values.size(); ++axis) {
    values[axis] = scenario.sweep[axis].values[positions[axis]];
  }
  return values;
}

/// Reads every point, so that all are known to be right before anything is run.
void read_points(Study& study, const Preparing& report) {
  const Scenario& scenario = study.reader->scenario();
  const std::uint64_t count = point_count(scenario.sweep_method, scenario.sweep);
  std::map<NetworkSpec, std::uint32_t> known;
  study.points.reserve(count);
  study.design.points.reserve(count);
  for (std::uint32_t k = 0; k < count; ++k) {
    const Scenario here = study.reader->at(k);
    const auto [found, is_new] =
        known.emplace(here.network, static_cast<std::uint32_t>(known.size()));
    if (is_new) study.networks.push_back({.spec = here.network});
    StudyNetwork& network = study.networks[found->second];
    if (here.parameters.trust.prior_from_ratings != 0) network.has_to_have_ratings = true;
    study.points.push_back({k, found->second});
    study.design.points.push_back(values_at(scenario, k));
    if (report) report("design points are read", k + 1, count);
  }
}

void expect_ratings(const StudyNetwork& network) {
  if (!network.has_to_have_ratings || !network.built->strength.empty()) return;
  throw Failure(ExitCode::bad_data,
                "trust.prior_from_ratings is above 0, but the ties of the network have no ratings; "
                "read a file that has them, or leave the key out");
}

}  // namespace

Scenario Study::scenario_of(std::size_t point) const {
  Scenario scenario = reader->at(points[point].number);
  networks[points[point].network].people.number(scenario);
  return scenario;
}

std::shared_ptr<const Network> Study::network_of(std::size_t point, std::uint32_t replicate) const {
  const StudyNetwork& here = networks[points[point].network];
  if (!here.spec.per_replicate || replicate == 0) return here.built;
  return std::make_shared<const Network>(build_network(here.spec, design.seed, replicate));
}

Study at_points(Study study, const std::vector<std::size_t>& points) {
  const auto all = std::exchange(study.points, {});
  const auto networks = std::exchange(study.networks, {});
  std::map<std::uint32_t, std::uint32_t> kept;
  for (const std::size_t point : points) {
    const auto [found, is_new] =
        kept.emplace(all[point].network, static_cast<std::uint32_t>(kept.size()));
    if (is_new) study.networks.push_back(networks[all[point].network]);
    study.points.push_back({all[point].number, found->second});
  }
  return study;
}

Study lay_out_study(const ScenarioText& text, const std::string& command_line,
                    const Preparing& report) {
  Study study;
  study.reader = std::make_shared<const PointReader>(text);
  const Scenario& scenario = study.reader->scenario();
  Design& design = study.design;
  note_axes(scenario, design);
  read_points(study, report);
  design.title = scenario.title;
  design.digest = design_digest(scenario);
  design.canonical = canonical_design(scenario);
  design.scenario = effective_text(text);
  design.scenario_name = text.name;
  design.command_line = command_line;
  design.seed = scenario.seed;
  for (const Campaign& campaign : scenario.campaigns) design.campaigns.push_back(campaign.name);
  design.baseline = scenario.baseline;
  design.expectations = scenario.expectations;
  design.stop = scenario.stop;
  design.replicates = scenario.stop.is_set() ? scenario.stop.max_replicates : scenario.replicates;
  const NetworkSpec& first = study.networks.front().spec;
  design.people = first.kind == NetworkKind::file ? 0 : first.people;
  design.days = scenario.horizon_days;
  design.daily = scenario.daily == DailyOutput::all;
  design.people_output = scenario.people;
  design.network_per_replicate = scenario.network.per_replicate;
  return study;
}

void build_networks(Study& study, const NetworkBuilding& building, const Preparing& report) {
  const Crew crew = crew_of_threads(building.threads);
  std::uint64_t done = 0;
  for (StudyNetwork& network : study.networks) {
    network.built = std::make_shared<const Network>(
        cached_network(building.cache, network.spec, study.design.seed, crew));
    // Whom campaigns name is the same at all points: names cannot be swept.
    network.people = NamedPeople(study.reader->scenario(), *network.built);
    expect_ratings(network);
    if (report) report("networks are built", ++done, study.networks.size());
  }
  const Network& first = *study.networks.front().built;
  study.design.people = first.graph.people();
  study.sample = sample_network(first, pictured_people, study.design.seed);
}

Study prepare_study(const ScenarioText& text, const std::string& command_line,
                    const NetworkBuilding& building) {
  Study study = lay_out_study(text, command_line);
  expect_memory(study, building.threads);
  build_networks(study, building);
  expect_memory(study, building.threads);  // the people of a file are known only now
  return study;
}

std::uint64_t result_bytes(const Design& design) {
  double bytes_per_run = 8.0 * static_cast<double>(measure_count) + 64;
  if (design.daily) bytes_per_run += 4.0 * static_cast<double>(measure_count) * design.days;
  if (design.people_output) bytes_per_run += 8.0 * design.people;
  // Once in the journal, once in the result file while both exist; the file of a shard has room for
  // all runs.
  const auto runs = static_cast<double>(design.runs());
  return static_cast<std::uint64_t>(bytes_per_run * (runs + runs / design.shard.count));
}

void check_disk(const Study& study, const std::string& result_path) {
  const std::uint64_t needed = result_bytes(study.design);
  const std::uint64_t available = free_disk(result_path);
  if (available == 0 || needed <= available) return;
  throw Failure(
      ExitCode::cannot_create,
      fmt::format("{} would leave about {:.1f} GiB, but only {:.1f} GiB are free where "
                  "{} is to be written; use fewer replicates or points, set [output] daily "
                  "= \"none\", or choose another folder",
                  counted(study.design.runs(), "run", "runs"),
                  static_cast<double>(needed) * 0x1p-30, static_cast<double>(available) * 0x1p-30,
                  result_path));
}

void expect_room(const Study& study, const std::string& result_path, unsigned threads) {
  expect_memory(study, threads);
  check_disk(study, result_path);
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
