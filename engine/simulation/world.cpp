#include "simulation/world.hpp"

#include <algorithm>

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

}  // namespace

Relations& WorldMemory::relations(std::uint32_t people) {
  if (relations_.empty() || relations_.front().people() != people) {
    relations_.clear();
    relations_.emplace_back(people);
  } else {
    relations_.front().clear();
  }
  return relations_.front();
}

RunResult run_world(const WorldInputs& inputs, WorldMemory& memory) {
  WorldState world(inputs, memory.relations(inputs.population.people()));
  Record record(world.horizon, inputs.scenario.daily);
  const auto days_pictured =
      inputs.pictured.empty() ? std::vector<Day>{} : picture_days(world.horizon);
  Snapshots snapshots;
  DayMemory day_memory(inputs.population.people());
  bool ended = false;  // nothing can happen any more: the remaining days only fade
  for (Day day = 0; day < world.horizon; ++day) {
    world.rules.day = day;
    if (day > 0) world.totals.next_day();
    if (!ended) live_day(world, day_memory);
    record.close_day(world);
    ended = ended || nothing_left(world);
    if (std::binary_search(days_pictured.begin(), days_pictured.end(), day)) {
      take_picture(world, inputs.pictured, snapshots);
    }
  }
  RunResult result = record.finish(world);
  result.snapshots = std::move(snapshots);
  if (inputs.scenario.people) keep_people(world, result);
  return result;
}

}  // namespace rapport
