// How trust and annoyance rest between encounters, and their totals over all people.
#pragma once

#include <cmath>
#include <cstdint>

#include "core/elementary.hpp"
#include "parameters/parameters.hpp"
#include "population/relations.hpp"
#include "simulation/totals.hpp"

namespace rapport {

/// Trust and annoyance of one person at the end of some day.
struct Feelings {
  float trust;
  float annoyance;
};

/// Closed forms of the time between encounters: T(t) = T0 + (T - T0) 2^(-t/h_T) with T0 = min(prior
/// trust, ceiling), A(t) = A 2^(-t/h_A).
class Decay {
 public:
  explicit Decay(const Parameters& parameters)
      : trust_rate_(static_cast<float>(-1.0 / parameters.trust.half_life_days)),
        annoyance_rate_(static_cast<float>(-1.0 / parameters.annoyance.half_life_days)) {}

  /// Where the trust of a person comes to rest: T0.
  static float rest(float prior, float ceiling) { return prior < ceiling ? prior : ceiling; }
  float trust(float kept, float rest, float days) const {
    return rest + (kept - rest) * exp2_kernel(days * trust_rate_);
  }
  float annoyance(float kept, float days) const {
    return kept * exp2_kernel(days * annoyance_rate_);
  }
  /// A look at the relation of a person with that prior as of `day`; nothing is written back.
  Feelings look(const Relation& relation, float prior, Day day) const {
    if (!(relation.marks & mark::reached)) return {prior, 0.0f};
    const auto days = static_cast<float>(day - relation.settled);
    const float t0 = rest(prior, ceiling_of(relation.trust.byte()));
    return {trust(relation.trust.value(), t0, days), annoyance(relation.annoyance.value(), days)};
  }

 private:
  float trust_rate_, annoyance_rate_;
};

/// A threshold, and the people whose feeling lies on the other side of it than where it comes to
/// rest: left alone, they come back some day.
struct Crossing {
  float threshold;
  float half_life_days;

  /// Of whoever is beyond the threshold: 1 above it, -1 not above it.
  std::int32_t sign(float rest) const { return rest > threshold ? -1 : 1; }
  bool above(float feeling) const { return feeling > threshold; }
  bool beyond(float feeling, float rest) const { return excess(feeling, rest) > distance(rest); }
  /// The first day on which a feeling of day `settled` is no longer beyond; see leaving_day.
  Day leaves(float feeling, float rest, Day settled) const {
    return leaving_day(excess(feeling, rest), distance(rest), settled, half_life_days);
  }

 private:
  float excess(float feeling, float rest) const {
    return rest > threshold ? rest - feeling : feeling - rest;
  }
  // Whoever rests at the threshold itself is no longer above when nearly there.
  float distance(float rest) const {
    const float far = std::abs(rest - threshold);
    return far > 1e-6f ? far : 1e-6f;
  }
};

/// Whether a relationship is a trusted one.
inline Crossing trusting(const Parameters& parameters) {
  return {static_cast<float>(parameters.trust.trusted_threshold),
          static_cast<float>(parameters.trust.half_life_days)};
}

/// Whether a person is aggravated.
inline Crossing aggravation(const Parameters& parameters) {
  return {static_cast<float>(parameters.annoyance.aggravated_threshold),
          static_cast<float>(parameters.annoyance.half_life_days)};
}

/// The totals of one world.
struct FeelingTotals {
  FeelingTotals(const Parameters& parameters, Day horizon)
      : trust(parameters.trust.half_life_days),
        annoyance(parameters.annoyance.half_life_days),
        trusted(horizon),
        aggravated(horizon) {}

  DecayingSum trust;         // of T - T0
  std::int64_t rest = 0;     // of T0 - prior, DecayingSum::fixed; does not fade
  std::int64_t resting = 0;  // people whose T0 is above the threshold, less those at the beginning
  DecayingSum annoyance;
  ThresholdCount trusted;  // those beyond the threshold, see Crossing
  ThresholdCount aggravated;

  /// Sum of T - prior trust over everybody.
  double trust_gained() const { return trust.value() + DecayingSum::in_units(rest); }

  void make_room(std::size_t parts) {
    trusted.make_room(parts);
    aggravated.make_room(parts);
  }
  void next_day() {
    trust.next_day();
    annoyance.next_day();
    trusted.next_day();
    aggravated.next_day();
  }
};

}  // namespace rapport
