// Rivals of a campaign, as a scenario names them.
#include <catch2/catch.hpp>

#include "input/design_digest.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::mistakes;
using Lines = std::vector<std::string>;

namespace {

const std::string notes = "[[campaign]]\nname = \"Notes\"\nstrategy = \"thoughtful-engagement\"\n";

std::string rival(const std::string& name, const std::string& keys = "") {
  return "[[campaign.rival]]\nname = \"" + name + "\"\nstrategy = \"spam-blast\"\n" + keys;
}

}  // namespace

TEST_CASE("A rival has the keys of a campaign and belongs to the campaign above it") {
  const auto scenario =
      test::read(notes + rival("Blast", "hours_per_day = 3\nmessage_seconds = 9\n") +
                 "[[campaign]]\nname = \"Alone\"\nstrategy = \"do-nothing\"\n")
          .scenario;
  REQUIRE(scenario.campaigns.size() == 2);
  REQUIRE(scenario.campaigns[0].rivals.size() == 1);
  CHECK(scenario.campaigns[1].rivals.empty());
  const Campaign& blast = scenario.campaigns[0].rivals[0];
  CHECK(blast.name == "Blast");
  CHECK(blast.strategy == "spam-blast");
  CHECK(blast.hours_per_day == 3);
  CHECK(blast.settings.at(0) == 9);
}

TEST_CASE("Rivals of one campaign have names of their own; those of two may share one") {
  CHECK(mistakes(notes + rival("Notes")) ==
        Lines{"5:8 a rival of campaign \"Notes\" has the same name"});
  CHECK(mistakes(notes + rival("Blast") + rival("Blast")) ==
        Lines{"8:8 a second rival is called \"Blast\""});
  CHECK(mistakes(notes + rival("Blast") +
                 "[[campaign]]\nname = \"Other\"\nstrategy = \"do-nothing\"\n" + rival("Blast"))
            .empty());
}

TEST_CASE("Mistakes in a rival have their place") {
  CHECK(mistakes(notes + "[[campaign.rival]]\nname = \"Blast\"\n") ==
        Lines{"4:1 a rival without strategy"});
  CHECK(mistakes(notes + "rival = 3\n") ==
        Lines{"4:9 rival is the number 3, expected a list of tables"});
  CHECK(mistakes(notes + rival("Blast", "message_second = 9\n")) ==
        Lines{"7:1 unknown key \"message_second\"|message_seconds"});
  CHECK(mistakes(notes + rival("Blast") + "[[campaign.rival.rival]]\nname = \"Third\"\n").size() ==
        1);
}

TEST_CASE("Another rival is another design") {
  const auto digest = [](const std::string& text) {
    return design_digest(test::read(text).scenario);
  };
  const std::string alone = digest(notes);
  CHECK(digest(notes + rival("Blast")) != alone);
  CHECK(digest(notes + rival("Blast")) == digest(notes + rival("Blast")));
  CHECK(digest(notes + rival("Blast", "hours_per_day = 3\n")) != digest(notes + rival("Blast")));
}

TEST_CASE("Keys of a rival are set and swept by its campaign's name and its own") {
  const std::string two = notes + rival("Blast") + rival("Other");
  const auto set =
      test::read(two, {"campaign.\"Notes\".rival.\"Other\".hours_per_day = 7"}).scenario;
  REQUIRE(set.campaigns.at(0).rivals.size() == 2);
  CHECK(set.campaigns[0].rivals[0].hours_per_day == 2);
  CHECK(set.campaigns[0].rivals[1].hours_per_day == 7);
  CHECK(set.campaigns[0].hours_per_day == 2);
  const std::string sweep =
      "[sweep]\n'campaign.\"Notes\".rival.\"Blast\".hours_per_day' = [1, 8]\n";
  const auto swept = test::read(two + sweep).scenario;
  REQUIRE(swept.sweep.size() == 1);
  CHECK(swept.sweep[0].values == std::vector<double>{1, 8});
  CHECK(mistakes(two + sweep).empty());
  CHECK(mistakes(two + "[sweep]\n'campaign.\"Notes\".rival.\"Blast\".hours_per_day' = [25]\n")
            .size() == 1);
}

TEST_CASE("A rival that is not there, or not named, cannot be set") {
  const std::string one = notes + rival("Blast");
  CHECK(mistakes(one, {"campaign.\"Notes\".rival.\"Blasst\".hours_per_day = 7"}) ==
        Lines{"s1:1 no rival is called \"Blasst\"|Blast"});
  CHECK(mistakes(one, {"campaign.\"Notes\".rival.hours_per_day = 7"}) ==
        Lines{"s1:1 this does not say which rival"});
}
