#include "analysis/findings/inference.hpp"

#include "statistics/luck.hpp"

namespace rapport {

Inference::Inference(std::uint64_t seed) : draws_(luck_of_statistics(seed)), max_t_(draws_) {}

const Resamples& Inference::resamples(std::size_t size) {
  return resamples_.try_emplace(size, size, samples, draws_).first->second;
}

}  // namespace rapport
