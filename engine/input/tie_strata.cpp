#include "input/tie_strata.hpp"

#include <algorithm>
#include <atomic>

namespace rapport {
namespace {

constexpr std::uint64_t draws_at_once = std::uint64_t{1} << 14;

/// A whole number below `bound` from 64 random bits, each equally likely to within 2^-32.
std::uint32_t below(std::uint64_t bound, std::uint32_t high, std::uint32_t low) {
  return static_cast<std::uint32_t>((high * bound + ((low * bound) >> 32)) >> 32);
}

}  // namespace

bool comes_before(const Tie& a, const Tie& b) {
  const auto key = [](const Tie& tie) { return std::uint64_t{tie.first} << 32 | tie.second; };
  return key(a) < key(b);
}

void merge_ties(std::size_t first, std::size_t fresh, std::vector<Tie>& ties) {
  const auto begin = ties.begin() + static_cast<std::ptrdiff_t>(first);
  const auto middle = ties.begin() + static_cast<std::ptrdiff_t>(fresh);
  std::sort(middle, ties.end(), comes_before);
  std::inplace_merge(begin, middle, ties.end(), comes_before);
  ties.erase(std::unique(begin, ties.end()), ties.end());
}

Tie TieDraws::drawn(std::uint64_t draw) const {
  const DrawBlock word = words(draw);
  const std::uint64_t people = stratum_.end - stratum_.begin;
  const std::uint32_t a = stratum_.begin + below(people, word[0], word[1]);
  const std::uint32_t b = stratum_.begin + below(people, word[2], word[3]);
  if (!stratum_.allows(a, b)) return {a, a};
  return {std::min(a, b), std::max(a, b)};
}

void TieDraws::append_most(std::uint64_t count, std::vector<Tie>& ties) const {
  std::vector<Tie> pairs;
  pairs.reserve(stratum_.possible);
  for (std::uint32_t a = stratum_.begin; a < stratum_.end; ++a) {
    for (std::uint32_t b = a + 1; b < stratum_.end; ++b) {
      if (stratum_.allows(a, b)) pairs.emplace_back(a, b);
    }
  }
  for (std::uint64_t i = 0; i < count; ++i) {
    const DrawBlock word = words(i);
    // Two rounds of 32 bits, because there may be more than 2^32 pairs.
    const std::uint64_t left = pairs.size() - i;
    const auto share = static_cast<double>(std::uint64_t{word[0]} << 21 | word[1] >> 11) * 0x1p-53;
    const auto step = static_cast<std::uint64_t>(share * static_cast<double>(left));
    std::swap(pairs[i], pairs[i + std::min(step, left - 1)]);
  }
  ties.insert(ties.end(), pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(count));
}

void TieDraws::append_drawn(std::uint64_t first, std::uint64_t end, std::vector<Tie>& ties) const {
  ties.reserve(ties.size() + (end - first));
  for (std::uint64_t draw = first; draw < end; ++draw) {
    const Tie tie = drawn(draw);
    if (tie.first != tie.second) ties.push_back(tie);
  }
}

std::uint64_t TieDraws::count_drawn(std::uint64_t first, std::uint64_t end,
                                    const Crew& crew) const {
  std::atomic<std::uint64_t> count = 0;
  const std::uint64_t parts = (end - first + draws_at_once - 1) / draws_at_once;
  crew(parts, [&](std::size_t part) {
    const std::uint64_t begin = first + part * draws_at_once;
    std::uint64_t allowed = 0;
    for (std::uint64_t draw = begin; draw < std::min(end, begin + draws_at_once); ++draw) {
      const Tie tie = drawn(draw);
      allowed += tie.first != tie.second ? 1 : 0;
    }
    count += allowed;
  });
  return count;
}

std::uint64_t TieDraws::draws_for(std::uint64_t count, const Crew& crew) const {
  std::uint64_t draws = 0;
  for (std::uint64_t missing = count; missing > 0;) {
    const std::uint64_t before = draws;
    draws += missing;
    missing -= count_drawn(before, draws, crew);
  }
  return draws;
}

}  // namespace rapport
