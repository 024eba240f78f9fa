// A network as the model uses it: the graph, and what is known of its people beside their ties.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "network/graph.hpp"

namespace rapport {

/// Everybody in community 0.
inline SharedArray<std::uint32_t> one_community(std::uint32_t people) {
  return std::vector<std::uint32_t>(people);
}

struct Network {
  Graph graph;
  /// Community of each person; all 0 when the network has none.
  SharedArray<std::uint32_t> community;
  std::uint32_t communities = 1;
  /// Names of the communities when they came from a file, by community number; else empty.
  std::vector<std::string> community_names;
  /// Strength or signed rating of each directed tie, parallel to the rows of `graph`; empty when
  /// the source has none.
  SharedArray<float> strength;
  /// Ids of the people as written in a file, by person number; empty for generated networks.
  std::vector<std::string> labels;
};

}  // namespace rapport
