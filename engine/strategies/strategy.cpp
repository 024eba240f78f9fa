#include "strategies/strategy.hpp"

#include <algorithm>
#include <cmath>

namespace rapport {

Plan::Sent Plan::send(PersonId person, std::uint8_t approach, std::uint8_t topic) {
  const std::uint32_t one = index(person);
  return send_all({&one, 1}, approach, topic);
}

Plan::Sent Plan::send_all(std::span<const std::uint32_t> people, std::uint8_t approach,
                          std::uint8_t topic) {
  const Approach& how = approaches_[approach];
  const ChannelRow& channel = row_of(how.channel);
  const bool invites = channel.answer == Answer::connection;
  const bool unasked = invites || channel.answer == Answer::reply;
  auto count = static_cast<double>(people.size());
  if (unasked && limits_.restricted) count = 0;
  if (invites) count = std::min(count, std::floor(limits_.invitations));
  const double allowed = count;
  if (how.seconds > 0) {
    const double room = std::floor((limits_.seconds + slack_) / how.seconds);
    count = std::min(count, std::max(0.0, room));
  }
  const auto sent = static_cast<std::uint32_t>(count);
  limits_.seconds -= count * how.seconds;
  seconds_spent_ += count * how.seconds;
  if (invites) {
    limits_.invitations -= count;
    invitations_sent_ += sent;
  }
  if (channel.origin == Origin::sender) messages_sent_ += sent;
  std::vector<Encounter>& touches = touches_[approach];
  for (const std::uint32_t person : people.first(sent)) {
    touches.push_back({person, the_sender, topic});
  }
  if (sent == people.size()) return Sent::yes;
  return count < allowed ? Sent::out_of_time : Sent::refused_by_platform;
}

}  // namespace rapport
