#include "simulation/totals.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/clones.hpp"
#include "core/contract.hpp"

namespace rapport {
namespace {

constexpr std::size_t chunk = 256;
using Slots = std::array<std::int32_t, chunk>;

// The days under which entries are kept; gives how many people they add to those beyond today.
RAPPORT_CLONES std::int32_t find_slots(std::span<const Day> leaves,
                                       std::span<const std::int32_t> people, Day today, Day last,
                                       Slots& slots) {
  std::int32_t more = 0;
  RAPPORT_COLUMN_LOOP
  for (std::size_t k = 0; k < leaves.size(); ++k) {
    const bool ahead = leaves[k] > today;
    slots[k] = ahead ? (leaves[k] < last ? leaves[k] : last) : 0;
    more += ahead ? people[k] : 0;
  }
  return more;
}

}  // namespace

DecayingSum::DecayingSum(double half_life_days) : factor_(exp2_kernel(-1.0 / half_life_days)) {}

void DecayingSum::next_day() {
  sum_ = std::llround(static_cast<double>(sum_) * factor_);
}

void ThresholdCount::enter(std::span<const Day> leaves, std::span<const std::int32_t> people) {
  RAPPORT_EXPECTS(leaves.size() == people.size());
  Slots slots;
  for (std::size_t first = 0; first < leaves.size(); first += chunk) {
    const std::size_t count = std::min(chunk, leaves.size() - first);
    const auto part = people.subspan(first, count);
    count_ += find_slots(leaves.subspan(first, count), part, today_, last_, slots);
    for (std::size_t k = 0; k < count; ++k) {
      leaving_[lanes * static_cast<std::size_t>(slots[k]) + k % lanes] += part[k];
    }
  }
}

void ThresholdCount::next_day() {
  ++today_;
  const auto first = leaving_.begin() + static_cast<std::ptrdiff_t>(lanes) * today_;
  count_ -= std::accumulate(first, first + lanes, std::int64_t{0});
}

}  // namespace rapport
