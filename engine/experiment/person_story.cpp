#include "experiment/person_story.hpp"

#include <deque>

#include "simulation/day.hpp"
#include "simulation/record.hpp"
#include "simulation/world_state.hpp"

namespace rapport {
namespace {

struct Listener {
  std::uint32_t person;
  PersonStory* story;
};

// Rules are plain functions without user data, so where this one writes must live beside it.
thread_local Listener listener{};

StoryEvent event_of(const Batch& b, Eigen::Index i, Day day) {
  StoryEvent event;
  event.day = day;
  event.channel = b.channel();
  event.trust_before = b.trust_before[i];
  event.trust = b.trust[i];
  event.annoyance_before = b.annoyance_before[i];
  event.annoyance = b.annoyance[i];
  event.accepted = b.accepted[i] != 0;
  event.declined = b.declined[i] != 0;
  event.replied = b.replied[i] != 0;
  event.bought = b.bought[i] != 0;
  event.muted = b.muted[i] != 0;
  event.blocked = b.blocked[i] != 0;
  event.reported = b.reported[i] != 0;
  event.tells_good = (b.shared[i] & 1u) != 0;
  event.tells_bad = (b.shared[i] & 2u) != 0;
  event.complains = (b.shared[i] & 4u) != 0;
  return event;
}

/// A rule that changes nothing and notes the encounters of one person, after all other rules.
void listen(Batch& b, const Rules& rules) {
  for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(b.size); ++i) {
    if (b.target[i] != listener.person) continue;
    listener.story->events.push_back(event_of(b, i, rules.day));
  }
}

/// All senders of the world, the campaign's own first, as a run has them.
class Cast {
 public:
  Cast(const WorldInputs& inputs, WorldMemory& memory) {
    const std::uint32_t people = inputs.population.people();
    const auto rivals = inputs.scenario.campaigns[inputs.campaign].rivals.size();
    for (std::uint32_t slot = 0; slot <= rivals; ++slot) {
      all_.push_back(&states_.emplace_back(inputs, slot, memory.relations(people, slot)));
    }
    for (WorldState& state : states_) {
      if (rivals > 0) state.messages_today.assign(people, 0);
      for (WorldState& other : states_) {
        if (&other != &state) state.rivals.push_back(&other);
      }
    }
  }

  WorldState& own() { return states_.front(); }
  void live(Day day, DayMemory& memory, bool is_over) {
    for (WorldState& state : states_) {
      state.rules.day = day;
      if (day > 0) state.totals.next_day();
    }
    if (is_over) return;
    live_day(all_, memory);
    for (std::size_t slot = 1; slot < all_.size(); ++slot) all_[slot]->end_day();
  }

 private:
  std::deque<WorldState> states_;
  std::vector<WorldState*> all_;
};

}  // namespace

PersonStory story_of(const WorldInputs& inputs, std::uint32_t person) {
  PersonStory story;
  story.first_trust = inputs.population.traits[person].prior_trust();
  listener = {person, &story};
  WorldMemory memory;
  Cast cast(inputs, memory);
  WorldState& world = cast.own();
  world.active.by_step[static_cast<std::size_t>(Step::talk)].push_back(listen);
  Record record(world.horizon, inputs.scenario.daily);
  DayMemory day_memory(inputs.population.people());
  bool is_over = false;
  for (Day day = 0; day < world.horizon; ++day) {
    cast.live(day, day_memory, is_over);
    record.close_day(world);
    is_over = is_over || nothing_left(world);
  }
  const Feelings last = world.look(person, world.horizon - 1);
  story.last_trust = last.trust;
  story.last_annoyance = last.annoyance;
  story.digest = record.finish(world).digest;
  listener = {};
  return story;
}

}  // namespace rapport
