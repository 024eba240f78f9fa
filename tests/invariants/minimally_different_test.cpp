// Minimally different worlds: one message more changes only what is downstream of its recipient.
#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>

#include "tests/worlds/scripted_world.hpp"

namespace rapport::test {
namespace {

constexpr Day day_of_extra = 3;

struct Ended {
  std::vector<double> trust, annoyance;
  std::vector<std::uint32_t> marks;
  double activity = 0;
};

// Every day a tenth of the people get a message; on one day `extra` gets one more than the others.
Ended live(const Scenario& scenario, const std::vector<std::uint32_t>& extra) {
  Approach blast;
  blast.value = 0.3f;
  blast.pitch = 1;
  blast.pitch_in_market = 1;
  ScriptedWorld world(scenario, {blast}, [&](const Situation& now, Plan& plan) {
    for (std::uint32_t p = 0; p < now.population.people(); ++p) {
      if (happens(now, p, 0.1)) plan.send(PersonId{p}, 0, 2);
    }
    if (now.rules.day != day_of_extra) return;
    for (const std::uint32_t person : extra) plan.send(PersonId{person}, 0, 2);
  });
  const RunResult result = world.live();
  Ended ended{world.trust(), world.annoyance(), {}, final_value(result, Measure::messages_sent)};
  for (std::uint32_t p = 0; p < world.people(); ++p) ended.marks.push_back(world.marks(p));
  return ended;
}

std::vector<std::uint32_t> differing(const Ended& a, const Ended& b) {
  std::vector<std::uint32_t> people;
  for (std::uint32_t p = 0; p < a.trust.size(); ++p) {
    if (a.trust[p] != b.trust[p] || a.annoyance[p] != b.annoyance[p] || a.marks[p] != b.marks[p]) {
      people.push_back(p);
    }
  }
  return people;
}

// Those among `people` to whom a chain of neighbours among them leads from `first`.
std::vector<std::uint32_t> connected_to(std::uint32_t first,
                                        const std::vector<std::uint32_t>& people,
                                        const Graph& graph) {
  std::vector<std::uint32_t> found = {first};
  for (std::size_t k = 0; k < found.size(); ++k) {
    for (const std::uint32_t neighbour : graph.neighbours(found[k])) {
      const bool differs = std::binary_search(people.begin(), people.end(), neighbour);
      if (differs && std::find(found.begin(), found.end(), neighbour) == found.end()) {
        found.push_back(neighbour);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

Scenario islands() {
  Scenario result = scenario(ParameterSet::seed, 60, network(NetworkKind::communities, 600, 6), {});
  result.network.community_size = 100;
  result.network.within_share = 1;  // no ties between communities
  // People talk a lot, so that a difference has somewhere to go.
  result.parameters.word_of_mouth.share_probability = 1;
  result.parameters.word_of_mouth.hear_probability = 0.6;
  return result;
}

}  // namespace

TEST_CASE("without word of mouth one message more changes its recipient and nobody else") {
  Scenario quiet = islands();
  quiet.mechanisms_off = {"word-of-mouth"};
  const Ended without = live(quiet, {});
  for (const std::uint32_t extra : {0u, 5u, 123u, 599u}) {
    const Ended with = live(quiet, {extra});
    CHECK(with.activity == without.activity + 1);
    CHECK(differing(with, without) == std::vector<std::uint32_t>{extra});
  }
}

TEST_CASE("with word of mouth one message more changes only people whom talk can lead to") {
  const Scenario talkative = islands();
  const Network network = build_network(talkative.network, talkative.seed, 0);
  const Ended without = live(talkative, {});
  std::size_t most = 0;
  for (std::uint32_t extra = 0; extra < 600; extra += 60) {
    const auto changed = differing(live(talkative, {extra}), without);
    CAPTURE(extra, changed.size());
    REQUIRE(!changed.empty());
    // A chain of changed neighbours leads to each, and to no other community.
    CHECK(changed == connected_to(extra, changed, network.graph));
    for (const std::uint32_t person : changed) {
      CHECK(network.community[person] == network.community[extra]);
    }
    most = std::max(most, changed.size());
  }
  CHECK(most > 1);
}

TEST_CASE("one message or note more of a real strategy changes one person on its day") {
  const auto changed_by_one_more = [](const std::string& strategy, double seconds, double count) {
    const auto campaign_of = [&](double messages) {
      return campaign(strategy, messages * seconds / 3600);
    };
    Scenario day = scenario(ParameterSet::seed, 1, network(NetworkKind::communities, 1'000),
                            {campaign_of(count), campaign_of(count + 1)});
    day.people = true;
    const Network network = build_network(day.network, day.seed, 0);
    const RunResult fewer = run(day, network, 0);
    const RunResult more = run(day, network, 1);
    CHECK(final_value(more, Measure::messages_sent) ==
          final_value(fewer, Measure::messages_sent) + 1);
    int changed = 0;
    for (std::size_t p = 0; p < fewer.final_trust.size(); ++p) {
      changed += fewer.final_trust[p] != more.final_trust[p] ||
                 fewer.final_annoyance[p] != more.final_annoyance[p];
    }
    return changed;
  };
  CHECK(changed_by_one_more("spam-blast", 18, 200) == 1);
  CHECK(changed_by_one_more("thoughtful-engagement", 360, 10) == 1);
}

}  // namespace rapport::test
