// The list of people whom a sender invites one by one: everybody once, in one random order.
#pragma once

#include <cstdint>

#include "core/permutation.hpp"
#include "strategies/strategy.hpp"

namespace rapport {

class InvitationList {
 public:
  /// Calls send(person), which gives a Plan::Sent, for one person after the other until something
  /// is in the way; whoever stood in the way is next on the following day. People who are
  /// connected, or whom the sender has addressed otherwise, are left out.
  template <class Send>
  void invite(const Situation& now, Send send) {
    const std::uint32_t people = now.population.people();
    const Permutation order(now.rules.draws, people, 0, Purpose::target);
    for (; next_ < people; ++next_) {
      const std::uint32_t person = order[next_];
      if (!now.sender.is_to_be_invited(person)) continue;
      if (send(person) != Plan::Sent::yes) return;
      now.sender.addressed.insert(person);
    }
    used_up_ = true;
  }

  /// Whether everybody has been invited.
  bool used_up() const { return used_up_; }

 private:
  std::uint32_t next_ = 0;
  bool used_up_ = false;
};

}  // namespace rapport
