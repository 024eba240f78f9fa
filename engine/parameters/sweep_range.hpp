// The range over which a sampled design spreads one swept number.
#pragma once

#include <cstdint>

namespace rapport {

enum class SweepScale : std::uint8_t { linear, log };

struct SweepRange {
  double low = 0;
  double high = 1;
  SweepScale scale = SweepScale::linear;
  bool whole = false;  // whole numbers only, both ends among them
  friend bool operator==(const SweepRange&, const SweepRange&) = default;
};

/// The number at `share` (0 to 1) of the range. On a log scale equal steps of `share` multiply by
/// equal factors; of a whole range every number has an equal part of the shares. The same bits on
/// every machine: made of + - x / and square roots alone.
double value_in(const SweepRange& range, double share);

/// The same for the nodes of a regular grid: of a whole range the nearest number (on a log scale by
/// factor), so that equal steps stay as equal as whole numbers can be, and a step of more than half
/// the range always leads to another number.
double node_in(const SweepRange& range, double share);

}  // namespace rapport
