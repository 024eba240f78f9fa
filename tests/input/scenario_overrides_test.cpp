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
