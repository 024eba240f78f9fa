// How trust and annoyance rest between encounters, and their totals over all people.
#pragma once

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

/// The crossing of the trust threshold, seen from the prior: when the prior is below the threshold,
/// those above it are counted, else those who are not.
class TrustThreshold {
 public:
  explicit TrustThreshold(const Parameters& parameters)
      : prior_(static_cast<float>(parameters.trust.prior)),
        threshold_(static_cast<float>(parameters.trust.trusted_threshold)),
        sign_(prior_ > threshold_ ? -1.0f : 1.0f),
        distance_(sign_ * (threshold_ - prior_)),
        half_life_(static_cast<float>(parameters.trust.half_life_days)) {
    if (distance_ < 1e-6f) distance_ = 1e-6f;
  }
  Day leaves(float trust, Day settled) const {
    return leaving_day(sign_ * (trust - prior_), distance_, settled, half_life_);
  }
  bool above(float trust) const { return trust > threshold_; }
  std::int64_t people_above(std::int64_t counted, std::int64_t people) const {
    return sign_ > 0 ? counted : people - counted;
  }

 private:
  float prior_, threshold_, sign_, distance_, half_life_;
};

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
