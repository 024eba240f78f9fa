// Compressed rows made of ties that are told in parts, twice, so that no list of all ties is ever
// kept beside the rows.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/crew.hpp"
#include "core/large_pages.hpp"
#include "network/graph.hpp"

namespace rapport {

/// Ties that can be told again and again: a part appends the same ones each time. Parts may be told
/// at the same time.
struct TieSource {
  std::size_t parts = 0;
  std::function<void(std::size_t part, std::vector<Tie>& ties)> tell;
};

/// What was dropped while rows were made.
struct TieCleaning {
  std::uint64_t self_loops = 0;
  std::uint64_t repeated = 0;  // the same pair again, in either direction
};

/// Rows while they are made: 8 bytes a person and 4 a directed tie, repeated ones included.
class TieRows {
 public:
  /// Counts everybody's ties, places them and puts each row in order. The rows depend on the ties
  /// alone, not on their order, their direction, the parts or the crew. Every end must be below
  /// `people`.
  TieRows(std::uint32_t people, const TieSource& source, const Crew& crew);

  /// What is in the source and not in the rows.
  const TieCleaning& cleaning() const { return cleaning_; }
  /// Whether two people are tied.
  bool joins(std::uint32_t person, std::uint32_t other) const;

  /// The graph of these ties and of some more, which must be new: different from each other and
  /// from those that are there.
  Graph with(std::span<const Tie> more) &&;

 private:
  std::uint32_t people() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  void count(const TieSource& source, const Crew& crew);
  void lay_out();
  void place(const TieSource& source, const Crew& crew);
  void put_in_order(const Crew& crew);
  void close_gaps();
  void insert(std::span<const Tie> more);

  LargeVector<std::uint64_t> offsets_;
  LargeVector<std::uint32_t> targets_;
  TieCleaning cleaning_;
};

/// The graph of ties in any order and direction; self-loops and repetitions are dropped.
Graph graph_from_ties(std::uint32_t people, std::span<const Tie> ties,
                      TieCleaning* cleaning = nullptr, const Crew& crew = work_alone);

}  // namespace rapport
