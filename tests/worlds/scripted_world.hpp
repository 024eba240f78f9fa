// A world whose sender follows a script: the days of the real engine, touches chosen by the test.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "simulation/day.hpp"
#include "simulation/record.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {

/// Plans what the test says.
class Scripted final : public Strategy {
 public:
  using Script = std::function<void(const Situation&, Plan&)>;

  Scripted(std::vector<Approach> approaches, Script script)
      : approaches_(std::move(approaches)), script_(std::move(script)) {}
  std::vector<Approach> approaches() const override { return approaches_; }
  void plan(const Situation& now, Plan& plan) override { script_(now, plan); }

 private:
  std::vector<Approach> approaches_;
  Script script_;
};

/// One world of its own, which can be looked at after any day.
class ScriptedWorld {
 public:
  ScriptedWorld(Scenario scenario, std::unique_ptr<Strategy> strategy, std::uint32_t replicate = 0)
      : scenario_(with_idle_campaign(std::move(scenario))),
        network_(build_network(scenario_.network, scenario_.seed, 0)),
        population_(
            draw_population(network_, scenario_.parameters, Draws(scenario_.seed, replicate))),
        relations_(population_.people()),
        inputs_{scenario_, network_, population_, 0, replicate},
        state_(inputs_, 0, relations_),
        record_(scenario_.horizon_days, scenario_.daily),
        memory_(population_.people(), nullptr) {
    const auto approaches = strategy->approaches();
    // The world's own failures stay last.
    state_.approaches.insert(state_.approaches.end() - 1, approaches.begin(), approaches.end());
    state_.agenda.resize(state_.approaches.size());
    state_.strategy = std::move(strategy);
  }
  ScriptedWorld(Scenario scenario, std::vector<Approach> approaches, Scripted::Script script,
                std::uint32_t replicate = 0)
      : ScriptedWorld(std::move(scenario),
                      std::make_unique<Scripted>(std::move(approaches), std::move(script)),
                      replicate) {}

  /// Lives through all days.
  RunResult live() {
    for (Day day = 0; day < scenario_.horizon_days; ++day) {
      state_.rules.day = day;
      if (day > 0) state_.totals.next_day();
      live_day(std::array{&state_}, memory_);
      record_.close_day(state_);
    }
    return record_.finish(state_);
  }

  /// The moving parts, to put a rule of the test in the place of one that is off.
  WorldState& state() { return state_; }
  const Network& network() const { return network_; }
  std::uint32_t people() const { return population_.people(); }
  std::uint32_t marks(std::uint32_t person) const { return relations_[person].marks; }
  /// Everybody's trust and annoyance at the end of the last day.
  std::vector<double> trust() const { return look(&Feelings::trust); }
  std::vector<double> annoyance() const { return look(&Feelings::annoyance); }

 private:
  // The hours are those of the scenario's campaign; by default there is time for everything.
  static Scenario with_idle_campaign(Scenario scenario) {
    const double hours = scenario.campaigns.empty() ? 24 : scenario.campaigns.front().hours_per_day;
    scenario.campaigns = {campaign("do-nothing", hours)};
    return scenario;
  }
  std::vector<double> look(float Feelings::*feeling) const {
    std::vector<double> values(people());
    for (std::uint32_t p = 0; p < people(); ++p) {
      const Feelings feelings = state_.look(p, scenario_.horizon_days - 1);
      values[p] = static_cast<double>(feelings.*feeling);
    }
    return values;
  }

  Scenario scenario_;
  Network network_;
  Population population_;
  Relations relations_;
  WorldInputs inputs_;
  WorldState state_;
  Record record_;
  DayMemory memory_;
};

/// Sends everybody the same.
inline void send_to_all(const Situation& now, Plan& plan, std::uint8_t approach) {
  for (std::uint32_t p = 0; p < now.population.people(); ++p) {
    plan.send(PersonId{p}, approach, any_topic);
  }
}

/// A draw of the test's own, with the chance given.
inline bool happens(const Situation& now, std::uint32_t person, double chance) {
  return now.rules.draws.uniform(PersonId{person}, now.rules.day, 0, Purpose::target) <
         static_cast<float>(chance);
}

}  // namespace rapport::test
