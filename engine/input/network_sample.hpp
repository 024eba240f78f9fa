// Chooses the people of a network that a picture shows, and lays them out.
#pragma once

#include <cstddef>
#include <cstdint>

#include "network/network.hpp"
#include "network/network_sample.hpp"

namespace rapport {

/// Everyone when the network has at most `limit` people; else a snowball sample: from 16 people
/// drawn at random everyone names up to 8 neighbours, who name theirs, until `limit` are found. So
/// ties are kept, and several neighbourhoods and communities are seen; hubs are seen too often, as
/// in every snowball. The layout puts people near whom they are tied to. Same arguments, same
/// sample.
NetworkSample sample_network(const Network& network, std::size_t limit, std::uint64_t seed);

}  // namespace rapport
