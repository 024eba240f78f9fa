// Common random numbers: what stands beside a run in a study changes no number of it.
#include <catch2/catch.hpp>
#include <map>

#include "experiment/run_study.hpp"
#include "results/result_reader.hpp"
#include "tests/app/program.hpp"

namespace rapport::test {
namespace {

const std::string head = R"(seed = 7
horizon_days = 30
[network]
people = 400
)";
const std::string blast = "[[campaign]]\nname = \"Blast\"\nstrategy = \"spam-blast\"\n";
const std::string notes = "[[campaign]]\nname = \"Notes\"\nstrategy = \"thoughtful-engagement\"\n";
const std::string nothing = "[[campaign]]\nname = \"Nothing\"\nstrategy = \"do-nothing\"\n";

using Digests = std::map<std::pair<std::string, std::uint32_t>, std::uint64_t>;

// Digests by campaign and replicate.
Digests digests(const std::string& campaigns, std::uint32_t replicates) {
  const TemporaryFolder folder;
  const std::string count = "replicates=" + std::to_string(replicates);
  const Study study = prepare_study({"study.toml", "study.toml", head + campaigns, {count}}, "");
  Journal journal = Journal::open(folder / "study.h5", study.design, study.sample);
  run_study(study, journal, 1, [](const Progress&) {});
  const ResultReader result = ResultReader::open(folder / "study.h5");
  const auto values = result.digests();
  Digests found;
  for (std::uint32_t c = 0; c < study.design.campaigns.size(); ++c) {
    for (std::uint32_t r = 0; r < replicates; ++r) {
      found[{study.design.campaigns[c], r}] = values[study.design.position({0, c, r})];
    }
  }
  return found;
}

// Every run of `smaller` is in `larger`, with the same digest.
bool contains(const Digests& larger, const Digests& smaller) {
  return std::all_of(smaller.begin(), smaller.end(), [&](const auto& run) {
    const auto same = larger.find(run.first);
    return same != larger.end() && same->second == run.second;
  });
}

}  // namespace

TEST_CASE("a campaign more changes no number of the others") {
  const Digests alone = digests(blast, 4);
  REQUIRE(alone.size() == 4);
  CHECK(contains(digests(blast + notes + nothing, 4), alone));
}

TEST_CASE("the order of the campaigns changes no number") {
  CHECK(digests(blast + notes + nothing, 3) == digests(nothing + notes + blast, 3));
}

TEST_CASE("replicates more change no number of the first ones") {
  const Digests few = digests(blast + notes, 2);
  REQUIRE(few.size() == 4);
  CHECK(contains(digests(blast + notes, 6), few));
}

TEST_CASE("the name of a campaign changes no number") {
  const std::string renamed = "[[campaign]]\nname = \"X\"\nstrategy = \"spam-blast\"\n";
  CHECK(digests(renamed, 1).begin()->second == digests(blast, 1).begin()->second);
}

TEST_CASE("replicates, seeds and strategies have luck or ways of their own") {
  const Digests runs = digests(blast + notes, 3);
  for (auto a = runs.begin(); a != runs.end(); ++a) {
    for (auto b = std::next(a); b != runs.end(); ++b) CHECK(a->second != b->second);
  }
}

}  // namespace rapport::test
