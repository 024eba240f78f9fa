// Insight: what a sender has heard of the topics that people of each community care for.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "core/ids.hpp"
#include "population/traits.hpp"

namespace rapport {

/// Counts by community and topic, which fade as they grow old. Grows with the communities that were
/// listened to, not with those there are.
class Insight {
 public:
  /// Takes note of one person of the community who cares most for the topic. What was heard before
  /// fades with the half-life, in days.
  void hear(std::uint32_t community, std::uint8_t topic, Day today, double half_life);

  /// How many people's worth of hearing is left of what was heard of a community.
  float sample(std::uint32_t community, Day today, double half_life) const;

  /// The topic heard most often there; none where less than half a person's worth is left. Among
  /// equals the lower number.
  std::optional<std::uint8_t> best_topic(std::uint32_t community, Day today,
                                         double half_life) const;

 private:
  struct Heard {
    std::array<float, topics> of_topic{};
    Day day = 0;  // to which the counts have faded
  };
  std::unordered_map<std::uint32_t, Heard> heard_;
};

}  // namespace rapport
