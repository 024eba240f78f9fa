// What the people around a sender did on a day, as far as anybody gets to know it.
#pragma once

#include <cstdint>
#include <vector>

namespace rapport {

/// What one way of addressing people moved on a day, as the sender's own tools count it.
struct Moved {
  std::uint32_t sent = 0;  // messages and invitations
  std::uint32_t replies = 0;
  std::uint32_t connections = 0;  // new ones
  std::uint32_t sales = 0;        // at the touch itself

  Moved& operator+=(const Moved& other) {
    sent += other.sent;
    replies += other.replies;
    connections += other.connections;
    sales += other.sales;
    return *this;
  }
};

/// What the sender learns on the evening of a day. People stand in the order of encounters.
struct Answers {
  struct Response {
    std::uint32_t person;
    std::uint8_t topic;  // what the sender had written about
  };
  std::vector<Response> connected, replied;
  std::vector<Response> responded;      // to a post, before everybody
  std::vector<std::uint32_t> lost;      // connections that were broken off
  std::vector<std::uint32_t> declined;  // said no to an invitation
  std::vector<std::uint32_t> bought;
  std::vector<std::uint32_t> praised;  // told others something good, where the sender can read it
  /// Muted, blocked or reported the sender, who does not see it: the people around them do.
  std::vector<std::uint32_t> turned_away;
  std::vector<Moved> moved;  // by the strategy's approach
  std::uint32_t sales = 0;   // purchases, however they came about

  void clear() {
    connected.clear();
    replied.clear();
    responded.clear();
    lost.clear();
    declined.clear();
    bought.clear();
    praised.clear();
    turned_away.clear();
    moved.clear();
    sales = 0;
  }
};

}  // namespace rapport
