#include "simulation/world_state.hpp"

#include <algorithm>

#include "mechanisms/attention.hpp"
#include "mechanisms/credibility.hpp"
#include "mechanisms/opinion_hardening.hpp"
#include "mechanisms/rivalry.hpp"
#include "mechanisms/topic_drift.hpp"
#include "simulation/arrivals.hpp"
#include "strategies/registry.hpp"

namespace rapport {
namespace {

const Campaign& sender_of(const WorldInputs& inputs, std::uint32_t slot) {
  const Campaign& campaign = inputs.scenario.campaigns[inputs.campaign];
  return slot == 0 ? campaign : campaign.rivals[slot - 1];
}

// One table after the other, for each number of messages that rivals send on the same day.
std::vector<float> attention_among_rivals(const Population& population, double read_per_day) {
  std::vector<float> shares;
  for (std::uint32_t messages = 0; messages <= most_rival_messages; ++messages) {
    const auto more = attention_shares(population.load_levels, read_per_day, messages);
    shares.insert(shares.end(), more.begin(), more.end());
  }
  return shares;
}

Rules make_rules(const WorldInputs& inputs, const Campaign& campaign, std::uint32_t slot) {
  const Parameters& parameters = inputs.scenario.parameters;
  Rules rules{parameters, Draws(inputs.scenario.seed, inputs.replicate, slot), 0, {}, {}, {}, {}};
  rules.standing.profile_quality = static_cast<float>(campaign.profile_quality);
  rules.standing.message_errors = static_cast<float>(campaign.message_errors);
  rules.standing.bad_name = static_cast<float>(campaign.bad_name);
  rules.standing.pull = static_cast<float>(campaign.pull);
  rules.standing.looks_anonymously = campaign.research != 0;
  rules.community = inputs.network.community;
  rules.attention_by_load =
      attention_shares(inputs.population.load_levels, parameters.attention.messages_read_per_day);
  if (!inputs.scenario.campaigns[inputs.campaign].rivals.empty()) {
    rules.attention_among_rivals =
        attention_among_rivals(inputs.population, parameters.attention.messages_read_per_day);
  }
  return rules;
}

std::vector<Approach> make_approaches(const Strategy& strategy, const Parameters& parameters) {
  std::vector<Approach> approaches(world_approach::first_of_strategy);
  approaches[world_approach::good_news].channel = Channel::good_news;
  approaches[world_approach::bad_news].channel = Channel::bad_news;
  approaches[world_approach::inbound].channel = Channel::inbound;
  const std::vector<Approach> own = strategy.approaches();
  approaches.insert(approaches.end(), own.begin(), own.end());
  Approach failure;
  failure.channel = Channel::failure;
  failure.breach = static_cast<float>(parameters.complaint.failure_breach);
  approaches.push_back(failure);
  return approaches;
}

AtFirst count_priors(const Population& population, const Crossing& trusting) {
  AtFirst at_first;
  for (const auto& [steps, people] : population.priors) {
    const float prior = static_cast<float>(steps) * 0x1p-16f;
    at_first.trust += static_cast<double>(prior) * people;
    at_first.trusting += trusting.above(prior) ? people : 0;
  }
  return at_first;
}

void prepare_drift(WorldState& world) {
  for (std::uint32_t c = 0; c < world.inputs.network.communities; ++c) {
    world.topic_phases.push_back(topic_phases(c, world.rules.draws));
  }
  world.rules.topic_phases = world.topic_phases;
}

}  // namespace

ActiveRules::ActiveRules(const std::vector<std::string>& off) {
  const auto is_off = [&](std::string_view name) {
    return std::find(off.begin(), off.end(), name) != off.end();
  };
  for (const MechanismRow& row : mechanism_rows()) {
    if (is_off(row.name)) continue;
    for (const RuleStep& step : row.steps) {
      by_step[static_cast<std::size_t>(step.step)].push_back(step.apply);
    }
  }
  platform = !is_off("platform");
  in_market = !is_off("in-market");
  privacy = !is_off("privacy");
  complaint = !is_off("complaint");
  topic_drift = !is_off("topic-drift");
  credibility = !is_off("credibility");
  feed = !is_off("feed");
  word_of_mouth = !is_off("word-of-mouth");
  opinion_hardening = !is_off("opinion-hardening");
  churn = !is_off("churn");
}

WorldState::WorldState(const WorldInputs& in, std::uint32_t slot, Relations& memory)
    : inputs(in),
      campaign(sender_of(in, slot)),
      horizon(in.scenario.horizon_days),
      rules(make_rules(in, campaign, slot)),
      active(in.scenario.mechanisms_off),
      decay(in.scenario.parameters),
      trusting(rapport::trusting(in.scenario.parameters)),
      aggravated(aggravation(in.scenario.parameters)),
      at_first(count_priors(in.population, trusting)),
      relations(memory),
      totals(in.scenario.parameters, horizon),
      strategy(find_strategy(campaign.strategy)->create(campaign)),
      approaches(make_approaches(*strategy, in.scenario.parameters)),
      agenda(approaches.size()),
      log(slot == 0 ? in.log : nullptr),
      market_entries(static_cast<std::size_t>(horizon)),
      customers(horizon),
      told_good_news(in.population.people()),
      deceived(in.population.people()) {
  if (active.in_market && at_first.trust > 0) schedule_those_who_trust(*this);
  // Set here and not in the rule alone, so that research finds the interests that encounters meet.
  if (!active.topic_drift) rules.parameters.topic_drift.strength = 0;
  if (rules.parameters.topic_drift.strength != 0) prepare_drift(*this);
  if (active.opinion_hardening && Plasticity(rules.parameters).hardens()) {
    first_days = FirstDays(in.population.people());
  }
  if (active.credibility) {
    rules.standing.credibility =
        credibility_logit(static_cast<Expertise>(static_cast<int>(campaign.expertise)),
                          static_cast<Voice>(static_cast<int>(campaign.voice)), rules.parameters);
  }
}

}  // namespace rapport
