#include "strategies/community_members.hpp"

#include <numeric>

namespace rapport {

CommunityMembers::CommunityMembers(const Network& network)
    : begins_(network.communities + 1, 0), people_(network.community.size()) {
  for (const std::uint32_t community : network.community) ++begins_[community + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  std::vector<std::uint32_t> next = begins_;
  for (std::uint32_t person = 0; person < people_.size(); ++person) {
    people_[next[network.community[person]]++] = person;
  }
}

}  // namespace rapport
