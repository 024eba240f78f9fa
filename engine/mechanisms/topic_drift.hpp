// Topic drift: what a community cares for comes and goes, so that what was known of it ages.
#pragma once

#include <cstdint>

#include "core/random.hpp"
#include "encounter/rules.hpp"
#include "population/traits.hpp"

namespace rapport {

/// 1 in the middle of its period, -1 at both ends, straight in between; `turns` may be any number
/// of periods, 0 or more.
inline float triangle_wave(float turns) {
  const float place = turns - static_cast<float>(static_cast<std::int32_t>(turns));
  const float from_middle = place > 0.5f ? place - 0.5f : 0.5f - place;
  return 1.0f - 4.0f * from_middle;
}

/// Where in its period each topic of a community begins.
TopicPhases topic_phases(std::uint32_t community, const Draws& draws);

/// How far interests have drifted on a day: x(t) = x + strength (w(phase + t / period) - w(phase))
/// / 2, w the triangle wave, cut to [0, 1]. Every community has its own phase in every topic, so
/// nobody has to be looked at before something asks. Over random phases the mean distance after t
/// days is 2 strength d (1 - d) with d = t / period, up to half a period.
class TopicDrift {
 public:
  TopicDrift(Day day, const Parameters& parameters)
      : strength_(static_cast<float>(parameters.topic_drift.strength)),
        turns_(static_cast<float>(day / parameters.topic_drift.period_days)) {}

  /// Whether interests move at all.
  bool acts() const { return strength_ != 0.0f; }

  float interest(float at_first, float phase) const {
    const float shift = triangle_wave(phase + turns_) - triangle_wave(phase);
    const float now = at_first + 0.5f * strength_ * shift;
    const float not_below = now > 0.0f ? now : 0.0f;
    return not_below < 1.0f ? not_below : 1.0f;
  }

  /// A person of the community as it is on that day.
  Traits traits(const Traits& at_first, std::uint32_t community, const Draws& draws) const;

 private:
  float strength_, turns_;
};

}  // namespace rapport
