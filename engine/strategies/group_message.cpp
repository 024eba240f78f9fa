#include "strategies/group_message.hpp"

#include <array>

#include "strategies/invitation_list.hpp"
#include "strategies/piece_of_work.hpp"

namespace rapport {
namespace {

enum Setting : std::size_t {
  invitation_seconds,
  message_seconds,
  recipient_seconds,
  group_size,
  every_days,
  value,
  pitch,
  exposure
};

constexpr auto settings = std::to_array<ParameterRow>({
    {"group-message", "invitation_seconds", ValueKind::number, "seconds", 18, 18, 0.001, 3600,
     "work for one blank invitation, by which connections are won",
     "seed claim N1: 200 in an hour (S)"},
    {"group-message", "message_seconds", ValueKind::number, "seconds", 600, 600, 0, 36000,
     "work for one message, however many get it", "estimate (D)"},
    {"group-message", "recipient_seconds", ValueKind::number, "seconds", 1, 1, 0.001, 3600,
     "work for adding one name to it", "estimate (D)"},
    {"group-message", "group_size", ValueKind::integer, "people", 50, 50, 1, 1000000,
     "most connections who get one message and see each other's names", "estimate (D)"},
    {"group-message", "every_days", ValueKind::integer, "days", 14, 14, 1, 3650,
     "days between two messages to one connection", "estimate (D)"},
    {"group-message", "value", ValueKind::number, "1", 0.1, 0.1, 0, 1,
     "what the message gives to a person whose interest it meets", "as a blast's: estimate (D)"},
    {"group-message", "pitch", ValueKind::number, "1", 1, 1, 0, 1, "how much of the message sells",
     "seed claims 99, 102 (S)"},
    {"group-message", "exposure", ValueKind::number, "1", 0.3, 0.3, 0, 1,
     "breach of confidence in showing a person's name to the others",
     "seed claims 100, 101 (S), value (D)"},
});

class GroupMessage final : public Strategy {
 public:
  explicit GroupMessage(const Campaign& campaign) : settings_(campaign.settings) {}

  std::vector<Approach> approaches() const override {
    Approach invitation;
    invitation.channel = Channel::blank_invitation;
    invitation.seconds = settings_[invitation_seconds];
    Approach message;
    message.channel = Channel::group_message;
    message.value = static_cast<float>(settings_[value]);
    message.pitch = static_cast<float>(settings_[pitch]);
    message.pitch_in_market = message.pitch;
    message.breach = static_cast<float>(settings_[exposure]);
    message.seconds = settings_[recipient_seconds];
    return {invitation, message};
  }

  void plan(const Situation& now, Plan& plan) override {
    const std::uint8_t topic = product_topic(now);
    write_to_connections(now, plan, topic);
    list_.invite(
        now, [&](std::uint32_t person) { return plan.send(PersonId{person}, invitation, topic); });
  }

 private:
  enum : std::uint8_t { invitation, message };

  void write_to_connections(const Situation& now, Plan& plan, std::uint8_t topic) {
    auto& connections = now.sender.connections;
    const auto is_due = [&] {
      return !connections.empty() &&
             connections.front().heard + static_cast<Day>(settings_[every_days]) <= now.rules.day;
    };
    while (is_due()) {
      Connection connection = connections.front();
      const bool lost = now.sender.lost.contains(connection.person);
      if (!lost && !add(plan, connection.person, topic)) return;
      connections.pop_front();
      if (lost) continue;
      connection.heard = now.rules.day;
      connections.push_back(connection);
    }
    places_ = 0;  // the message is sent to those who stand on it
  }

  // Puts a person on the message at hand, writing it first; false when the day has no room.
  bool add(Plan& plan, std::uint32_t person, std::uint8_t topic) {
    if (places_ == 0) {
      if (!writing_.is_at_hand()) writing_.begin(settings_[message_seconds]);
      if (!writing_.is_done_after(plan)) return false;
      places_ = static_cast<std::uint32_t>(settings_[group_size]);
    }
    if (plan.send(PersonId{person}, message, topic) != Plan::Sent::yes) return false;
    --places_;
    return true;
  }

  std::vector<double> settings_;
  InvitationList list_;
  std::uint32_t places_ = 0;  // left on the message at hand
  PieceOfWork writing_;
};

}  // namespace

const StrategyRow group_message_row = {
    "group-message",
    "one message to many connections at once, who see each other's names",
    settings,
    {},
    create_strategy<GroupMessage>};

}  // namespace rapport
