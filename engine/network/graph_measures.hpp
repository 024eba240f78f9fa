// Counts that describe a graph: triangles, transitivity, components, degrees.
#pragma once

#include <cstdint>
#include <vector>

#include "network/graph.hpp"

namespace rapport {

/// Number of triangles, each counted once. Time O(ties^1.5), memory 4 bytes a tie and 12 a person.
std::uint64_t count_triangles(const Graph& graph);

/// Share of connected triples that close to a triangle (global clustering); 0 without triples.
double transitivity(const Graph& graph);

/// Number of ties of the best connected person; 0 without people.
std::uint32_t largest_degree(const Graph& graph);

/// Sizes (people) of the connected components, largest first.
std::vector<std::uint32_t> component_sizes(const Graph& graph);

}  // namespace rapport
