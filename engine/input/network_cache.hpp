// Networks that are kept from one start of the program to the next.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "core/crew.hpp"
#include "network/network.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// Raised by hand whenever the same specification, seed or file gives another network than before,
/// so that those of an older program are built again.
inline constexpr int networks_version = 1;

struct NetworkCache {
  std::string folder;  // where they are kept; empty: nowhere
  /// Hears, in a sentence, of a file that cannot be used or kept.
  std::function<void(const std::string&)> warn = [](const std::string&) {};
};

/// Everything that a network depends on, as text: its kind, the keys that this reads, the seed or
/// the content of its files, and networks_version.
std::string network_key(const NetworkSpec& spec, std::uint64_t seed);

/// The network that build_network gives for replicate 0: mapped from the cache, or built and then
/// kept there. A file in the cache that is damaged, cut off, foreign or old is reported and
/// replaced, and what cannot be kept is reported and built again next time. Several processes may
/// use a folder at once. Throws what build_network throws.
Network cached_network(const NetworkCache& cache, const NetworkSpec& spec, std::uint64_t seed,
                       const Crew& crew);

}  // namespace rapport
