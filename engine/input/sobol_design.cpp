#include <boost/random/sobol.hpp>

#include "input/design_luck.hpp"
#include "input/unit_design.hpp"

namespace rapport {
namespace {

constexpr int digits = 32;

/// Flips each digit, the first one first, by a draw that belongs to the digits before it.
std::uint32_t scrambled(const DesignLuck& luck, std::uint32_t axis, std::uint32_t number) {
  std::uint32_t flips = 0;
  for (int digit = 0; digit < digits; ++digit) {
    const int place = digits - 1 - digit;
    // The digits before this one, with a leading 1 so that 0, 00 and 000 differ.
    const std::uint64_t before =
        (std::uint64_t{1} << digit) | (static_cast<std::uint64_t>(number) >> (place + 1));
    const std::uint32_t word =
        luck.word(DesignPurpose::scramble, axis, static_cast<std::uint32_t>(before),
                  static_cast<std::uint32_t>(before >> 32));
    flips |= (word & 1u) << place;
  }
  return number ^ flips;
}

}  // namespace

UnitDesign sobol_design(const UnitDesignRequest& request) {
  const DesignLuck luck(request.seed);
  boost::random::sobol_engine<std::uint32_t, digits> sequence(request.axes);
  UnitDesign design(request.axes);
  for (std::uint32_t point = 0; point < request.size; ++point) {
    for (std::uint32_t axis = 0; axis < request.axes; ++axis) {
      // The engine leaves out the origin, without which no power of two is balanced.
      const std::uint32_t number = point == 0 ? 0 : sequence();
      design[axis].push_back((scrambled(luck, axis, number) + 0.5) * 0x1p-32);
    }
  }
  return design;
}

}  // namespace rapport
