// `rapport ablate`: which mechanisms a conclusion rests on.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "mechanisms/registry.hpp"
#include "tests/app/place.hpp"

using namespace rapport;
using test::holds;
using test::ProgramRun;
using test::ResultPlace;
using test::run_program;

namespace {

const std::string scenario = R"(
seed = 3
horizon_days = 3
replicates = 12
[network]
people = 300
[mechanisms]
off = ["privacy", "word-of-mouth"]
[[campaign]]
name = "Spam blast"
strategy = "spam-blast"
[[campaign]]
name = "Notes"
strategy = "thoughtful-engagement"
)";

ProgramRun ablate(const ResultPlace& place, const std::string& text,
                  const std::string& words = "") {
  return place.run("ablate", text, words);
}

}  // namespace

TEST_CASE("An ablation has a point for each mechanism that was on, and tells what turns on it") {
  const ResultPlace place;
  const ProgramRun run = ablate(place, scenario, "--json --measure mean_annoyance");
  REQUIRE(run.code == 0);
  const auto json = nlohmann::json::parse(run.out);
  CHECK(json["mechanisms"].size() == mechanism_rows().size() - 2);
  REQUIRE(json["tables"].size() == 1);
  const auto& table = json["tables"][0];
  CHECK(table["campaign"] == "Notes");
  CHECK(table["everything_on"]["verdict"] == "better");
  for (const auto& off : table["off"]) {
    // Nobody is annoyed by anyone without annoyance; without the platform, at limits that are far
    // away, nothing changes at all.
    if (off["mechanism"] == "annoyance") CHECK(off["effect"] == "lost");
    if (off["mechanism"] != "platform") continue;
    CHECK(off["effect"] == "stays");
    CHECK(off["change"]["verdict"] == "identical");
  }
}

TEST_CASE("An ablation in words ends with its result, which is compared like any other") {
  const ResultPlace place;
  const ProgramRun run = ablate(place, scenario, "--measure mean_annoyance");
  CHECK(run.code == 0);
  CHECK(holds(run.out,
              "Notes has less mean annoyance than Spam blast; this can no longer be told "
              "without annoyance"));
  CHECK(run.out.ends_with("result: " + place.result + "\n"));
  CHECK(run_program("compare '" + place.result + "'").code == 0);
}

TEST_CASE("An ablation judges no claims, which are about the scenario as it stands") {
  const ResultPlace place;
  const std::string claims =
      "[[expect]]\nclaim = \"Notes bring replies\"\n"
      "compare = \"replies: Notes > Spam blast\"\n";
  const ProgramRun run = ablate(place, scenario + claims);
  CHECK(run.code == 0);
  CHECK_FALSE(holds(run.err, "EXPECTATIONS"));
  CHECK_FALSE(holds(run_program("compare '" + place.result + "'").out, "EXPECTATIONS"));
}

TEST_CASE("What cannot be ablated is refused with the way out") {
  const ResultPlace place;
  const std::string swept = scenario +
                            "[sweep]\n\"trust.gain\" = [0.1, 0.2]\n"
                            "[[expect]]\nclaim = \"c\"\n"
                            "compare = \"replies: Notes > Spam blast\"\n"
                            "at = {\"trust.gain\" = 0.2}\n";
  const ProgramRun run = ablate(place, swept);
  CHECK(run.code == 2);
  CHECK(holds(run.err, "--set 'sweep={}'"));
  CHECK(ablate(place, swept, "--set 'sweep={}' --set replicates=2").code == 0);
  const ProgramRun measure = ablate(place, scenario, "--measure sale");
  CHECK(measure.code == 2);
  CHECK(holds(measure.err, "unknown measure \"sale\" (did you mean \"sales\"?)"));
}
