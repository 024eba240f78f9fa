// --set: any key by its dotted name, with mistakes of the same quality.
#include <catch2/catch.hpp>

#include "input/overrides.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::campaign;
using test::mistakes;
using Lines = std::vector<std::string>;

TEST_CASE("An override replaces, adds and reaches campaigns by name") {
  const auto outcome = test::read(
      "seed = 1\n" + campaign, {"seed=2", "network.kind = \"ring\"", "network.people=5_000",
                                "campaign.\"Spam blast\".hours_per_day=4.5", "output.people=true",
                                "mechanisms.off=['trust']"});
  REQUIRE(outcome.diagnostics.text().empty());
  CHECK(outcome.scenario.seed == 2);
  CHECK(outcome.scenario.network.kind == NetworkKind::ring);
  CHECK(outcome.scenario.network.people == 5000);
  CHECK(outcome.scenario.campaigns[0].hours_per_day == 4.5);
  CHECK(outcome.scenario.people);
  CHECK(outcome.scenario.mechanisms_off == Lines{"trust"});
}

namespace {

// Two campaigns; the first one has two rivals, the other one two phases.
const std::string in_company =
    campaign +
    "[[campaign.rival]]\nname = \"Other notes\"\nstrategy = \"thoughtful-engagement\"\n"
    "[[campaign.rival]]\nname = \"Loud\"\nstrategy = \"spam-blast\"\n"
    "[[campaign]]\nname = \"Later\"\nstrategy = \"phases\"\n"
    "phases = [{strategy = \"do-nothing\", from_day = 0},"
    " {strategy = \"spam-blast\", from_day = 9, value = 0.1}]\n";

}  // namespace

TEST_CASE("An override reaches rivals by name and phases by position") {
  const auto outcome = test::read(
      in_company, {"campaign.\"Spam blast\".rival.Loud.hours_per_day=7",
                   "campaign.Later.phases.2.from_day=30", "campaign.Later.phases.2.value=0.4"});
  REQUIRE(outcome.diagnostics.text().empty());
  const auto& campaigns = outcome.scenario.campaigns;
  CHECK(campaigns[0].rivals[0].hours_per_day == 2);
  CHECK(campaigns[0].rivals[1].hours_per_day == 7);
  CHECK(campaigns[1].parts[1].first_day == 30);
  CHECK(campaigns[1].parts[1].settings[1] == 0.4);
}

TEST_CASE("A sweep reaches rivals and phases, too") {
  const std::string text = in_company +
                           "[sweep]\n"
                           "'campaign.\"Spam blast\".rival.Loud.hours_per_day' = [1, 8]\n"
                           "'campaign.Later.phases.2.from_day' = [3, 5]\n";
  REQUIRE(mistakes(text).empty());
  PointReader reader({"folder/scenario.toml", "scenario.toml", text, {}});
  const Scenario point = reader.at(2);
  CHECK(point.campaigns[0].rivals[1].hours_per_day == 8);
  CHECK(point.campaigns[1].parts[1].first_day == 3);
}

TEST_CASE("An override that names no rival or phase says which there are") {
  CHECK(mistakes(in_company, {"campaign.\"Spam blast\".rival.Lout.hours_per_day=7"}) ==
        Lines{"s1:1 no rival is called \"Lout\"|Loud"});
  CHECK(mistakes(in_company, {"campaign.\"Spam blast\".rival.hours_per_day=7"}) ==
        Lines{"s1:1 this does not say which rival"});
  CHECK(mistakes(in_company, {"campaign.Later.rival.Loud.hours_per_day=7"}) ==
        Lines{"s1:1 no rival is called \"Loud\""});
  CHECK(mistakes(in_company, {"campaign.Later.phases.3.from_day=7"}) ==
        Lines{"s1:1 phases has no entry 3"});
  CHECK(mistakes(in_company, {"campaign.Later.phases.0.from_day=7"}) ==
        Lines{"s1:1 phases has no entry 0"});
  CHECK(mistakes(in_company, {"campaign.Later.phases.from_day=7"}) ==
        Lines{"s1:1 this does not say which entry of phases"});
}

TEST_CASE("The last of several overrides of a key counts") {
  CHECK(test::read(campaign, {"seed=2", "seed=3"}).scenario.seed == 3);
}

TEST_CASE("An override can replace a whole table") {
  const auto outcome = test::read(campaign + "[network]\nrewiring = 2\n", {"network={people=30}"});
  CHECK(outcome.diagnostics.text().empty());
  CHECK(outcome.scenario.network.people == 30);
}

TEST_CASE("A wrong override is reported at its own place") {
  CHECK(mistakes(campaign, {"seed=1", "horizon_days=0"}) ==
        Lines{"s2:14 horizon_days is 0 (too small)"});
  CHECK(mistakes(campaign, {"campaign.\"Spam blst\".hours_per_day=3"}) ==
        Lines{"s1:1 no campaign is called \"Spam blst\"|Spam blast"});
  CHECK(mistakes(campaign, {"campaign.hours_per_day=3"}) ==
        Lines{"s1:1 this does not say which campaign"});
  CHECK(mistakes("seed = 1\n" + campaign, {"seed.x=1"}) ==
        Lines{"s1:1 \"seed\" is the number 1, not a table, so it has no key \"x\""});
  CHECK(mistakes(campaign, {""}) == Lines{"s1:1 this sets nothing"});
  CHECK(mistakes(campaign, {"[network]"}) == Lines{"s1:1 this sets nothing"});
  CHECK(mistakes(campaign, {"seed=1\nreplicates=3"}) ==
        Lines{"s1:1 a line break in --set (it sets one key)"});
  CHECK(mistakes(campaign, {"seed"}).size() == 1);
}

TEST_CASE("Quotes that the shell took away are asked for") {
  const auto all = test::read(campaign, {"network.kind=ring"}).diagnostics.sorted();
  REQUIRE(all.size() == 1);
  CHECK(all[0].notes == Lines{"the shell takes quotes away; write --set 'network.kind=\"ring\"'"});
}

TEST_CASE("A kind chosen by an override puts aside the keys that the file has for another") {
  CHECK(mistakes(campaign + "[network]\nmean_degree = 4\n", {"network.kind=\"star\""}) ==
        Lines{"5:1 warning mean_degree means nothing for kind \"star\""});
  CHECK(mistakes(campaign + "value = 0.5\n", {"campaign.\"Spam blast\".strategy=\"do-nothing\""}) ==
        Lines{"4:1 warning value means nothing for strategy \"do-nothing\""});
  CHECK(mistakes(campaign, {"network.kind=\"star\"", "network.mean_degree=3"}) ==
        Lines{"s2:1 mean_degree means nothing for kind \"star\""});
}

TEST_CASE("A dotted name splits into its keys") {
  CHECK(split_dotted_name("market.in_market_share") == Lines{"market", "in_market_share"});
  CHECK(split_dotted_name("campaign.\"A.b \".x") == Lines{"campaign", "A.b ", "x"});
  CHECK_FALSE(split_dotted_name("a b"));
  CHECK_FALSE(split_dotted_name(""));
  CHECK_FALSE(split_dotted_name("a = 1\nb"));
  CHECK_FALSE(split_dotted_name("a = {}, b"));
}
