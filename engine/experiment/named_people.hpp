// Finds the people whom a campaign names by the ids of a network's file.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "network/network.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// Looks people of one network up for all points that share it. The network must outlive it.
class NamedPeople {
 public:
  explicit NamedPeople(const Network& network) : network_(network) {}

  /// Adds to each campaign's `ids` the numbers of its `labels`. Throws Failure(bad_data) when the
  /// network has no person of that id.
  void number(Scenario& scenario);

 private:
  void number(Campaign& campaign);

  const Network& network_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // made when first needed
};

}  // namespace rapport
