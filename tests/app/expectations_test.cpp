// Claims of a scenario, from the file to the verdict that the program prints.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/app/place.hpp"

using namespace rapport;
using test::holds;
using test::ProgramRun;
using test::ResultPlace;
using test::run_program;

namespace {

const std::string campaigns = R"(
seed = 3
horizon_days = 5
replicates = 4
[network]
people = 300
[[campaign]]
name = "Spam blast"
strategy = "spam-blast"
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
)";

std::string expecting(const std::string& compare) {
  return "[[expect]]\nclaim = \"It is so\"\ncompare = \"" + compare + "\"\n";
}

ProgramRun run_at(const ResultPlace& place, const std::string& scenario,
                  const std::string& words = "") {
  return place.run("run", scenario, words);
}

const std::string sent_more = expecting("messages_sent: Spam blast > 2 * Notes");
const std::string sent_less = expecting("messages_sent: Spam blast < Notes");

}  // namespace

TEST_CASE("A run prints a verdict on each claim, and the result's place stays the last line") {
  const ResultPlace place;
  const ProgramRun run = run_at(place, campaigns + sent_more + sent_less);
  CHECK(run.code == 0);
  CHECK(holds(run.out, "EXPECTATIONS at 4 replicates"));
  CHECK(holds(run.out,
              "- supported      It is so\n    messages sent: Spam blast 1,500 against 2 x "
              "Notes "));
  CHECK(holds(run.out, "- not supported  It is so\n"));
  CHECK(run.out.ends_with("\nresult: " + place.result + "\n"));
  CHECK(run_at(place, campaigns + sent_more, "--quiet").out == "result: " + place.result + "\n");
}

TEST_CASE("Only --strict makes an exit code of a claim that is not supported") {
  const ResultPlace place;
  CHECK(run_at(place, campaigns + sent_less).code == 0);
  CHECK(run_at(place, campaigns + sent_less, "--strict").code == 4);
  CHECK(run_at(place, campaigns + sent_more, "--strict").code == 0);
  CHECK(run_at(place, campaigns, "--strict --quiet").code == 0);
}

TEST_CASE("A comparison of the result says the same, in words and as JSON") {
  const ResultPlace place;
  run_at(place, campaigns + sent_more);
  CHECK(holds(run_program("compare '" + place.result + "'").out, "- supported      It is so\n"));
  const auto json = nlohmann::json::parse(run_program("compare --json '" + place.result + "'").out);
  REQUIRE(json["expectations"].size() == 1);
  const auto& expectation = json["expectations"][0];
  CHECK(expectation["claim"] == "It is so");
  CHECK(expectation["verdict"] == "supported");
  CHECK(expectation["points"][0]["difference"]["interval"][0] > 0);
}

TEST_CASE("Claims may be added to a result that is there, and nothing is run again") {
  const ResultPlace place;
  run_at(place, campaigns);
  const ProgramRun again = run_at(place, campaigns + sent_more);
  CHECK(again.code == 0);
  CHECK(holds(again.err, "resumed: 8 of 8"));
  CHECK(holds(again.out, "- supported      It is so\n"));
  CHECK(holds(run_program("compare '" + place.result + "'").out, "- supported      It is so\n"));
}

TEST_CASE("Of a sweep the verdicts are counted and shown point by point") {
  const ResultPlace place;
  const ProgramRun run = run_at(place, campaigns + expecting("replies: Spam blast > 0") +
                                           "[sweep]\n\"market.in_market_share\" = [0, 1]\n");
  CHECK(holds(run.out, "supported at 1 of 2 points, not supported at 1"));
  CHECK(holds(run.out, "- not supported at market.in_market_share = 0: replies: "));
}
