// `rapport ablate`: which mechanisms a conclusion rests on.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "mechanisms/registry.hpp"
#include "tests/app/program.hpp"

using namespace rapport;
using test::ProgramRun;
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

struct Place {
  test::TemporaryFolder folder;
  std::string result = folder / "r.h5";

  ProgramRun ablate(const std::string& text, const std::string& words = "") const {
    const std::string path = folder.write("s.toml", text);
    return run_program("ablate '" + path + "' -o '" + result + "' " + words);
  }
};

}  // namespace

TEST_CASE("An ablation has a point for each mechanism that was on, and tells what turns on it") {
  const Place place;
  const ProgramRun run = place.ablate(scenario, "--json --measure mean_annoyance");
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
  const Place place;
  const ProgramRun run = place.ablate(scenario, "--measure mean_annoyance");
  CHECK(run.code == 0);
  CHECK(run.out.find("Notes has less mean annoyance than Spam blast; this can no longer be told "
                     "without annoyance") != std::string::npos);
  CHECK(run.out.ends_with("result: " + place.result + "\n"));
  CHECK(run_program("compare '" + place.result + "'").code == 0);
}

TEST_CASE("An ablation judges no claims, which are about the scenario as it stands") {
  const Place place;
  const std::string claims =
      "[[expect]]\nclaim = \"Notes bring replies\"\n"
      "compare = \"replies: Notes > Spam blast\"\n";
  const ProgramRun run = place.ablate(scenario + claims);
  CHECK(run.code == 0);
  CHECK(run.err.find("EXPECTATIONS") == std::string::npos);
  CHECK(run_program("compare '" + place.result + "'").out.find("EXPECTATIONS") ==
        std::string::npos);
}

TEST_CASE("What cannot be ablated is refused with the way out") {
  const Place place;
  const std::string swept = scenario +
                            "[sweep]\n\"trust.gain\" = [0.1, 0.2]\n"
                            "[[expect]]\nclaim = \"c\"\n"
                            "compare = \"replies: Notes > Spam blast\"\n"
                            "at = {\"trust.gain\" = 0.2}\n";
  const ProgramRun run = place.ablate(swept);
  CHECK(run.code == 2);
  CHECK(run.err.find("--set 'sweep={}'") != std::string::npos);
  CHECK(place.ablate(swept, "--set 'sweep={}' --set replicates=2").code == 0);
  const ProgramRun measure = place.ablate(scenario, "--measure sale");
  CHECK(measure.code == 2);
  CHECK(measure.err.find("unknown measure \"sale\" (did you mean \"sales\"?)") !=
        std::string::npos);
}
