// Complaints: a bad experience is voiced in public, is seen by neighbours while it is open, and may
// be put right by an answer.
#pragma once

#include "core/elementary.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// What an answer after `days` of waiting (1: the next day) is worth of one that comes at once.
inline float promptness(float days, const Parameters& parameters) {
  const auto half_life = static_cast<float>(parameters.complaint.response_half_life_days);
  return exp2_kernel(-(days - 1.0f) / half_life);
}

/// Chance that a neighbour sees on `today` a complaint that is open: visibility 2^(-days / h) from
/// the day after it was voiced on, times the factors of what the sender does about it.
float sighting_probability(const OpenComplaint& complaint, const Rules& rules);

/// Whether the complaint is so old that hardly anybody sees it any more.
bool is_forgotten(const OpenComplaint& complaint, const Rules& rules);

/// People whom the sender fails on `today` when `hours` of listening are remembered: the shock of
/// that day, and the usual number times 2^(-hours / listening_hours).
struct Failures {
  double usual = 0;
  double shock = 0;
};
Failures failures_on(Day today, double hours, const Parameters& parameters);

}  // namespace rapport
