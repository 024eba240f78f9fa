#include "network/graph.hpp"

#include <algorithm>

#include "core/contract.hpp"
#include "core/large_pages.hpp"

namespace rapport {

Graph::Graph(std::vector<std::uint64_t> offsets, std::vector<std::uint32_t> targets)
    : offsets_(std::move(offsets)), targets_(std::move(targets)) {
  RAPPORT_EXPECTS(!offsets_.empty() && offsets_.back() == targets_.size());
}

Graph graph_from_ties(std::uint32_t people, std::span<const Tie> ties, TieCleaning* cleaning) {
  TieCleaning dropped;
  std::vector<std::uint64_t> offsets;
  resize_on_large_pages(offsets, people + std::size_t{1});
  for (const auto& [a, b] : ties) {
    RAPPORT_EXPECTS(a < people && b < people);
    if (a == b) {
      ++dropped.self_loops;
      continue;
    }
    ++offsets[a + std::size_t{1}];
    ++offsets[b + std::size_t{1}];
  }
  for (std::size_t p = 0; p < people; ++p) offsets[p + 1] += offsets[p];
  std::vector<std::uint32_t> targets;
  resize_on_large_pages(targets, offsets[people]);
  std::vector<std::uint64_t> cursor(offsets.begin(), offsets.end() - 1);
  for (const auto& [a, b] : ties) {
    if (a == b) continue;
    targets[cursor[a]++] = b;
    targets[cursor[b]++] = a;
  }
  // Sort each row, drop repetitions, and close the gaps in place.
  std::uint64_t end = 0;
  std::uint64_t row_begin = 0;
  for (std::size_t p = 0; p < people; ++p) {
    const auto first = targets.begin() + static_cast<std::ptrdiff_t>(row_begin);
    const auto last = targets.begin() + static_cast<std::ptrdiff_t>(offsets[p + 1]);
    row_begin = offsets[p + 1];
    std::sort(first, last);
    const auto kept = std::unique(first, last);
    dropped.repeated += static_cast<std::uint64_t>(last - kept);
    const auto moved = std::copy(first, kept, targets.begin() + static_cast<std::ptrdiff_t>(end));
    end = static_cast<std::uint64_t>(moved - targets.begin());
    offsets[p + 1] = end;
  }
  targets.resize(end);
  targets.shrink_to_fit();
  dropped.repeated /= 2;  // each repeated tie stood in two rows
  if (cleaning) *cleaning = dropped;
  return Graph(std::move(offsets), std::move(targets));
}

}  // namespace rapport
