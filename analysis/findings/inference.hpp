// The tools that all measures of one comparison share: critical values and bootstrap samples.
#pragma once

#include <map>

#include "statistics/bootstrap.hpp"
#include "statistics/simultaneous.hpp"

namespace rapport {

class Inference {
 public:
  /// Bootstrap samples: the ends of a 95 % interval rest on 25 of them each.
  static constexpr std::size_t samples = 1'000;
  /// Replicates are resampled in at most so many blocks.
  static constexpr std::size_t most_blocks = 100;

  /// With fewer replicates nothing is concluded from bootstrap samples: even five that all agree
  /// would agree by chance in one of sixteen cases.
  static constexpr std::size_t fewest_replicates = 6;

  explicit Inference(std::uint64_t seed);

  MaxT& max_t() { return max_t_; }
  const Resamples& resamples(std::size_t size);

 private:
  Draws draws_;
  MaxT max_t_;
  std::map<std::size_t, Resamples> resamples_;
};

}  // namespace rapport
