// One run, told from one person's side: every encounter that moved its trust or annoyance.
#pragma once

#include <cstdint>
#include <vector>

#include "encounter/channels.hpp"
#include "simulation/run_result.hpp"
#include "simulation/world.hpp"

namespace rapport {

/// An encounter that the person took notice of.
struct StoryEvent {
  Day day = 0;
  Channel channel = Channel::message;
  // As they had faded until then, and afterwards.
  float trust_before = 0, trust = 0;
  float annoyance_before = 0, annoyance = 0;
  bool accepted = false, declined = false, replied = false, bought = false;
  bool muted = false, blocked = false, reported = false;
  bool tells_good = false, tells_bad = false, complains = false;
};

struct PersonStory {
  float first_trust = 0;                     // prior trust
  std::vector<StoryEvent> events;            // in the order in which they happened
  float last_trust = 0, last_annoyance = 0;  // at the end of the last day
  RunResult run;                             // the same with and without a listener
};

/// Runs the world and listens to one person. The sender is the campaign's own.
PersonStory story_of(const WorldInputs& inputs, std::uint32_t person);

}  // namespace rapport
