#include "simulation/world.hpp"

#include <algorithm>
#include <deque>
#include <vector>

#include "simulation/day.hpp"
#include "simulation/pictures.hpp"
#include "simulation/record.hpp"

namespace rapport {
namespace {

void keep_people(const WorldState& world, RunResult& result) {
  const std::uint32_t people = world.relations.people();
  result.final_trust.resize(people);
  result.final_annoyance.resize(people);
  for (std::uint32_t p = 0; p < people; ++p) {
    const Feelings feelings = world.look(p, world.horizon - 1);
    result.final_trust[p] = feelings.trust;
    result.final_annoyance[p] = feelings.annoyance;
  }
}

/// All senders of a world, the campaign's own first.
class Senders {
 public:
  Senders(const WorldInputs& inputs, WorldMemory& memory) {
    const std::uint32_t people = inputs.population.people();
    const auto rivals = inputs.scenario.campaigns[inputs.campaign].rivals.size();
    for (std::uint32_t slot = 0; slot <= rivals; ++slot) {
      all_.push_back(&states_.emplace_back(inputs, slot, memory.relations(people, slot)));
    }
    if (rivals > 0) meet(people);
  }
  WorldState& own() { return states_.front(); }

  void begin(Day day) {
    for (WorldState& state : states_) {
      state.rules.day = day;
      if (day > 0) state.totals.next_day();
    }
  }
  void live_day(DayMemory& memory) {
    rapport::live_day(all_, memory);
    // The campaign's own day ends in its record; of rivals nothing is recorded.
    for (std::size_t slot = 1; slot < all_.size(); ++slot) all_[slot]->end_day();
  }

 private:
  void meet(std::uint32_t people) {
    for (WorldState& state : states_) {
      for (const Approach& approach : state.approaches) {
        const ChannelRow& channel = row_of(approach.channel);
        if (channel.origin != Origin::sender) continue;
        state.touches_today[static_cast<std::size_t>(channel.venue)].assign(people, 0);
      }
      for (WorldState& other : states_) {
        if (&other != &state) state.rivals.push_back(&other);
      }
    }
  }

  std::deque<WorldState> states_;
  std::vector<WorldState*> all_;
};

}  // namespace

void WorldMemory::begin_run() {
  if (under_way_) relations_.clear();
  under_way_ = true;
}

Relations& WorldMemory::relations(std::uint32_t people, std::uint32_t slot) {
  if (!relations_.empty() && relations_.front().people() != people) relations_.clear();
  while (relations_.size() <= slot) relations_.emplace_back(people);
  relations_[slot].clear();
  return relations_[slot];
}

RunResult run_world(const WorldInputs& inputs, WorldMemory& memory, const Crew* crew) {
  memory.begin_run();
  Senders senders(inputs, memory);
  WorldState& world = senders.own();
  Record record(world.horizon, inputs.scenario.daily);
  const auto days_pictured =
      inputs.pictured.empty() ? std::vector<Day>{} : picture_days(world.horizon);
  Snapshots snapshots;
  DayMemory day_memory(inputs.population.people(), crew);
  bool ended = false;  // nothing can happen any more: the remaining days only fade
  for (Day day = 0; day < world.horizon; ++day) {
    senders.begin(day);
    if (!ended) senders.live_day(day_memory);
    record.close_day(world);
    ended = ended || nothing_left(world);
    if (std::binary_search(days_pictured.begin(), days_pictured.end(), day)) {
      take_picture(world, inputs.pictured, snapshots);
    }
  }
  RunResult result = record.finish(world);
  result.snapshots = std::move(snapshots);
  if (inputs.scenario.people) keep_people(world, result);
  memory.end_run();
  return result;
}

}  // namespace rapport
