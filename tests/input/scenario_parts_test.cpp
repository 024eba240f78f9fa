// Campaigns that consist of several strategies: shares of the hours, and phases.
#include <catch2/catch.hpp>

#include "input/design_digest.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::mistakes;
using Lines = std::vector<std::string>;

namespace {

std::string mixed(const std::string& keys) {
  return "[[campaign]]\nname = \"Both\"\nstrategy = \"mixed\"\n" + keys;
}

std::string phases(const std::string& list) {
  return "[[campaign]]\nname = \"Steps\"\nstrategy = \"phases\"\nphases = [\n" + list + "]\n";
}

const std::string half_and_half = "shares = {spam-blast = 0.5, thoughtful-engagement = 0.5}\n";

}  // namespace

TEST_CASE("A mix is read with its shares and the settings of its parts") {
  const auto outcome =
      test::read(mixed("shares = {spam-blast = 0.2, thoughtful-engagement = 0.8}\n"
                       "thoughtful-engagement = {note_seconds = 300}\n"));
  REQUIRE(outcome.diagnostics.sorted().empty());
  const auto& parts = outcome.scenario.campaigns[0].parts;
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].strategy == "spam-blast");
  CHECK(parts[0].share == 0.2);
  CHECK(parts[0].settings[0] == 18);
  CHECK(parts[1].strategy == "thoughtful-engagement");
  CHECK(parts[1].share == 0.8);
  CHECK(parts[1].settings[0] == 300);
}

TEST_CASE("Phases are read with their first days and settings, people by number included") {
  const auto outcome =
      test::read(phases("{strategy = \"listen-first\", from_day = 0, listen_share = 0.9},\n"
                        "{strategy = \"seeding\", from_day = 30, target = \"ids\", ids = [4]}\n"));
  REQUIRE(outcome.diagnostics.sorted().empty());
  const auto& parts = outcome.scenario.campaigns[0].parts;
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].first_day == 0);
  CHECK(parts[0].settings[0] == 0.9);
  CHECK(parts[1].first_day == 30);
  CHECK(parts[1].ids == std::vector<std::uint32_t>{4});
}

TEST_CASE("Shares and settings of parts can be set and swept by their dotted names") {
  const auto outcome =
      test::read(mixed(half_and_half), {"campaign.Both.shares.spam-blast=0.25",
                                        "campaign.Both.shares.thoughtful-engagement=0.75",
                                        "campaign.Both.spam-blast.message_seconds=20"});
  REQUIRE(outcome.diagnostics.sorted().empty());
  const auto& parts = outcome.scenario.campaigns[0].parts;
  CHECK(parts[0].share == 0.25);
  CHECK(parts[1].share == 0.75);
  CHECK(parts[0].settings[0] == 20);
  CHECK(mistakes(mixed(half_and_half) +
                 "[sweep]\nmethod = \"list\"\n\"campaign.Both.shares.spam-blast\" = [0.1, 0.3]\n"
                 "\"campaign.Both.shares.thoughtful-engagement\" = [0.9, 0.7]\n")
            .empty());
}

TEST_CASE("Shares must sum to one, at every point of a sweep too") {
  CHECK(mistakes(mixed("shares = {spam-blast = 0.2, thoughtful-engagement = 0.7}\n")) ==
        Lines{"4:1 the shares sum to 0.9 (together they are all of the hours)"});
  CHECK(mistakes(mixed("shares = {spam-blast = 0.1, seeding = 0.2, do-nothing = 0.7}\n")).empty());
  CHECK(
      mistakes(mixed(half_and_half) + "[sweep]\n\"campaign.Both.shares.spam-blast\" = [0.5, 0.6]\n")
          .size() == 1);
}

TEST_CASE("Shares of the wrong form are told apart") {
  CHECK(mistakes(mixed("")) == Lines{"1:1 a campaign of strategy \"mixed\" without shares"});
  CHECK(mistakes(mixed("shares = 1\n")) ==
        Lines{"4:10 shares is the number 1, expected a table of strategies and their shares"});
  CHECK(mistakes(mixed("shares = {}\n")) ==
        Lines{"4:10 shares is empty, expected a table of strategies and their shares"});
  CHECK(mistakes(mixed("shares = {spam-blats = 1}\n")) ==
        Lines{"4:11 unknown strategy \"spam-blats\"|spam-blast"});
  CHECK(mistakes(mixed("shares = {spam-blast = 1.5}\n")) == Lines{"4:24 share is 1.5 (too large)"});
  CHECK(mistakes(mixed("shares = {phases = 1}\n")) ==
        Lines{"4:11 \"phases\" cannot be part of another strategy (it has parts itself)"});
}

