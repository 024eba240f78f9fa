#include "input/network_file.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include "core/failure.hpp"
#include "input/network_foreign.hpp"
#include "input/network_groups.hpp"
#include "input/network_ties.hpp"
#include "network/tie_rows.hpp"

namespace rapport {
namespace {

std::size_t position_in_rows(const Graph& graph, std::uint32_t person, std::uint32_t other) {
  const auto row = graph.neighbours(person);
  const auto found = std::lower_bound(row.begin(), row.end(), other);
  return graph.row_begin(person) + static_cast<std::size_t>(found - row.begin());
}

/// Strength of each directed tie; what was written for one direction only holds for both.
std::vector<float> strength_by_rows(const Graph& graph, const NamedTies& named) {
  std::vector<float> strength(2 * graph.ties(), std::numeric_limits<float>::quiet_NaN());
  for (std::size_t i = 0; i < named.ties.size(); ++i) {
    const auto& [a, b] = named.ties[i];
    if (a != b) strength[position_in_rows(graph, a, b)] = named.strength[i];
  }
  for (std::uint32_t p = 0; p < graph.people(); ++p) {
    for (const std::uint32_t other : graph.neighbours(p)) {
      float& own = strength[position_in_rows(graph, p, other)];
      if (std::isnan(own)) own = strength[position_in_rows(graph, other, p)];
    }
  }
  return strength;
}

}  // namespace

NetworkFile read_network(const std::string& path, const std::string& groups, const Crew& crew) {
  const NetworkFormat format = format_of(path);
  NamedTies named =
      format == NetworkFormat::text ? read_tie_list(path) : read_foreign(path, format);
  if (named.ties.empty()) {
    throw Failure(ExitCode::bad_data,
                  fmt::format("{}: error: the file holds no ties (a network needs at least one); "
                              "give two ids a line",
                              path));
  }
  NetworkFile file;
  file.reading.lines = named.lines;
  file.reading.ties = named.ties.size();
  for (const float strength : named.strength) {
    file.reading.positive += strength > 0 ? 1 : 0;
    file.reading.negative += strength < 0 ? 1 : 0;
  }
  const auto people = static_cast<std::uint32_t>(named.labels.size());
  TieCleaning cleaning;
  file.network.graph = graph_from_ties(people, named.ties, &cleaning, crew);
  file.reading.self_loops = cleaning.self_loops;
  file.reading.repeated = cleaning.repeated;
  if (!named.strength.empty()) {
    file.network.strength = strength_by_rows(file.network.graph, named);
  }
  file.network.labels = std::move(named.labels);
  file.network.community = one_community(people);
  if (!groups.empty()) read_groups(groups, file.network);
  return file;
}

}  // namespace rapport
