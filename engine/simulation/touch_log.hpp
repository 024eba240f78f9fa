// What the sender's tools write down of people, for those who attribute sales to messages.
#pragma once

#include <cstdint>
#include <vector>

#include "encounter/channels.hpp"
#include "simulation/encounter_log.hpp"

namespace rapport {

/// Messages that were read and purchases of one run, in the order in which they happened.
struct TouchLog final : EncounterLog {
  struct Event {
    std::uint32_t person;
    Channel channel;  // of the message; of a purchase, that at which it came about
    bool purchase;
  };
  std::vector<Event> events;

  /// Appends what happened in a batch; a purchase stands after the message that led to it. News
  /// and people's own visits are no messages: tools do not see who told whom.
  void note(const Batch& batch, Day day) override;
};

}  // namespace rapport
