#include "strategies/notes.hpp"

namespace rapport {

Approach invitation_by(Channel channel, double value, double seconds) {
  Approach invitation;
  invitation.channel = channel;
  invitation.value = static_cast<float>(value);
  invitation.seconds = seconds;
  return invitation;
}

Approach ResearchedNotes::approach() const {
  Approach note = invitation_by(channel_, value_, seconds_);
  note.researched = true;
  return note;
}

void ResearchedNotes::write(const Situation& now, Plan& plan, std::uint8_t approach) {
  list_.invite(now, [&](std::uint32_t person) {
    return plan.send(PersonId{person}, approach, research(now, person));
  });
}

}  // namespace rapport
