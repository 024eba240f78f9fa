#include "simulation/rounds.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

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

void Rounds::split(std::vector<Encounter>& encounters, std::vector<Encounter>& later) {
  std::size_t kept = 0;
  for (const Encounter& e : encounters) {
    std::uint64_t& word = present_[e.target / 64];
    const std::uint64_t bit = std::uint64_t{1} << (e.target % 64);
    if (word & bit) {
      later.push_back(e);
    } else {
      word |= bit;
      encounters[kept++] = e;
    }
  }
  encounters.resize(kept);
  for (const Encounter& e : encounters) present_[e.target / 64] = 0;
}

}  // namespace rapport
