#include "simulation/rounds.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "core/radix_sort.hpp"

namespace rapport {
namespace {

// As many stretches as can be written to at the same time from the nearest cache.
constexpr int stretches_bits = 9;
constexpr std::size_t stretches = std::size_t{1} << stretches_bits;

// So few people lie near each other anyway, within some megabytes.
constexpr std::uint32_t few_people = 1u << 17;

}  // namespace

Rounds::Rounds(std::uint32_t people)
    : near_(people < few_people),
      stretch_bits_(std::max(0, static_cast<int>(std::bit_width(people)) - stretches_bits)),
      present_(people / 64 + 1, 0) {}

void Rounds::bring_together(std::vector<Encounter>& encounters) {
  if (near_ || encounters.size() < stretches) return;
  std::array<std::uint32_t, stretches> begin{};
  for (const Encounter& e : encounters) ++begin[e.target >> stretch_bits_];
  std::uint32_t sum = 0;
  for (std::uint32_t& count : begin) sum += std::exchange(count, sum);
  scratch_.resize(encounters.size());
  for (const Encounter& e : encounters) scratch_[begin[e.target >> stretch_bits_]++] = e;
  encounters.swap(scratch_);
}

std::span<const std::span<const Encounter>> Rounds::of(std::vector<Encounter>& encounters) {
  rounds_.clear();
  if (encounters.empty()) return rounds_;
  split(encounters);
  rounds_.push_back(encounters);
  if (!later_.empty()) spread_later();
  return rounds_;
}

// Whether the person stood there before.
bool Rounds::enter(std::uint32_t person) {
  std::uint64_t& word = present_[person / 64];
  const std::uint64_t bit = std::uint64_t{1} << (person % 64);
  const bool before = (word & bit) != 0;
  word |= bit;
  return before;
}

// Leaves in `encounters` the first one of each target and moves the others to `later_`.
void Rounds::split(std::vector<Encounter>& encounters) {
  later_.clear();
  auto kept = encounters.begin();
  while (kept != encounters.end() && !enter(kept->target)) ++kept;  // nothing to move yet
  for (auto next = kept; next != encounters.end(); ++next) {
    if (next != kept && !enter(next->target)) {
      *kept++ = *next;
    } else {
      later_.push_back(*next);
    }
  }
  encounters.erase(kept, encounters.end());
  leave(encounters);
}

void Rounds::leave(const std::vector<Encounter>& encounters) {
  if (encounters.size() > present_.size()) {
    std::fill(present_.begin(), present_.end(), std::uint64_t{0});
  } else {
    for (const Encounter& e : encounters) present_[e.target / 64] = 0;
  }
}

void Rounds::spread_later() {
  const auto count = static_cast<std::uint32_t>(later_.size());
  by_target_.resize(count);
  for (std::uint32_t k = 0; k < count; ++k) by_target_[k] = {later_[k].target, k};
  radix_sort(by_target_, by_target_scratch_, [](const Place& place) { return place.target; });
  std::vector<std::uint32_t> round(count), begin;
  std::uint32_t number = 0;
  for (std::uint32_t k = 0; k < count; ++k) {
    const bool same = k > 0 && by_target_[k].target == by_target_[k - 1].target;
    number = same ? number + 1 : 0;
    round[by_target_[k].place] = number;
    if (number == begin.size()) begin.push_back(0);
    ++begin[number];
  }
  std::uint32_t sum = 0;
  for (std::uint32_t& size : begin) sum += std::exchange(size, sum);
  scratch_.resize(count);
  for (std::uint32_t k = 0; k < count; ++k) scratch_[begin[round[k]]++] = later_[k];
  later_.swap(scratch_);
  // Now `begin` says where each round ends.
  const std::span<const Encounter> all = later_;
  std::uint32_t first = 0;
  for (const std::uint32_t end : begin) {
    rounds_.push_back(all.subspan(first, end - first));
    first = end;
  }
}

}  // namespace rapport
