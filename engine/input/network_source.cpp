#include "input/network_source.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <new>
#include <unistd.h>

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

Network network_from_file(const NetworkSpec& spec, const Draws& /*draws*/) {
  return read_network(spec.path, spec.groups).network;
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

/// Bytes at the peak of building. A tie takes 8 bytes in the list and 8 in the rows; with igraph
/// the peak was measured at 110 bytes a tie (regular and small-world, mean degree 10).
double peak_bytes(const NetworkSpec& spec) {
  const double people = spec.people;
  switch (spec.kind) {
    case NetworkKind::file:
      return 0;  // not known before it is read
    case NetworkKind::complete:
      return people * (people - 1) * 4;
    case NetworkKind::ring:
    case NetworkKind::path:
    case NetworkKind::star:
      return people * (20 + 16);
    case NetworkKind::communities:
    case NetworkKind::random:
      return people * (20 + spec.mean_degree / 2 * 16);
    case NetworkKind::scale_free:
    case NetworkKind::small_world:
    case NetworkKind::regular:
      return people * (20 + spec.mean_degree / 2 * 110);
  }
  return 0;
}

/// Refused beforehand: Linux would hand the memory out and end the program when it is used.
void require_memory(const NetworkSpec& spec) {
  const double has =
      static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
  const double needs = peak_bytes(spec);
  if (needs <= has) return;
  throw Failure(
      ExitCode::bad_data,
      fmt::format("a {} network of {} people does not fit into memory (building it takes "
                  "about {:.1f} GB, this machine has {:.1f} GB); lower network.people{}",
                  rows[static_cast<std::size_t>(spec.kind)].name, spec.people, needs / 1e9,
                  has / 1e9, spec.kind == NetworkKind::complete ? "" : " or network.mean_degree"));
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

Network build_network(const NetworkSpec& spec, std::uint64_t seed, std::uint32_t replicate) {
  if (spec.people == 0 && spec.kind != NetworkKind::file) {
    throw Failure(ExitCode::bad_data,
                  "network.people = 0 leaves nobody to reach; use at least 1 person");
  }
  require_memory(spec);
  try {
    return rows[static_cast<std::size_t>(spec.kind)].build(spec, Draws(seed, replicate));
  } catch (const std::bad_alloc&) {
    throw Failure(ExitCode::bad_data,
                  "the network does not fit into memory (the system refused to give more); use a "
                  "smaller one or a larger machine");
  }
}

}  // namespace rapport
