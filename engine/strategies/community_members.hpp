// Who belongs to which community of a network.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/network.hpp"

namespace rapport {

/// The people sorted by community: 4 bytes a person and 4 a community.
class CommunityMembers {
 public:
  explicit CommunityMembers(const Network& network);

  /// The people of a community, by number; none where it is empty.
  std::span<const std::uint32_t> of(std::uint32_t community) const {
    return std::span(people_).subspan(begins_[community],
                                      begins_[community + 1] - begins_[community]);
  }

 private:
  std::vector<std::uint32_t> begins_;  // of each community in `people_`, and the end
  std::vector<std::uint32_t> people_;
};

}  // namespace rapport
