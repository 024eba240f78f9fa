// Judges one design point by the stopping rule: are more replicates wanted?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "parameters/stop_rule.hpp"
#include "statistics/simultaneous.hpp"

namespace rapport {

/// Position of the rule's measure in the registry.
std::size_t measure_of(const StopRule& rule);

/// The replicates that every campaign gets before anything is judged.
std::uint32_t first_look(const StopRule& rule);

/// How many replicates of each campaign are wanted, now that those of `wanted` are there: the same
/// number when the rule is content, else one more batch of the campaigns that still matter, up to
/// the rule's most. `values[campaign][replicate]`, NaN where a run failed. The intervals of a rule
/// of precision hold together for all campaigns, like those of `rapport compare`.
std::vector<std::uint32_t> replicates_wanted(const StopRule& rule, std::uint32_t baseline,
                                             std::span<const std::vector<double>> values,
                                             std::span<const std::uint32_t> wanted, MaxT& max_t);

/// The campaign that a rule of selection has chosen after so many replicates; nothing while several
/// may be the best, and with another kind of rule.
std::optional<std::size_t> selected_campaign(const StopRule& rule,
                                             std::span<const std::vector<double>> values,
                                             std::uint32_t replicates);

}  // namespace rapport
