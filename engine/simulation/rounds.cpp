#include "simulation/rounds.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <utility>

#include "core/in_parts.hpp"
#include "core/radix_sort.hpp"

namespace rapport {
namespace {

// As many stretches as can be written to at the same time from the nearest cache.
constexpr int stretches_bits = 9;
constexpr std::size_t stretches = std::size_t{1} << stretches_bits;

// So few people lie near each other anyway, within some megabytes.
constexpr std::uint32_t few_people = 1u << 17;

// Encounters that are worth a part of their own.
constexpr std::size_t part_size = 16'384;

// By stretch: how many encounters of a part, then where the next one goes.
using Places = std::array<std::uint32_t, stretches>;

}  // namespace

Rounds::Rounds(std::uint32_t people, const Crew* crew)
    : crew_(crew),
      near_(people < few_people),
      stretch_bits_(std::max(0, static_cast<int>(std::bit_width(people)) - stretches_bits)),
      present_(people / 64 + 1, 0) {}

void Rounds::bring_together(std::vector<Encounter>& encounters) {
  if (near_ || encounters.size() < stretches) return;
  const std::size_t parts = worthwhile_parts(crew_, encounters.size(), part_size);
  const auto part = [&](std::size_t k) {
    const std::size_t begin = encounters.size() * k / parts;
    return std::span(encounters).subspan(begin, encounters.size() * (k + 1) / parts - begin);
  };
  std::vector<Places> places(parts, Places{});
  do_parts(crew_, parts, [&](std::size_t k) {
    for (const Encounter& e : part(k)) ++places[k][e.target >> stretch_bits_];
  });
  std::uint32_t sum = 0;
  for (std::size_t stretch = 0; stretch < stretches; ++stretch) {
    for (Places& of_part : places) sum += std::exchange(of_part[stretch], sum);
  }
  scratch_.resize(encounters.size());
  do_parts(crew_, parts, [&](std::size_t k) {
    for (const Encounter& e : part(k)) scratch_[places[k][e.target >> stretch_bits_]++] = e;
  });
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

// Parts end where a stretch does. Without stretches there is one part.
std::vector<Rounds::Part> Rounds::cut(std::vector<Encounter>& encounters) const {
  const std::size_t parts = near_ ? 1 : worthwhile_parts(crew_, encounters.size(), part_size);
  std::vector<Part> result(parts);
  std::size_t begin = 0;
  for (std::size_t k = 0; k < parts; ++k) {
    std::size_t end = std::max(begin, encounters.size() * (k + 1) / parts);
    const auto stretch = [&](std::size_t at) { return encounters[at].target >> stretch_bits_; };
    while (end > 0 && end < encounters.size() && stretch(end) == stretch(end - 1)) ++end;
    result[k].encounters = std::span(encounters).subspan(begin, end - begin);
    begin = end;
  }
  return result;
}

// Leaves in the part the first encounter of each target and moves the others away.
void Rounds::split(Part& part, bool alone) {
  auto kept = part.encounters.begin();
  const auto end = part.encounters.end();
  while (kept != end && !enter(kept->target)) ++kept;  // nothing to move yet
  for (auto next = kept; next != end; ++next) {
    if (next != kept && !enter(next->target)) {
      *kept++ = *next;
    } else {
      part.later.push_back(*next);
    }
  }
  part.encounters = {part.encounters.begin(), kept};
  leave(part.encounters, alone);
}

// Leaves in `encounters` the first one of each target and moves the others to `later_`.
void Rounds::split(std::vector<Encounter>& encounters) {
  std::vector<Part> parts = cut(encounters);
  do_parts(crew_, parts.size(), [&](std::size_t k) { split(parts[k], parts.size() == 1); });
  later_.clear();
  auto kept = encounters.begin();
  for (const Part& part : parts) {
    later_.insert(later_.end(), part.later.begin(), part.later.end());
    const auto [begin, end] = std::pair(part.encounters.begin(), part.encounters.end());
    const bool moved = std::to_address(kept) != part.encounters.data();
    kept = moved ? std::copy(begin, end, kept) : kept + (end - begin);
  }
  encounters.erase(kept, encounters.end());
}

void Rounds::leave(std::span<const Encounter> encounters, bool alone) {
  if (alone && encounters.size() > present_.size()) {
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
