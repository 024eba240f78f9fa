// Either side may win: scenarios/blast-wins.toml names a region in which the blast does, and this
// test shows where it ends.
#include <array>
#include <catch2/catch.hpp>

#include "experiment/study.hpp"
#include "statistics/paired.hpp"
#include "tests/worlds/confidence.hpp"
#include "tests/worlds/setting.hpp"

namespace rapport::test {
namespace {

constexpr std::string_view path = RAPPORT_SOURCE_DIR "/scenarios/blast-wins.toml";

// What the first campaign, the blast, has more of than the second, in 99 % intervals.
class BlastAhead {
 public:
  BlastAhead(std::vector<std::string> overrides, std::uint32_t count)
      : study_(prepare_study(load_scenario(std::string(path), std::move(overrides)), "")) {
    const Scenario scenario = study_.scenario_of(0);
    REQUIRE(scenario.campaigns[0].strategy == "spam-blast");
    REQUIRE(scenario.campaigns[1].strategy == "thoughtful-engagement");
    for_each_replicate(scenario, count, [&](const std::vector<RunResult>& results) {
      for (std::size_t m = 0; m < measure_count; ++m) {
        blast_[m].push_back(results[0].final[m]);
        notes_[m].push_back(results[1].final[m]);
      }
    });
  }
  Interval by(Measure measure) const {
    const auto m = static_cast<std::size_t>(measure);
    return *compare_pairs(blast_[m], notes_[m], 0.99).difference.interval;
  }

 private:
  Study study_;
  std::array<std::vector<double>, measure_count> blast_, notes_;
};

}  // namespace

TEST_CASE(
    "many searching, no talk, a large market and a short month: the blast sells and earns more") {
  const BlastAhead ahead({}, replicates(20, 5));
  CHECK(ahead.by(Measure::sales).lower > 0);
  CHECK(ahead.by(Measure::profit).lower > 0);
  CHECK(ahead.by(Measure::relationship_equity).upper < 0);
}

TEST_CASE("the blast wins on every count of the relationship too when everybody is searching") {
  const BlastAhead ahead({"market.in_market_share=1.0"}, replicates(20, 5));
  CHECK(ahead.by(Measure::sales).lower > 0);
  CHECK(ahead.by(Measure::profit).lower > 0);
  CHECK(ahead.by(Measure::relationship_equity).lower > 0);
}

TEST_CASE("in a year and a market of 20,000 the notes overtake the blast") {
  const BlastAhead ahead({"horizon_days=360", "network.people=20_000"}, replicates(20, 5));
  CHECK(ahead.by(Measure::sales).upper < 0);
  CHECK(ahead.by(Measure::profit).upper < 0);
  CHECK(ahead.by(Measure::trusted_relationships).upper < 0);
}

}  // namespace rapport::test
