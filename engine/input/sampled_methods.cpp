#include "input/sampled_methods.hpp"

#include <algorithm>
#include <array>

namespace rapport {
namespace {

constexpr auto size_alone = [](std::uint64_t, std::uint64_t size) { return size; };

constexpr auto rows = std::to_array<SampledMethod>({
    {SweepMethod::latin_hypercube, "latin-hypercube", "points", false, false, size_alone,
     latin_hypercube_design},
    {SweepMethod::sobol, "sobol", "points", true, false, size_alone, sobol_design},
    {SweepMethod::morris, "morris", "trajectories", false, true,
     [](std::uint64_t axes, std::uint64_t size) { return size * (axes + 1); }, morris_design},
    {SweepMethod::saltelli, "saltelli", "base points", true, false,
     [](std::uint64_t axes, std::uint64_t size) { return size * (axes + 2); }, saltelli_design},
});

}  // namespace

const SampledMethod* find_sampled(SweepMethod method) {
  const auto found = std::ranges::find(rows, method, &SampledMethod::method);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace rapport
