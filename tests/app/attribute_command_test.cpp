// `rapport attribute`: worlds in which it is known what a campaign adds and what is claimed.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "app/credited_sales.hpp"
#include "tests/app/program.hpp"

using namespace rapport;
using test::ProgramRun;
using test::run_program;

namespace {

ProgramRun attribute(const std::string& text, const std::string& words = "") {
  const test::TemporaryFolder folder;
  return run_program("attribute '" + folder.write("s.toml", text) + "' " + words);
}

nlohmann::json campaign_of(const std::string& text) {
  const ProgramRun run = attribute(text, "--json");
  INFO(run.err);
  REQUIRE(run.code == 0);
  return nlohmann::json::parse(run.out)["campaigns"][0];
}

// Whoever is in the market and is reached, or comes by itself, buys.
const std::string head = R"(
seed = 3
horizon_days = 60
replicates = 6
[network]
people = 500
[market]
in_market_share = 0.1
window_days = 9
[purchase]
base_probability = 1
)";

// Everybody trusts the sender fully, whatever it does. On day 9 all who are in the market have come
// by themselves when they entered it, so that a blast from then on finds nobody who has not bought.
const std::string bought_anyway = head + R"(
[trust]
prior = 1
[mechanisms]
off = ["trust", "annoyance", "exit-ladder", "word-of-mouth"]
[[campaign]]
name = "Late blast"
strategy = "phases"
hours_per_day = 4
phases = [{strategy = "do-nothing", from_day = 0}, {strategy = "spam-blast", from_day = 9}]
)";

// One good experience that is told on: nobody ever gets a message.
const std::string told = head + R"(
[word_of_mouth]
share_probability = 1.0
hear_probability = 0.9
strong_threshold = 0.0
trust_step = 0.3
[[campaign]]
name = "Seeds"
strategy = "seeding"
seeds = 5
[[campaign]]
name = "Control"
strategy = "do-nothing"
)";

// No repute and no talk: nobody buys without a message.
const std::string direct = head + R"(
[mechanisms]
off = ["word-of-mouth"]
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
hours_per_day = 4
)";

}  // namespace

TEST_CASE("Attribution claims sales that would have happened anyway") {
  const auto found = campaign_of(bought_anyway);
  CHECK(found["sales"]["mean"] > 100);
  CHECK(found["incremental"]["mean"] == 0);
  CHECK(found["claimed"]["mean"] > 100);
  CHECK(found["verdict"] == "too much");
  CHECK(found["channels"].size() == 1);
  CHECK(found["channels"][0]["last_touch"]["mean"] == found["claimed"]["mean"]);
}

TEST_CASE("Attribution misses sales to people who were told and never got a message") {
  const auto found = campaign_of(told);
  CHECK(found["incremental"]["mean"] > 10);
  CHECK(found["claimed"]["mean"] == 0);
  CHECK(found["verdict"] == "too little");
  CHECK(found["channels"].empty());
}

TEST_CASE("Where every sale needs a message, attribution claims in sum what is right") {
  const auto found = campaign_of(direct);
  CHECK(found["sales"]["mean"] > 10);
  CHECK(found["claimed"]["mean"] == found["incremental"]["mean"]);
  CHECK(found["verdict"] == "what is right");
  REQUIRE(found["channels"].size() == 2);
  // Whoever is followed up began with a note, so the first touch leaves follow-ups nothing.
  CHECK(found["channels"][0]["channel"] == "note");
  CHECK(found["channels"][1]["first_touch"]["mean"] == 0);
  CHECK(found["channels"][1]["linear"]["mean"] > 0);
}

TEST_CASE("What a rival sells is not held against the campaign: its control has the same rivals") {
  const std::string rival =
      "[[campaign.rival]]\nname = \"Loud\"\nstrategy = \"spam-blast\"\nhours_per_day = 8\n";
  const std::string alone = "[[campaign]]\nname = \"Idle\"\nstrategy = \"do-nothing\"\n";
  const auto without = campaign_of(bought_anyway + alone);
  const auto beside = campaign_of(bought_anyway + rival + alone);
  CHECK(beside["sales"]["mean"] < without["sales"]["mean"]);
  CHECK(beside["incremental"]["mean"] == 0);
}

TEST_CASE("Attribution claims what the campaign sold, not what its rivals sold") {
  const auto found = campaign_of(direct +
                                 "[[campaign.rival]]\nname = \"Other notes\"\n"
                                 "strategy = \"thoughtful-engagement\"\n");
  CHECK(found["sales"]["mean"] > 10);
  CHECK(found["claimed"]["mean"] == found["sales"]["mean"]);
}

TEST_CASE("Campaigns that do nothing are left out: there is nothing to attribute to them") {
  const ProgramRun run = attribute(told, "--json");
  CHECK(nlohmann::json::parse(run.out)["campaigns"].size() == 1);
}

TEST_CASE("An attribution is the same on any number of threads, and says in words what it found") {
  const ProgramRun one = attribute(direct, "--threads 1"), three = attribute(direct, "--threads 3");
  CHECK(one.out == three.out);
  CHECK(one.out.find("added by the campaign") != std::string::npos);
  CHECK(one.out.find("Shapley") != std::string::npos);
}

TEST_CASE("What cannot be attributed is refused with a way out") {
  const ProgramRun swept =
      attribute(direct + "[sweep]\n\"market.in_market_share\" = [0.01, 0.1]\n");
  CHECK(swept.code == 2);
  CHECK(swept.err.find("--set 'sweep={}'") != std::string::npos);
  const ProgramRun idle =
      attribute(head + "[[campaign]]\nname = \"Idle\"\nstrategy = \"do-nothing\"\n");
  CHECK(idle.code == 2);
  CHECK(idle.err.find("nothing to attribute") != std::string::npos);
}

TEST_CASE("A purchase is credited to what its buyer had read before it, by nobody else") {
  TouchLog log;
  log.events = {{7, Channel::note, false},      {8, Channel::message, false},
                {7, Channel::follow_up, false}, {7, Channel::follow_up, true},
                {8, Channel::note, false},      {9, Channel::inbound, true}};
  const RunCredit credit = credit_of(log);
  const auto of = [&](AttributionRule rule, Channel channel) {
    return credit[static_cast<std::size_t>(rule)][static_cast<std::size_t>(channel)];
  };
  CHECK(of(AttributionRule::first_touch, Channel::note) == 1);
  CHECK(of(AttributionRule::last_touch, Channel::follow_up) == 1);
  CHECK(of(AttributionRule::linear, Channel::note) == 0.5);
  CHECK(of(AttributionRule::shapley, Channel::message) == 0);
  CHECK(of(AttributionRule::first_touch, Channel::inbound) == 0);
}
