// Ties drawn by address between the people of a stratum: tie number i is a pure function of (seed,
// replicate, stratum, i).
#pragma once

#include <cstdint>
#include <vector>

#include "core/crew.hpp"
#include "core/random.hpp"
#include "network/graph.hpp"

namespace rapport {

constexpr std::uint64_t pairs_among(std::uint64_t people) {
  return people == 0 ? 0 : people * (people - 1) / 2;
}

/// Communities of equal size, give or take one, with consecutive numbers.
struct Partition {
  std::uint32_t people;
  std::uint32_t communities;
  std::uint32_t begin(std::uint32_t community) const {
    return static_cast<std::uint32_t>(std::uint64_t{people} * community / communities);
  }
  /// The community that a person is in: the last one that begins at or before them.
  std::uint32_t of(std::uint32_t person) const {
    return static_cast<std::uint32_t>(((person + std::uint64_t{1}) * communities - 1) / people);
  }
};

/// The people [begin, end) between whom ties are drawn, under their own part of the addresses.
struct Stratum {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Day number = 0;
  std::uint64_t possible = 0;  // pairs of the stratum that are allowed
  /// If there is one, only people of different communities may be tied.
  const Partition* strangers_in = nullptr;

  bool allows(std::uint32_t a, std::uint32_t b) const {
    return a != b && (!strangers_in || strangers_in->of(a) != strangers_in->of(b));
  }
};

/// Draws of ties of one stratum.
class TieDraws {
 public:
  TieDraws(const Draws& draws, const Stratum& stratum) : draws_(draws), stratum_(stratum) {}

  /// Whether so many ties are so large a part of the possible ones that drawing until the last few
  /// turn up would take long.
  bool dense(std::uint64_t count) const { return 2 * count > stratum_.possible; }

  /// Appends `count` different ties, each set of them equally likely: those of draw `first` and the
  /// following ones, until so many different ones for which `wanted` holds were seen.
  template <typename Wanted>
  void append(std::uint64_t count, std::uint64_t first, const Wanted& wanted,
              std::vector<Tie>& ties) const;
  /// The same for a dense part, by the first steps of a Fisher-Yates shuffle of all allowed pairs.
  void append_most(std::uint64_t count, std::vector<Tie>& ties) const;

  /// Appends the allowed ones of the draws [first, end), repetitions included.
  void append_drawn(std::uint64_t first, std::uint64_t end, std::vector<Tie>& ties) const;
  /// How many draws from the first one on hold `count` allowed ties, repetitions included.
  std::uint64_t draws_for(std::uint64_t count, const Crew& crew) const;

 private:
  DrawBlock words(std::uint64_t draw) const {
    return draws_.block(static_cast<std::uint32_t>(draw), stratum_.number,
                        static_cast<std::uint32_t>(draw >> 32), Purpose::network_tie);
  }
  /// Whom the draw joins, the smaller number first; the same person twice where it is no tie.
  Tie drawn(std::uint64_t draw) const;
  std::uint64_t count_drawn(std::uint64_t first, std::uint64_t end, const Crew& crew) const;

  Draws draws_;
  Stratum stratum_;
};

/// The order of ties by first and then second person.
bool comes_before(const Tie& a, const Tie& b);
/// Puts the ties from `fresh` on among those from `first` on, which are in order, and drops
/// repetitions.
void merge_ties(std::size_t first, std::size_t fresh, std::vector<Tie>& ties);

// A round draws exactly what is missing, so it never sees one too many.
template <typename Wanted>
void TieDraws::append(std::uint64_t count, std::uint64_t first, const Wanted& wanted,
                      std::vector<Tie>& ties) const {
  const std::size_t before = ties.size();
  const std::size_t enough = before + count;
  std::uint64_t draw = first;
  while (ties.size() < enough) {
    const std::size_t fresh = ties.size();
    while (ties.size() < enough) {
      const Tie tie = drawn(draw++);
      if (tie.first != tie.second && wanted(tie)) ties.push_back(tie);
    }
    merge_ties(before, fresh, ties);
  }
}

}  // namespace rapport
