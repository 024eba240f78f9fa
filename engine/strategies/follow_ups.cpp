#include "strategies/follow_ups.hpp"

namespace rapport {

FollowUps::FollowUps(std::span<const double> campaign) {
  const auto own = campaign.last(settings);
  seconds_ = own[0];
  value_ = own[1];
  surprise_ = own[2];
  days_ = static_cast<Day>(own[3]);
  share_ = own[4];
}

Approach FollowUps::approach() const {
  Approach follow_up;
  follow_up.channel = Channel::follow_up;
  follow_up.value = static_cast<float>(value_);
  follow_up.surprise = static_cast<float>(surprise_);
  follow_up.pitch_in_market = 1;  // a connection who is searching says so
  follow_up.seconds = seconds_;
  return follow_up;
}

void FollowUps::write(const Situation& now, Plan& plan, std::uint8_t approach) const {
  const Day today = now.rules.day;
  const double reserved = plan.seconds_left() * (1.0 - share_);
  auto& connections = now.sender.connections;
  while (!connections.empty() && connections.front().heard + days_ <= today) {
    if (!plan.has_time_for(approach, reserved)) return;
    Connection connection = connections.front();
    connections.pop_front();
    if (now.sender.lost.contains(connection.person)) continue;
    plan.send(PersonId{connection.person}, approach, connection.topic);
    connection.heard = today;
    connections.push_back(connection);
  }
}

}  // namespace rapport
