// A scenario as plain, checked data: what a run needs to know, nothing about files or text.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "parameters/expectation.hpp"
#include "parameters/parameters.hpp"
#include "parameters/stop_rule.hpp"
#include "parameters/sweep_range.hpp"

namespace rapport {

enum class NetworkKind : std::uint8_t {
  communities,
  scale_free,
  small_world,
  random,
  regular,
  ring,
  path,
  star,
  complete,
  file
};

struct NetworkSpec {
  NetworkKind kind = NetworkKind::communities;
  std::uint32_t people = 20'000;
  double mean_degree = 10;
  double community_size = 100;  // communities: mean people in one
  double within_share = 0.8;    // communities: share of ties that stay inside
  double rewiring = 0.1;        // small_world: probability that a tie is rewired
  bool per_replicate = false;   // draw a new network for every replicate
  std::string path;             // file: absolute path of the ties
  std::string groups;           // file: absolute path of the group labels, or empty

  friend auto operator<=>(const NetworkSpec&, const NetworkSpec&) = default;
};

/// By whose word the sender is an expert.
enum class Expertise : std::uint8_t { none, claimed, endorsed, recommended };
/// As whom it writes.
enum class Voice : std::uint8_t { person, brand };

struct Campaign {
  std::string name;
  std::string strategy;  // name in the strategy registry
  double hours_per_day = 2;
  double profile_quality = 0.5;
  double expertise = 0;            // Expertise
  double voice = 0;                // Voice
  double research = 0;             // 0: the people looked at can see who looks, 1: they cannot
  double message_errors = 0;       // share of messages that misspell the person's name
  double bad_name = 0;             // share of a message's worth that strangers do not believe
  double pull = 0;                 // chance that a stranger whom a post's topic interests follows
  std::vector<double> settings;    // parallel to the parameters of the strategy's row
  std::vector<std::uint32_t> ids;  // people named by number, for strategies that take some
  /// People named as the network's file writes them; their numbers are known once it is read.
  std::vector<std::string> labels;
  /// The strategies of a campaign that consists of several, each with a share of the hours or from
  /// a first day on; a part has no parts.
  std::vector<Campaign> parts;
  /// Other senders in the same world; they have no rivals of their own.
  std::vector<Campaign> rivals;
  double share = 0;
  Day first_day = 0;
};

struct SweepAxis {
  std::string parameter;  // dotted name as written
  std::vector<double> values;
  std::optional<SweepRange> range = {};  // that a sampled design drew the values from
};

/// How the axes of a sweep make design points: a grid of every combination; all others have their
/// values side by side, as listed or as sampled from ranges.
enum class SweepMethod : std::uint8_t { grid, list, latin_hypercube, sobol, morris, saltelli };

enum class DailyOutput : std::uint8_t { all, none };

struct Scenario {
  std::string title;
  std::uint64_t seed = 42;
  Day horizon_days = 180;
  std::uint32_t replicates = 100;
  ParameterSet parameter_set = ParameterSet::seed;
  Parameters parameters{};
  std::vector<std::string> mechanisms_off;  // names in the mechanism registry
  NetworkSpec network;
  std::vector<Campaign> campaigns;
  std::uint32_t baseline = 0;  // index into campaigns
  SweepMethod sweep_method = SweepMethod::grid;
  std::uint32_t sweep_size = 1;    // of a sampled design; what it counts depends on the method
  std::uint32_t sweep_levels = 4;  // of a morris design
  std::vector<SweepAxis> sweep;    // grid: the last axis runs fastest; others: equal lengths
  StopRule stop;
  DailyOutput daily = DailyOutput::all;
  bool people = false;  // keep final trust and annoyance of every person
  std::vector<Expectation> expectations;
};

}  // namespace rapport
