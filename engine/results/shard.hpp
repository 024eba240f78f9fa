// A part of an experiment, to be run by itself and merged with the others later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace rapport {

/// Replicates of points are dealt out in turn, replicate by replicate, so that every shard is
/// balanced; a shard has all campaigns of what it has.
struct Shard {
  std::uint32_t index = 0;  // below count
  std::uint32_t count = 1;

  enum class Deal : std::uint8_t {
    replicates,  // of points, in turn
    points,      // whole ones: how many replicates they need is decided point by point
  };

  bool is_whole() const { return count == 1; }
  bool holds(std::uint32_t point, std::uint32_t replicate, std::size_t points, Deal deal) const {
    const std::size_t turn =
        deal == Deal::points ? point : static_cast<std::size_t>(replicate) * points + point;
    return turn % count == index;
  }
  /// "2/7" for the second of seven.
  std::string text() const { return std::to_string(index + 1) + '/' + std::to_string(count); }
  friend bool operator==(const Shard&, const Shard&) = default;
};

}  // namespace rapport
