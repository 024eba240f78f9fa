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

std::vector<StudyPoint> read_points(PointReader& reader, Design& design, const Preparing& report) {
  const Scenario& first = reader.scenario();
  const std::uint64_t count = point_count(first.sweep_method, first.sweep);
  for (const SweepAxis& axis : first.sweep) {
    design.parameters.push_back(axis.parameter);
    design.ranges.push_back(axis.range);
  }
  if (!first.sweep.empty()) design.sweep_method = sweep_method_name(first.sweep_method);
  std::vector<StudyPoint> points;
  for (std::uint64_t k = 0; k < count; ++k) {
    const auto positions = point_positions(first.sweep_method, first.sweep, k);
    std::vector<double> values;
    for (std::size_t axis = 0; axis < first.sweep.size(); ++axis) {
      values.push_back(first.sweep[axis].values[positions[axis]]);
    }
    points.push_back({reader.at(positions), nullptr});
    design.points.push_back(std::move(values));
    if (report) report("design points are read", k + 1, count);
  }
  return points;
}

void expect_ratings(const Scenario& scenario, const Network& network) {
  if (scenario.parameters.trust.prior_from_ratings == 0 || !network.strength.empty()) return;
  throw Failure(ExitCode::bad_data,
                "trust.prior_from_ratings is above 0, but the ties of the network have no ratings; "
                "read a file that has them, or leave the key out");
}

}  // namespace

std::shared_ptr<const Network> Study::network_of(std::uint32_t point,
                                                 std::uint32_t replicate) const {
  const StudyPoint& here = points[point];
  if (!here.scenario.network.per_replicate || replicate == 0) return here.network;
  return std::make_shared<const Network>(
      build_network(here.scenario.network, here.scenario.seed, replicate));
}

Study lay_out_study(const ScenarioText& text, const std::string& command_line,
                    const Preparing& report) {
  PointReader reader(text);
  const Scenario& scenario = reader.scenario();
  Study study;
  Design& design = study.design;
  study.points = read_points(reader, design, report);
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
  const NetworkSpec& first = study.points.front().scenario.network;
  design.people = first.kind == NetworkKind::file ? 0 : first.people;
  design.days = scenario.horizon_days;
  design.daily = scenario.daily == DailyOutput::all;
  design.people_output = scenario.people;
  design.network_per_replicate = scenario.network.per_replicate;
  return study;
}

void build_networks(Study& study, const NetworkBuilding& building, const Preparing& report) {
  const Crew crew = crew_of_threads(building.threads);
  struct Built {
    std::shared_ptr<const Network> network;
    NamedPeople people;
  };
  std::map<std::pair<NetworkSpec, std::uint64_t>, Built> built;
  std::uint64_t done = 0;
  for (StudyPoint& point : study.points) {
    Scenario& scenario = point.scenario;
    const std::pair key(scenario.network, scenario.seed);
    auto found = built.find(key);
    if (found == built.end()) {
      auto network = std::make_shared<const Network>(
          cached_network(building.cache, scenario.network, scenario.seed, crew));
      NamedPeople people(*network);
      found = built.emplace(key, Built{std::move(network), std::move(people)}).first;
    }
    point.network = found->second.network;
    found->second.people.number(scenario);
    expect_ratings(scenario, *point.network);
    if (report) report("design points have their network", ++done, study.points.size());
  }
  const Network& first = *study.points.front().network;
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
