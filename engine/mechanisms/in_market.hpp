// In-market: who is searching for the product, and when. Epochs of w days with a uniform phase for
// each person; each epoch is in the market with probability pi, read lazily from an addressed draw.
#pragma once

#include <cstdint>
#include <span>

#include "core/random.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

/// day / w as a whole number and a fraction of 2^32, so that adding a phase is exact.
struct MarketClock {
  MarketClock(Day day, double window_days);
  std::int32_t epoch(std::uint32_t phase) const {
    const std::uint32_t sum = fraction + phase;
    return whole + static_cast<std::int32_t>(sum < phase);  // carry into the next epoch
  }

  std::int32_t whole;
  std::uint32_t fraction;
};

/// Number of the epoch that `day` falls into for a person of that phase (fraction of 2^32).
inline std::int32_t market_epoch(Day day, std::uint32_t phase, double window_days) {
  return MarketClock(day, window_days).epoch(phase);
}

/// Whether the person is in the market during `epoch`.
bool in_market_during(const Draws& draws, PersonId person, std::int32_t epoch, double share);

/// When people enter the market after today.
class MarketEntries {
 public:
  MarketEntries(const Draws& draws, const Parameters& parameters, Day today, Day horizon);

  Day horizon() const { return horizon_; }

  /// Whether a new epoch begins in that time at all; most people have none in a short run.
  bool possible(std::uint32_t phase) const { return today_.epoch(phase) < last_.epoch(phase); }

  /// A person and its phase.
  struct Searcher {
    std::uint32_t person, phase;
  };
  /// For each of up to batch_size people: the first day after today and before the horizon on which
  /// the person enters the market with a new epoch; the horizon when there is none.
  void next(std::span<const Searcher> searchers, std::span<Day> entry) const;
  Day next(PersonId person, std::uint32_t phase) const {
    const Searcher searcher = {index(person), phase};
    Day entry;
    next({&searcher, 1}, {&entry, 1});
    return entry;
  }

 private:
  Day first_day(std::int32_t epoch, std::uint32_t phase) const;

  Draws draws_;
  double window_days_;
  float share_;
  Day horizon_;
  MarketClock today_, last_;
};

/// Chance that a person entering the market remembers the sender: T0 + (T - T0) 2^(-days since
/// contact / h). What contacts built is forgotten, what the sender's repute gives (the prior T0) is
/// not; of less trust than that nothing fades: then it is T.
float entry_memory(float trust, float prior, float days_since_contact,
                   const Parameters& parameters);

}  // namespace rapport
