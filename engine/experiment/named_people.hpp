// Finds the people whom a campaign names by the ids of a network's file.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "network/network.hpp"
#include "parameters/scenario.hpp"

namespace rapport {

/// The numbers in one network of all people whom a scenario names.
class NamedPeople {
 public:
  NamedPeople() = default;
  /// Throws Failure(bad_data) when the network has no person of such an id.
  NamedPeople(const Scenario& scenario, const Network& network);

  /// Adds to each campaign's `ids` the numbers of its `labels`. The campaigns must name nobody whom
  /// that scenario did not name.
  void number(Scenario& scenario) const;

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace rapport
