#include "experiment/person_story.hpp"

#include <utility>

#include "encounter/batch.hpp"

namespace rapport {
namespace {

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

class Listener final : public EncounterLog {
 public:
  explicit Listener(std::uint32_t person) : person_(person) {}

  void note(const Batch& b, Day day) override {
    for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(b.size); ++i) {
      if (b.target[i] == person_) events_.push_back(event_of(b, i, day));
    }
  }
  std::vector<StoryEvent> events() && { return std::move(events_); }

 private:
  std::uint32_t person_;
  std::vector<StoryEvent> events_;
};

}  // namespace

PersonStory story_of(const WorldInputs& inputs, std::uint32_t person) {
  Scenario scenario = inputs.scenario;
  scenario.people = true;  // how it ends for everybody is part of no digest
  Listener listener(person);
  WorldMemory memory;
  RunResult result = run_world({scenario, inputs.network, inputs.population, inputs.campaign,
                                inputs.replicate, inputs.pictured, &listener},
                               memory);
  const float trust = result.final_trust[person], annoyance = result.final_annoyance[person];
  return {inputs.population.traits[person].prior_trust(), std::move(listener).events(), trust,
          annoyance, std::move(result)};
}

}  // namespace rapport
