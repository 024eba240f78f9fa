// The luck of sampled designs: draws by address, in a stream of their own.
#pragma once

#include <Random123/philox.h>
#include <cstdint>

namespace rapport {

/// What a draw of a design decides. Append only, like the purposes of the model's draws.
enum class DesignPurpose : std::uint32_t {
  stratum_order = 0,  // latin-hypercube: which stratum a point takes
  stratum_place = 1,  // latin-hypercube: where in the stratum it lies
  scramble = 2,       // sobol: is a digit flipped
  start = 3,          // morris: where a trajectory starts
  direction = 4,      // morris: does an axis go up or down
  axis_order = 5,     // morris: in which order the axes move
};

/// The luck of a design belongs to no replicate, so it has another key than theirs.
class DesignLuck {
 public:
  explicit DesignLuck(std::uint64_t seed) {
    const philox4x32_ctr_t counter = {
        {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32), 0, 0}};
    const philox4x32_key_t fixed = {{0x64657369u, 0x676e0000u}};  // "desi", "gn"
    const philox4x32_ctr_t mixed = philox4x32(counter, fixed);
    key_ = {{mixed[0], mixed[1]}};
  }

  /// One word of 32 random bits.
  std::uint32_t word(DesignPurpose purpose, std::uint32_t axis, std::uint32_t a,
                     std::uint32_t b = 0) const {
    const philox4x32_ctr_t counter = {{static_cast<std::uint32_t>(purpose), axis, a, b}};
    return philox4x32(counter, key_)[0];
  }
  /// The same as a number in (0, 1).
  double uniform(DesignPurpose purpose, std::uint32_t axis, std::uint32_t a) const {
    return (static_cast<double>(word(purpose, axis, a)) + 0.5) * 0x1p-32;
  }

 private:
  philox4x32_key_t key_{};
};

}  // namespace rapport
