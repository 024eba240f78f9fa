#include "parameters/network_kinds.hpp"

#include <array>

namespace rapport {
namespace {

constexpr auto rows = std::to_array<NetworkKindRow>({
    {NetworkKind::communities, "communities",
     "groups whose members know each other more often than they know others",
     "people|mean_degree|community_size|within_share|per_replicate"},
    {NetworkKind::scale_free, "scale-free",
     "preferential attachment (Barabasi and Albert): a few hubs, many people with few ties",
     "people|mean_degree|per_replicate"},
    {NetworkKind::small_world, "small-world",
     "a ring of near neighbours with some ties rewired at random (Watts and Strogatz)",
     "people|mean_degree|rewiring|per_replicate"},
    {NetworkKind::random, "random",
     "every pair is tied with the same probability (Erdos and Renyi)",
     "people|mean_degree|per_replicate"},
    {NetworkKind::regular, "regular", "random ties, everyone has equally many",
     "people|mean_degree|per_replicate"},
    {NetworkKind::ring, "ring", "everyone is tied to the two next to them in a circle", "people"},
    {NetworkKind::path, "path", "a chain of people from one end to the other", "people"},
    {NetworkKind::star, "star", "person 0 is tied to everyone, the others only to person 0",
     "people"},
    {NetworkKind::complete, "complete", "everyone is tied to everyone", "people"},
    {NetworkKind::file, "file", "ties read from a file, groups from another one", "path|groups"},
});

}  // namespace

std::span<const NetworkKindRow> network_kind_rows() {
  return rows;
}

const NetworkKindRow& network_kind_row(NetworkKind kind) {
  return rows[static_cast<std::size_t>(kind)];
}

bool is_in_list(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto bar = list.find('|');
    if (list.substr(0, bar) == word) return true;
    if (bar == std::string_view::npos) return false;
    list.remove_prefix(bar + 1);
  }
  return false;
}

}  // namespace rapport
