// A few people of the network with their ties and a layout, for pictures.
#pragma once

#include <cstdint>
#include <vector>

namespace rapport {

/// At most a few thousand people. All vectors of people are parallel; all ties join two of them.
struct NetworkSample {
  std::vector<std::uint32_t> person;  // number in the whole network, ascending
  std::vector<std::uint32_t> community;
  std::vector<float> x, y;                      // layout in [0, 1]
  std::vector<std::uint32_t> tie_from, tie_to;  // positions in `person`, from < to
  std::uint32_t people_in_network = 0;
  std::uint64_t ties_in_network = 0;
};

}  // namespace rapport
