// The design of an experiment as a result file keeps it: what was to be run, and from which text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ids.hpp"
#include "network/network_sample.hpp"
#include "parameters/expectation.hpp"
#include "parameters/stop_rule.hpp"
#include "parameters/sweep_range.hpp"
#include "results/shard.hpp"

namespace rapport {

/// Names one run: design point, campaign, replicate.
struct RunKey {
  std::uint32_t point = 0;
  std::uint32_t campaign = 0;
  std::uint32_t replicate = 0;
  friend auto operator<=>(const RunKey&, const RunKey&) = default;
};

struct Design {
  std::string title;
  std::string digest;         // hex; equal for equal designs whatever `replicates` is
  std::string canonical;      // what the digest is taken of: a line "key=value" for each setting
  std::string scenario;       // whole scenario text, `--set` applied
  std::string scenario_name;  // file name without folder
  std::string command_line;   // canonical: subcommand, scenario name, --set only
  std::uint64_t seed = 0;
  std::vector<std::string> campaigns;
  std::uint32_t baseline = 0;    // index into campaigns
  std::uint32_t replicates = 0;  // with a stopping rule: the most that any campaign gets
  StopRule stop;
  Shard shard;                 // the part that this file is to hold
  std::uint32_t people = 0;    // at the first design point
  Day days = 0;                // horizon
  bool daily = true;           // daily series are kept
  bool people_output = false;  // final trust and annoyance of every person are kept
  bool network_per_replicate = false;
  std::vector<std::string> parameters;      // dotted names of the swept parameters
  std::vector<std::vector<double>> points;  // [point][parameter]; one empty point when no sweep
  std::string sweep_method;                 // as the scenario names it; empty when no sweep
  /// [parameter]; what a sampled design drew its values from, nothing where they were listed.
  std::vector<std::optional<SweepRange>> ranges;
  std::vector<Expectation> expectations;  // what the scenario's author claims

  Shard::Deal deal() const { return stop.is_set() ? Shard::Deal::points : Shard::Deal::replicates; }
  /// Whether the shard holds that replicate of that point.
  bool holds(std::uint32_t point, std::uint32_t replicate) const {
    return shard.holds(point, replicate, points.size(), deal());
  }
  /// Runs of the shard.
  std::size_t shard_runs() const {
    const std::size_t turns =
        deal() == Shard::Deal::points ? points.size() : points.size() * replicates;
    const std::size_t held = turns / shard.count + (shard.index < turns % shard.count ? 1 : 0);
    return held * campaigns.size() * (deal() == Shard::Deal::points ? replicates : 1);
  }
  std::size_t runs() const { return points.size() * campaigns.size() * replicates; }
  /// The run at a position in canonical order.
  RunKey key(std::size_t position) const {
    return {static_cast<std::uint32_t>(position / replicates / campaigns.size()),
            static_cast<std::uint32_t>(position / replicates % campaigns.size()),
            static_cast<std::uint32_t>(position % replicates)};
  }
  /// Position in canonical order: point, campaign, replicate.
  std::size_t position(RunKey key) const {
    return (key.point * campaigns.size() + key.campaign) * replicates + key.replicate;
  }
};

}  // namespace rapport
