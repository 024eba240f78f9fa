// Switching off a mechanism that cannot act changes nothing, bit for bit.
#include <catch2/catch.hpp>

#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

struct Idle {
  std::string mechanism;
  std::string why;  // it cannot act
  ParameterSet set;
  Campaign campaign;
  void (*disable)(Parameters&);
};

Campaign blast() {
  return campaign("spam-blast", 2);
}
Campaign invitations() {
  return campaign("spam-blast", 2, {{"channel", 1}});
}
Campaign notes() {
  return campaign("thoughtful-engagement", 8);
}

Campaign careless_notes() {
  Campaign result = notes();
  result.message_errors = 0.5;
  return result;
}
// Blasts, and thanks to whoever answers them.
Campaign thankful() {
  Campaign result = campaign("mixed", 4);
  for (const char* part : {"spam-blast", "gratitude"}) {
    result.parts.push_back(campaign(part, 4));
    result.parts.back().share = 0.5;
  }
  return result;
}
Campaign posts() {
  return campaign("content", 2);
}
Campaign disguise() {
  return campaign("disguised-advertising", 2);
}

// A name that people know, and distrust.
Campaign notorious_posts() {
  Campaign result = posts();
  result.pull = result.bad_name = 0.5;
  return result;
}

Campaign beside_a_rival() {
  Campaign result = notes();
  result.rivals = {blast()};
  return result;
}

std::vector<Idle> idle_mechanisms() {
  constexpr auto seed = ParameterSet::seed;
  constexpr auto benchmark = ParameterSet::benchmark;
  const auto as_it_is = [](Parameters&) {};
  return {
      {"platform", "the seed set has no limits", seed, blast(), as_it_is},
      {"privacy", "in the seed set everybody is open", seed, blast(), as_it_is},
      {"attention", "nobody is annoyed and nothing competes", seed, blast(),
       [](Parameters& p) { p.annoyance.step = p.word_of_mouth.annoyance_step = 0; }},
      {"in-market", "nobody ever is", benchmark, blast(),
       [](Parameters& p) { p.market.in_market_share = 0; }},
      {"relevance", "there is no value to weigh", benchmark, invitations(), as_it_is},
      {"merit", "there is no value to weigh", benchmark, invitations(), as_it_is},
      {"pressure", "nothing is pitched", benchmark, notes(), as_it_is},
      {"acceptance", "nobody is invited", benchmark, blast(), as_it_is},
      {"reply", "nobody is asked", benchmark, notes(), as_it_is},
      {"purchase", "nobody is in the market", benchmark, blast(),
       [](Parameters& p) { p.market.in_market_share = 0; }},
      {"churn", "nobody buys", benchmark, blast(),
       [](Parameters& p) { p.market.in_market_share = 0; }},
      {"suspicion", "the sender has no bad name", benchmark, notes(), as_it_is},
      {"permission", "no channel is skimmed", benchmark, notes(), as_it_is},
      {"norms", "nobody holds back", benchmark, blast(), as_it_is},
      {"brand-pull", "nobody knows the sender's name", benchmark, posts(), as_it_is},
      {"trust", "there is neither merit nor pressure", benchmark, invitations(), as_it_is},
      {"annoyance", "touches are weightless", benchmark, blast(),
       [](Parameters& p) { p.annoyance.step = 0; }},
      {"exit-ladder", "nobody loses patience", benchmark, blast(),
       [](Parameters& p) {
         p.exit.threshold = 2;
         p.exit.temperature = 0.001;
       }},
      {"word-of-mouth", "nobody shares", benchmark, blast(),
       [](Parameters& p) { p.word_of_mouth.share_probability = p.complaint.voiced = 0; }},
      {"complaint", "nobody complains in public", benchmark, blast(),
       [](Parameters& p) { p.complaint.voiced = 0; }},
      {"reciprocity", "nobody is thanked", benchmark, blast(), as_it_is},
      {"topic-drift", "interests stay as they are", benchmark, notes(),
       [](Parameters& p) { p.topic_drift.strength = 0; }},
      {"opinion-hardening", "views never harden", benchmark, notes(),
       [](Parameters& p) { p.opinion_hardening.floor = 1; }},
      {"credibility", "nobody slips, and nobody calls anybody an expert", benchmark, notes(),
       as_it_is},
      {"feed", "nothing is posted", benchmark, blast(), as_it_is},
      {"deception", "nobody is deceived", benchmark, blast(), as_it_is},
      {"rivalry", "the sender is alone", benchmark, blast(), as_it_is},
  };
}

}  // namespace

TEST_CASE("switching off a mechanism that cannot act changes nothing") {
  for (const Idle& idle : idle_mechanisms()) {
    Scenario on = scenario(idle.set, 60, network(NetworkKind::communities, 1'000), {idle.campaign});
    on.people = true;
    idle.disable(on.parameters);
    Scenario off = on;
    off.mechanisms_off = {idle.mechanism};
    const Network network = build_network(on.network, on.seed, 0);
    const RunResult with = run(on, network);
    const RunResult without = run(off, network);
    INFO(idle.mechanism << ": " << idle.why);
    CHECK(with.encounters > 100);
    CHECK(with.digest == without.digest);
    CHECK(with.final == without.final);
    CHECK(with.final_trust == without.final_trust);
    CHECK(with.final_annoyance == without.final_annoyance);
  }
}

TEST_CASE("the table of idle mechanisms is complete, and each of them acts where it can") {
  const auto idle = idle_mechanisms();
  for (const MechanismRow& row : mechanism_rows()) {
    CAPTURE(row.name);
    CHECK(std::any_of(idle.begin(), idle.end(),
                      [&](const Idle& each) { return each.mechanism == row.name; }));
    bool acts = false;
    for (const Campaign& each : {blast(), invitations(), notes(), thankful(), careless_notes(),
                                 posts(), disguise(), notorious_posts(), beside_a_rival()}) {
      Scenario on =
          scenario(ParameterSet::benchmark, 60, network(NetworkKind::communities, 1'000), {each});
      on.parameters.purchase.base_probability = 0.5;
      on.parameters.churn.half_life_days = 30;
      on.parameters.permission.skimmed = on.parameters.norms.restraint = 0.5;
      Scenario off = on;
      off.mechanisms_off = {std::string(row.name)};
      const Network network = build_network(on.network, on.seed, 0);
      acts = acts || run(on, network).digest != run(off, network).digest;
    }
    CHECK(acts);
  }
}

}  // namespace rapport::test
