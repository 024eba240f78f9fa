// A study: everything a scenario asks for, read, checked and laid out as runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/named_people.hpp"
#include "experiment/resources.hpp"
#include "input/network_cache.hpp"
#include "input/scenario_reader.hpp"
#include "input/scenario_text.hpp"
#include "network/network.hpp"
#include "parameters/scenario.hpp"
#include "results/design.hpp"

namespace rapport {

/// A network that design points ask for. Points that ask for the same one share it.
struct StudyNetwork {
  NetworkSpec spec;
  bool has_to_have_ratings = false;           // for one of the points
  std::shared_ptr<const Network> built = {};  // missing until it is
  NamedPeople people = {};
};

/// One design point, in the few bytes that a hundred thousand of them may take: its scenario is
/// read anew for each of its runs.
struct StudyPoint {
  std::uint32_t number = 0;   // among the points of the design
  std::uint32_t network = 0;  // among the networks of the study
};

struct Study {
  Design design;
  std::vector<StudyPoint> points;
  std::vector<StudyNetwork> networks;
  NetworkSample sample;  // of the first point's network
  std::shared_ptr<const PointReader> reader;

  /// The scenario of a point, without the axes of the sweep. For studies whose networks are built;
  /// may be asked from several threads at once.
  Scenario scenario_of(std::size_t point) const;
  /// The network of a replicate: the point's own, or a new one where each has one.
  std::shared_ptr<const Network> network_of(std::size_t point, std::uint32_t replicate) const;
};

/// The study with these of its points alone, and the networks that they ask for.
Study at_points(Study study, const std::vector<std::size_t>& points);

/// Hears how far the preparation is: `done` of `total` points read or networks built.
using Preparing =
    std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)>;

/// Reads the scenario at every design point; networks and sample are still missing.
/// `command_line` is the canonical one. Throws Failure with all mistakes of the scenario as its
/// message.
Study lay_out_study(const ScenarioText& text, const std::string& command_line,
                    const Preparing& report = {});

/// By how many threads networks are built, and where they are kept. Neither changes them.
struct NetworkBuilding {
  unsigned threads = allowed_threads();
  NetworkCache cache = {};
};

/// Builds the networks of a study that was laid out, or takes them from the cache, finds the people
/// whom campaigns name by the ids of a file, and draws the sample. Once for each study. Throws
/// Failure.
void build_networks(Study& study, const NetworkBuilding& building = {},
                    const Preparing& report = {});

/// The study as it can be run on so many threads. Throws Failure like both of the above, or with
/// the reason why it does not fit into memory.
Study prepare_study(const ScenarioText& text, const std::string& command_line,
                    const NetworkBuilding& building = {});

/// Throws Failure when the results would not fit on the disk that holds `result_path`.
void check_disk(const Study& study, const std::string& result_path);

/// Throws Failure when the study has no room in memory, run on so many threads, or on that disk.
void expect_room(const Study& study, const std::string& result_path, unsigned threads);

/// Bytes of results that a study leaves on disk, journal and result file together.
std::uint64_t result_bytes(const Design& design);

/// Two campaigns that do not work equally many hours a day, in words; empty when all do.
std::string unequal_budget(const Scenario& scenario);

}  // namespace rapport
