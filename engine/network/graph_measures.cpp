#include "network/graph_measures.hpp"

#include <algorithm>
#include <functional>

namespace rapport {
namespace {

/// Each tie kept once, from the end with fewer ties: rows stay below sqrt(2 ties) even at a hub.
/// (Schank and Wagner 2005: "forward" counting.)
Graph point_to_hubs(const Graph& graph) {
  const std::uint32_t people = graph.people();
  std::vector<std::uint64_t> offsets{0};
  offsets.reserve(people + std::size_t{1});
  std::vector<std::uint32_t> targets;
  targets.reserve(graph.ties());
  for (std::uint32_t p = 0; p < people; ++p) {
    const auto own = std::pair(graph.degree(p), p);
    for (const std::uint32_t other : graph.neighbours(p)) {
      if (own < std::pair(graph.degree(other), other)) targets.push_back(other);
    }
    offsets.push_back(targets.size());
  }
  return Graph(std::move(offsets), std::move(targets));
}

}  // namespace

std::uint64_t count_triangles(const Graph& graph) {
  const Graph forward = point_to_hubs(graph);
  std::vector<std::uint32_t> marked_by(forward.people(), 0);  // person + 1, so that 0 is nobody
  std::uint64_t triangles = 0;
  for (std::uint32_t p = 0; p < forward.people(); ++p) {
    for (const std::uint32_t other : forward.neighbours(p)) marked_by[other] = p + 1;
    for (const std::uint32_t other : forward.neighbours(p)) {
      for (const std::uint32_t third : forward.neighbours(other)) {
        triangles += marked_by[third] == p + 1 ? 1 : 0;
      }
    }
  }
  return triangles;
}

double transitivity(const Graph& graph) {
  std::uint64_t triples = 0;
  for (std::uint32_t p = 0; p < graph.people(); ++p) {
    const std::uint64_t degree = graph.degree(p);
    triples += degree == 0 ? 0 : degree * (degree - 1) / 2;
  }
  if (triples == 0) return 0;
  return 3.0 * static_cast<double>(count_triangles(graph)) / static_cast<double>(triples);
}

std::uint32_t largest_degree(const Graph& graph) {
  std::uint32_t largest = 0;
  for (std::uint32_t p = 0; p < graph.people(); ++p) largest = std::max(largest, graph.degree(p));
  return largest;
}

std::vector<std::uint32_t> component_sizes(const Graph& graph) {
  std::vector<std::uint32_t> sizes;
  std::vector<bool> seen(graph.people(), false);
  std::vector<std::uint32_t> queue;
  for (std::uint32_t start = 0; start < graph.people(); ++start) {
    if (seen[start]) continue;
    seen[start] = true;
    queue.assign(1, start);
    for (std::size_t next = 0; next < queue.size(); ++next) {
      for (const std::uint32_t other : graph.neighbours(queue[next])) {
        if (seen[other]) continue;
        seen[other] = true;
        queue.push_back(other);
      }
    }
    sizes.push_back(static_cast<std::uint32_t>(queue.size()));
  }
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  return sizes;
}

}  // namespace rapport
