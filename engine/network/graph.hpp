// The network of people: undirected connections in compressed rows, read-only once built.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

#include "core/ids.hpp"
#include "core/prefetch.hpp"
#include "network/shared_array.hpp"

namespace rapport {

/// An undirected tie between two people, by number.
using Tie = std::pair<std::uint32_t, std::uint32_t>;

/// Compressed rows: 8 bytes a person and 4 a directed tie (each undirected tie is kept twice).
/// One object is shared by all worlds; copies share the rows.
class Graph {
 public:
  Graph() = default;
  /// `offsets` has people + 1 entries; row p is targets[offsets[p], offsets[p + 1]), ascending.
  Graph(SharedArray<std::uint64_t> offsets, SharedArray<std::uint32_t> targets);

  std::uint32_t people() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  /// Number of undirected ties.
  std::uint64_t ties() const { return targets_.size() / 2; }
  std::uint32_t degree(std::uint32_t person) const {
    return static_cast<std::uint32_t>(offsets_[person + 1] - offsets_[person]);
  }
  std::span<const std::uint32_t> neighbours(std::uint32_t person) const {
    return {targets_.data() + offsets_[person], degree(person)};
  }
  /// Hints that a person's row will be read: first where it lies, a little later what stands there.
  void expect_offset(std::uint32_t person) const { prefetch(offsets_.data() + person); }
  void expect_row(std::uint32_t person) const {
    const std::uint32_t* const row = targets_.data() + offsets_[person];
    prefetch(row);
    if (offsets_[person + 1] > offsets_[person]) prefetch(row + degree(person) - 1);
  }
  /// Position of a person's row in tie columns such as Network::strength.
  std::uint64_t row_begin(std::uint32_t person) const { return offsets_[person]; }
  /// The rows as they lie in memory.
  std::span<const std::uint64_t> offsets() const { return offsets_; }
  std::span<const std::uint32_t> targets() const { return targets_; }
  std::size_t bytes() const {
    return offsets_.size() * sizeof(std::uint64_t) + targets_.size() * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::uint64_t of_nobody[] = {0};
  SharedArray<std::uint64_t> offsets_{of_nobody, nullptr};
  SharedArray<std::uint32_t> targets_;
};

}  // namespace rapport
