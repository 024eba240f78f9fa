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

void ThresholdCount::make_room(std::size_t parts) {
  while (parts_.size() < parts) {
    parts_.emplace_back().leaving.resize(lanes * (static_cast<std::size_t>(last_) + 1), 0);
  }
}

void ThresholdCount::enter(std::size_t part, std::span<const Day> leaves,
                           std::span<const std::int32_t> people) {
  RAPPORT_EXPECTS(leaves.size() == people.size() && part < parts_.size());
  auto& [count, leaving] = parts_[part];
  Slots slots;
  for (std::size_t first = 0; first < leaves.size(); first += chunk) {
    const std::size_t rows = std::min(chunk, leaves.size() - first);
    const auto some = people.subspan(first, rows);
    count += find_slots(leaves.subspan(first, rows), some, today_, last_, slots);
    for (std::size_t k = 0; k < rows; ++k) {
      leaving[lanes * static_cast<std::size_t>(slots[k]) + k % lanes] += some[k];
    }
  }
}

void ThresholdCount::next_day() {
  ++today_;
  for (auto& [count, leaving] : parts_) {
    const auto first = leaving.begin() + static_cast<std::ptrdiff_t>(lanes) * today_;
    count -= std::accumulate(first, first + lanes, std::int64_t{0});
  }
}

std::int64_t ThresholdCount::value() const {
  std::int64_t all = 0;
  for (const Part& part : parts_) all += part.count;
  return all;
}

}  // namespace rapport
