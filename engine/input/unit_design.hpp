// Sampled designs in the unit cube, one file for each method.
#pragma once

#include <cstdint>
#include <vector>

namespace rapport {

struct UnitDesignRequest {
  std::uint32_t axes = 1;
  std::uint32_t size = 1;    // what the method calls its size
  std::uint32_t levels = 4;  // morris: values of an axis, an even number
  std::uint64_t seed = 0;
};

/// [axis][point], all in [0, 1].
using UnitDesign = std::vector<std::vector<double>>;

/// Latin hypercube (McKay, Beckman & Conover 1979): on every axis one point in each of `size` equal
/// strata, anywhere in it.
UnitDesign latin_hypercube_design(const UnitDesignRequest& request);

/// The first `size` points of Sobol's sequence with the direction numbers of Joe & Kuo 2008,
/// scrambled as Owen 1995 has it: every digit is flipped or not depending on all digits before it,
/// which keeps the balance of powers of two and makes every point uniformly distributed.
UnitDesign sobol_design(const UnitDesignRequest& request);

/// `size` trajectories of Morris 1991: each begins at a random node of a grid with `levels` values
/// an axis and moves one axis after the other, in random order, by levels / (2 (levels - 1)).
/// Points of one trajectory follow each other, axes + 1 of them.
UnitDesign morris_design(const UnitDesignRequest& request);

/// Saltelli 2010: two independent halves A and B of a scrambled Sobol design of `size` points; for
/// each point of it there follow A, A with axis 1 from B, ... A with the last axis from B, and B:
/// axes + 2 points, from which first and total indices are estimated.
UnitDesign saltelli_design(const UnitDesignRequest& request);

}  // namespace rapport
