// A study: everything a scenario asks for, read, checked and laid out as runs.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "input/scenario_text.hpp"
#include "network/network.hpp"
#include "parameters/scenario.hpp"
#include "results/design.hpp"

namespace rapport {

/// One design point: its scenario and, unless each replicate draws its own, its network.
struct StudyPoint {
  Scenario scenario;
  std::shared_ptr<const Network> network;  // shared by points that ask for the same one
};

struct Study {
  Design design;
  std::vector<StudyPoint> points;
  NetworkSample sample;  // of the first point's network

  /// The network of a replicate: the point's own, or a new one.
  std::shared_ptr<const Network> network_of(std::uint32_t point, std::uint32_t replicate) const;
};

/// Reads the scenario at every design point and builds the networks. `command_line` is the
/// canonical one. Throws Failure with all mistakes of the scenario as its message, or with the
/// reason why the study does not fit into memory.
Study prepare_study(const ScenarioText& text, const std::string& command_line);

/// Throws Failure when a campaign names a person whom a network of that many people does not have.
void check_named_people(const Scenario& scenario, std::uint32_t people);

/// Throws Failure when the results would not fit on the disk that holds `result_path`.
void check_disk(const Study& study, const std::string& result_path);

/// Bytes of results that a study leaves on disk, journal and result file together.
std::uint64_t result_bytes(const Design& design);

/// Two campaigns that do not work equally many hours a day, in words; empty when all do.
std::string unequal_budget(const Scenario& scenario);

}  // namespace rapport
