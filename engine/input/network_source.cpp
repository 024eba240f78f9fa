#include "input/network_source.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <new>

#include "core/failure.hpp"
#include "core/random.hpp"
#include "input/generators.hpp"
#include "input/network_file.hpp"

namespace rapport {
namespace {

constexpr std::array<std::string_view, 1> shape_keys{"people"};
constexpr std::array<std::string_view, 3> degree_keys{"people", "mean_degree", "per_replicate"};
constexpr std::array<std::string_view, 5> communities_keys{
    "people", "mean_degree", "community_size", "within_share", "per_replicate"};
constexpr std::array<std::string_view, 4> small_world_keys{"people", "mean_degree", "rewiring",
                                                           "per_replicate"};
constexpr std::array<std::string_view, 2> file_keys{"path", "groups"};

Network network_from_file(const NetworkSpec& spec, const Draws& /*draws*/, const Crew& crew) {
  return read_network(spec.path, spec.groups, crew).network;
}

constexpr std::array<NetworkRow, 10> rows{{
    {NetworkKind::communities, "communities",
     "planted partition: equal communities with most ties inside them", communities_keys,
     communities_network},
    {NetworkKind::scale_free, "scale-free",
     "Barabasi-Albert: newcomers tie themselves to the well connected, so hubs grow", degree_keys,
     scale_free_network},
    {NetworkKind::small_world, "small-world",
     "Watts-Strogatz: a ring of near neighbours in which some ties are rewired", small_world_keys,
     small_world_network},
    {NetworkKind::random, "random", "Erdos-Renyi G(n, m): every set of ties is equally likely",
     degree_keys, random_network},
    {NetworkKind::regular, "regular", "random ties, but everyone has exactly mean_degree of them",
     degree_keys, regular_network},
    {NetworkKind::ring, "ring", "everyone is tied to the two people beside them", shape_keys,
     ring_network},
    {NetworkKind::path, "path", "a ring that is open between the last person and person 0",
     shape_keys, path_network},
    {NetworkKind::star, "star", "person 0 is tied to everyone, and there is no other tie",
     shape_keys, star_network},
    {NetworkKind::complete, "complete", "everyone is tied to everyone", shape_keys,
     complete_network},
    {NetworkKind::file, "file",
     "ties from a file (CSV, TSV, blanks, Pajek, GraphML, GML; gzip), groups from another one",
     file_keys, network_from_file},
}};

double directed_ties(const NetworkSpec& spec) {
  const double people = spec.people;
  switch (spec.kind) {
    case NetworkKind::ring:
    case NetworkKind::path:
    case NetworkKind::star:
      return people * 2;
    case NetworkKind::complete:
      return people * (people - 1);
    default:
      return people * spec.mean_degree;
  }
}

}  // namespace

std::span<const NetworkRow> network_rows() {
  return rows;
}

const NetworkRow* find_network(std::string_view name) {
  const auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const NetworkRow& each) { return each.name == name; });
  return row == rows.end() ? nullptr : &*row;
}

NetworkMemory network_memory(const NetworkSpec& spec) {
  if (spec.kind == NetworkKind::file) return {};
  const double people = spec.people, ties = directed_ties(spec);
  NetworkMemory bytes;
  bytes.kept = people * (sizeof(std::uint64_t) + sizeof(std::uint32_t)) + ties * 4;
  switch (spec.kind) {
    case NetworkKind::communities:
    case NetworkKind::random:
      // Straight into rows. A dense network is listed once, all possible ties of it.
      bytes.building = bytes.kept + (2 * ties > people * people ? people * people * 4 : 0);
      break;
    case NetworkKind::complete:
      bytes.building = bytes.kept;
      break;
    case NetworkKind::scale_free:
      bytes.building = bytes.kept + ties * 2;  // the older end of each tie
      break;
    case NetworkKind::small_world:
    case NetworkKind::regular:
      // Measured at the peak of igraph: 110 bytes an undirected tie (mean degree 10).
      bytes.building = people * 12 + ties * 55;
      break;
    default:
      bytes.building = bytes.kept + ties * 4;  // the list of ties
  }
  return bytes;
}

Network build_network(const NetworkSpec& spec, std::uint64_t seed, std::uint32_t replicate,
                      const Crew& crew) {
  if (spec.people == 0 && spec.kind != NetworkKind::file) {
    throw Failure(ExitCode::bad_data,
                  "network.people = 0 leaves nobody to reach; use at least 1 person");
  }
  try {
    return rows[static_cast<std::size_t>(spec.kind)].build(spec, Draws(seed, replicate), crew);
  } catch (const std::bad_alloc&) {
    throw Failure(ExitCode::bad_data,
                  "the network does not fit into memory (the system refused to give more); use a "
                  "smaller one or a larger machine");
  }
}

}  // namespace rapport
