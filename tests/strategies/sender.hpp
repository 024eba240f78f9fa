// A sender with one campaign and the people it may address.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "network/tie_rows.hpp"
#include "strategies/registry.hpp"
#include "strategies/strategy.hpp"
#include "tests/worlds/communities.hpp"

namespace rapport::test {

/// A campaign with its strategy's default settings, and these changed.
inline Campaign campaign(const std::string& strategy,
                         const std::vector<std::pair<std::string, double>>& settings = {}) {
  Campaign result;
  result.name = result.strategy = strategy;
  for (const ParameterRow& row : find_strategy(strategy)->parameters) {
    double value = row.seed_default;
    for (const auto& [name, chosen] : settings) value = row.name == name ? chosen : value;
    result.settings.push_back(value);
  }
  return result;
}

inline Network strangers(std::uint32_t people, const std::vector<Tie>& ties = {}) {
  Network network;
  network.graph = graph_from_ties(people, ties);
  network.community = one_community(people);
  return network;
}

/// Strangers in so many communities, one after the other.
inline Network grouped(std::uint32_t people, std::uint32_t communities) {
  Network network = strangers(people);
  network.communities = communities;
  network.community = in_turn(people, communities);
  return network;
}

/// What one day's planning came to.
struct DayPlan {
  std::vector<std::vector<Encounter>> touches;  // by the strategy's approach
  double seconds_spent = 0;
  std::uint32_t messages_sent = 0, invitations_sent = 0, inmails_sent = 0;
  std::uint32_t posts_published = 0, false_followers_bought = 0;
  double money_spent = 0;

  std::size_t size() const {
    std::size_t all = 0;
    for (const auto& some : touches) all += some.size();
    return all;
  }
};

class Sender {
 public:
  Sender(const Campaign& campaign, Network network, std::uint32_t replicate = 0)
      : network_(std::move(network)),
        draws_(42, replicate),
        population_(draw_population(network_, default_parameters(ParameterSet::seed), draws_)),
        strategy_(find_strategy(campaign.strategy)->create(campaign)),
        approaches_(strategy_->approaches()) {}

  Strategy& strategy() { return *strategy_; }
  const std::vector<Approach>& approaches() const { return approaches_; }
  const Population& population() const { return population_; }
  const Draws& draws() const { return draws_; }

  /// Lets the strategy plan a day within these limits.
  DayPlan plan(Day day, const Plan::Limits& limits) {
    DayPlan result;
    result.touches.resize(approaches_.size());
    Plan plan(approaches_, limits, result.touches);
    Rules rules{default_parameters(ParameterSet::seed), draws_, day, {}, {}, {}, {}};
    rules.open_complaints = open_complaints;
    strategy_->plan({network_, population_, rules, memory_}, plan);
    result.seconds_spent = plan.seconds_spent();
    result.messages_sent = plan.messages_sent();
    result.invitations_sent = plan.invitations_sent();
    result.inmails_sent = plan.inmails_sent();
    result.posts_published = plan.posts_published();
    result.false_followers_bought = plan.false_followers_bought();
    result.money_spent = plan.money_spent();
    return result;
  }
  /// Lets the sender and its strategy hear what came of a day.
  void learn(Day day, const Answers& answers) {
    memory_.learn(day, answers);
    strategy_->learn(day, answers);
  }
  const SenderMemory& memory() const { return memory_; }
  DayPlan plan_hours(Day day, double hours) { return plan(day, {hours * 3600, 1e18, false}); }

  /// What everybody can read of the sender.
  OpenComplaints open_complaints;

 private:
  Network network_;
  Draws draws_;
  Population population_;
  SenderMemory memory_;
  std::unique_ptr<Strategy> strategy_;
  std::vector<Approach> approaches_;
};

/// Whom a plan addresses by the strategy's approach of that number, in order.
inline std::vector<std::uint32_t> addressed(const DayPlan& plan, std::size_t approach = 0) {
  std::vector<std::uint32_t> people;
  for (const Encounter& e : plan.touches[approach]) people.push_back(e.target);
  return people;
}

inline std::size_t different(std::vector<std::uint32_t> people) {
  std::sort(people.begin(), people.end());
  return static_cast<std::size_t>(std::unique(people.begin(), people.end()) - people.begin());
}

}  // namespace rapport::test
