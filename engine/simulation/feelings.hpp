// How trust and annoyance rest between encounters, and their totals over all people.
#pragma once

#include <algorithm>

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

/// Closed forms of the time between encounters: T(t) = T0 + (T - T0) 2^(-t/h_T), A(t) = A
/// 2^(-t/h_A).
class Decay {
 public:
  explicit Decay(const Parameters& parameters)
      : prior_(static_cast<float>(parameters.trust.prior)),
        trust_rate_(static_cast<float>(-1.0 / parameters.trust.half_life_days)),
        annoyance_rate_(static_cast<float>(-1.0 / parameters.annoyance.half_life_days)) {}

  float prior() const { return prior_; }
  float trust(float kept, float days) const {
    return prior_ + (kept - prior_) * exp2_kernel(days * trust_rate_);
  }
  float annoyance(float kept, float days) const {
    return kept * exp2_kernel(days * annoyance_rate_);
  }
  /// A look at a relation as of `day`; nothing is written back.
  Feelings look(const Relation& relation, Day day) const {
    if (!(relation.marks & mark::reached)) return {prior_, 0.0f};
    const auto days = static_cast<float>(day - relation.settled);
    return {trust(relation.trust, days), annoyance(relation.annoyance, days)};
  }

 private:
  float prior_, trust_rate_, annoyance_rate_;
};

/// A distance from where a feeling comes to rest. Whoever is beyond it comes back some day if left
/// alone.
struct Crossing {
  float rest;      // what the feeling decays toward
  float sign;      // 1: beyond is above, -1: below
  float distance;  // > 0
  float half_life_days;

  bool beyond(float feeling) const { return sign * (feeling - rest) > distance; }
  /// The first day on which a feeling of day `settled` is no longer beyond; see leaving_day.
  Day leaves(float feeling, Day settled) const {
    return leaving_day(sign * (feeling - rest), distance, settled, half_life_days);
  }
};

/// The crossing of the trust threshold, seen from the prior: when the prior is below the threshold,
/// those above it are counted, else those who are not.
class TrustThreshold {
 public:
  explicit TrustThreshold(const Parameters& parameters)
      : threshold_(static_cast<float>(parameters.trust.trusted_threshold)) {
    const auto prior = static_cast<float>(parameters.trust.prior);
    const float sign = prior > threshold_ ? -1.0f : 1.0f;
    crossing_ = {prior, sign, std::max(sign * (threshold_ - prior), 1e-6f),
                 static_cast<float>(parameters.trust.half_life_days)};
  }
  const Crossing& crossing() const { return crossing_; }
  bool above(float trust) const { return trust > threshold_; }
  std::int64_t people_above(std::int64_t counted, std::int64_t people) const {
    return crossing_.sign > 0 ? counted : people - counted;
  }

 private:
  float threshold_;
  Crossing crossing_;
};

/// Whether a person is aggravated.
inline Crossing aggravation(const Parameters& parameters) {
  return {0.0f, 1.0f, static_cast<float>(parameters.annoyance.aggravated_threshold),
          static_cast<float>(parameters.annoyance.half_life_days)};
}

/// The totals of one world.
struct FeelingTotals {
  FeelingTotals(const Parameters& parameters, Day horizon)
      : trust(parameters.trust.half_life_days),
        annoyance(parameters.annoyance.half_life_days),
        trusted(horizon),
        aggravated(horizon) {}

  DecayingSum trust;  // of T - T0
  DecayingSum annoyance;
  ThresholdCount trusted;  // see TrustThreshold
  ThresholdCount aggravated;

  void next_day() {
    trust.next_day();
    annoyance.next_day();
    trusted.next_day();
    aggravated.next_day();
  }
};

}  // namespace rapport
