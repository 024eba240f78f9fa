#include "strategies/strategy.hpp"

namespace rapport {

Plan::Sent Plan::send(PersonId person, std::uint8_t approach, std::uint8_t topic) {
  const Approach& how = approaches_[approach];
  const ChannelRow& channel = row_of(how.channel);
  const bool invites = channel.answer == Answer::connection;
  if (limits_.restricted && (invites || channel.answer == Answer::reply)) {
    return Sent::refused_by_platform;
  }
  if (invites && limits_.invitations < 1) return Sent::refused_by_platform;
  if (static_cast<double>(how.seconds) > limits_.seconds) return Sent::out_of_time;
  limits_.seconds -= static_cast<double>(how.seconds);
  seconds_spent_ += static_cast<double>(how.seconds);
  if (invites) {
    limits_.invitations -= 1;
    ++invitations_sent_;
  }
  encounters_.push_back(
      {index(person), the_sender, static_cast<std::uint8_t>(first_approach_ + approach), topic});
  return Sent::yes;
}

}  // namespace rapport