TEST_CASE("A wrong share is the only mistake told, and a part's own mistakes beside it") {
  CHECK(mistakes(mixed("shares = {spam-blast = 1.5}\nspam-blast = {message_seconds = 20}\n")) ==
        Lines{"4:24 share is 1.5 (too large)"});
  CHECK(mistakes(mixed("shares = {spam-blast = 1.5}\nspam-blast = {message_second = 20}\n")) ==
        Lines{"4:24 share is 1.5 (too large)",
              "5:15 unknown key \"message_second\"|message_seconds"});
}

TEST_CASE("A part of a mix takes the settings of its strategy and no others") {
  CHECK(mistakes(mixed(half_and_half + "spam-blast = {message_second = 20}\n")) ==
        Lines{"5:15 unknown key \"message_second\"|message_seconds"});
  CHECK(mistakes(mixed(half_and_half + "spam-blast = 20\n")) ==
        Lines{"5:14 spam-blast is the number 20, expected a table of its settings"});
  CHECK(mistakes(mixed(half_and_half + "seeding = {seeds = 2}\n")).size() == 1);
}

TEST_CASE("Phases that overlap, are empty or never come are refused") {
  const std::string walk = "{strategy = \"spam-blast\", from_day = 10},\n";
  CHECK(mistakes(phases(walk + "{strategy = \"do-nothing\", from_day = 10}\n")) ==
        Lines{"6:38 two phases begin on day 10 (the earlier one is empty)"});
  CHECK(mistakes(phases(walk + "{strategy = \"do-nothing\", from_day = 4}\n")) ==
        Lines{"6:38 a phase begins on day 4, before the one above it, on day 10 (they overlap)"});
  CHECK(mistakes(phases(walk + "{strategy = \"do-nothing\", from_day = 180}\n")) ==
        Lines{"6:38 a phase that begins on day 180 never comes (the run ends on day 179)"});
}

TEST_CASE("Phases of the wrong form are told apart") {
  CHECK(mistakes("[[campaign]]\nname = \"Steps\"\nstrategy = \"phases\"\n") ==
        Lines{"1:1 a campaign of strategy \"phases\" without phases"});
  CHECK(mistakes("[[campaign]]\nname = \"Steps\"\nstrategy = \"phases\"\nphases = []\n") ==
        Lines{"4:10 phases is empty, expected a list of tables"});
  CHECK(mistakes(phases("3\n")) == Lines{"5:1 the number 3 is not a phase"});
  CHECK(mistakes(phases("{strategy = \"spam-blast\"}\n")) ==
        Lines{"5:1 a phase needs strategy = \"...\" and from_day"});
  CHECK(mistakes(phases("{strategy = \"mixed\", from_day = 0}\n")) ==
        Lines{"5:13 \"mixed\" cannot be part of another strategy (it has parts itself)"});
  CHECK(mistakes(phases("{strategy = \"spam-blast\", from_day = 0.5}\n")).size() == 1);
}

TEST_CASE("Keys of parts belong to campaigns that have some") {
  CHECK(mistakes("[[campaign]]\nname = \"A\"\nstrategy = \"spam-blast\"\n" + half_and_half) ==
        Lines{"4:1 unknown key \"shares\""});
}

TEST_CASE("The parts of a campaign are part of the design") {
  const auto digest = [](const std::string& text) {
    return design_digest(test::read(text).scenario);
  };
  const std::string whole = digest(mixed(half_and_half));
  CHECK(digest(mixed(half_and_half + "spam-blast = {message_seconds = 18}\n")) == whole);
  CHECK(digest(mixed(half_and_half + "spam-blast = {message_seconds = 20}\n")) != whole);
  CHECK(digest(mixed("shares = {spam-blast = 0.4, thoughtful-engagement = 0.6}\n")) != whole);
}

TEST_CASE("A managed campaign takes shares like a mix, and the manager's settings") {
  const auto outcome = test::read(
      "[[campaign]]\nname = \"Boss\"\nstrategy = \"managed\"\nmeasure = \"replies\"\n"
      "pressure = 0.5\n" +
      half_and_half);
  REQUIRE(outcome.diagnostics.sorted().empty());
  const Campaign& campaign = outcome.scenario.campaigns[0];
  CHECK(campaign.parts.size() == 2);
  CHECK(campaign.settings[0] == 1);
  CHECK(campaign.settings[4] == 0.5);
}

TEST_CASE("Who chases activity cannot look at sales") {
  const auto found =
      mistakes("[[campaign]]\nname = \"Boss\"\nstrategy = \"kpi-chaser\"\nmeasure = \"sales\"\n" +
               half_and_half);
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("measure") != std::string::npos);
}
