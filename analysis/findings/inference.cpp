#include "analysis/findings/inference.hpp"

namespace rapport {
namespace {

/// No world has this number, so statistics never share luck with what they describe.
constexpr std::uint32_t replicate_of_statistics = 0xffffffffu;

}  // namespace

Inference::Inference(std::uint64_t seed) : draws_(seed, replicate_of_statistics), max_t_(draws_) {}

const Resamples& Inference::resamples(std::size_t size) {
  return resamples_.try_emplace(size, size, samples, draws_).first->second;
}

}  // namespace rapport
