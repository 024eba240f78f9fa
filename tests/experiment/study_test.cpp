#include "experiment/study.hpp"

#include <catch2/catch.hpp>
#include <malloc.h>

#include "tests/experiment/studies.hpp"

using namespace rapport;
using namespace rapport::test;
using Catch::Contains;

namespace {

std::vector<std::uint32_t> degrees(const Network& network) {
  std::vector<std::uint32_t> all;
  for (std::uint32_t p = 0; p < network.graph.people(); ++p) {
    all.push_back(network.graph.degree(p));
  }
  return all;
}

}  // namespace

TEST_CASE("A study without a sweep has one point, and says what is to be run") {
  const Study study = study_of(small_scenario());
  REQUIRE(study.points.size() == 1);
  const Design& design = study.design;
  CHECK(design.title == "Small");
  CHECK(design.seed == 7);
  CHECK(design.days == 10);
  CHECK(design.replicates == 3);
  CHECK(design.people == 300);
  CHECK(design.campaigns == std::vector<std::string>{"Blast", "Notes"});
  CHECK(design.baseline == 0);
  CHECK(design.points == std::vector<std::vector<double>>{{}});
  CHECK(design.runs() == 6);
  CHECK(design.scenario_name == "small.toml");
  CHECK(design.command_line == "rapport run small.toml");
  CHECK(design.scenario == small_scenario());
  CHECK_FALSE(design.digest.empty());
  CHECK(study.network_of(0, 0)->graph.people() == 300);
  CHECK(study.sample.person.size() == 300);
}

TEST_CASE("A grid has a point for every combination, the last axis fastest, each with its values") {
  const Study study = study_of(small_scenario(
      "[sweep]\n\"market.in_market_share\" = [0.1, 0.2]\n\"trust.gain\" = [0.3, 0.4, 0.5]\n"));
  const std::vector<std::vector<double>> points{{0.1, 0.3}, {0.1, 0.4}, {0.1, 0.5},
                                                {0.2, 0.3}, {0.2, 0.4}, {0.2, 0.5}};
  CHECK(study.design.parameters ==
        std::vector<std::string>{"market.in_market_share", "trust.gain"});
  CHECK(study.design.points == points);
  CHECK(study.design.runs() == 6 * 2 * 3);
  REQUIRE(study.points.size() == 6);
  for (std::size_t k = 0; k < 6; ++k) {
    const Parameters parameters = study.scenario_of(k).parameters;
    CHECK(parameters.market.in_market_share == points[k][0]);
    CHECK(parameters.trust.gain == points[k][1]);
  }
}

TEST_CASE("A list puts the values of its axes side by side") {
  const Study study = study_of(
      small_scenario("[sweep]\nmethod = \"list\"\n\"market.in_market_share\" = [0.1, 0.2]\n"
                     "\"trust.gain\" = [0.3, 0.4]\n"));
  CHECK(study.design.points == std::vector<std::vector<double>>{{0.1, 0.3}, {0.2, 0.4}});
}

TEST_CASE("A campaign's number can be swept by its name") {
  const Study study =
      study_of(small_scenario("[sweep]\n'campaign.\"Blast\".hours_per_day' = [1, 4]\n"));
  REQUIRE(study.points.size() == 2);
  CHECK(study.scenario_of(0).campaigns[0].hours_per_day == 1);
  CHECK(study.scenario_of(1).campaigns[0].hours_per_day == 4);
  CHECK(study.scenario_of(1).campaigns[1].hours_per_day == 1);
}

TEST_CASE("Points that ask for the same network share it, others have their own") {
  const Study shared = study_of(small_scenario("[sweep]\n\"trust.gain\" = [0.1, 0.2, 0.3]\n"));
  CHECK(shared.network_of(0, 0) == shared.network_of(1, 0));
  CHECK(shared.network_of(0, 0) == shared.network_of(2, 0));
  const Study own = study_of(
      small_scenario("[sweep]\n\"network.people\" = [200, 400]\n\"trust.gain\" = [0.1, 0.2]\n"));
  REQUIRE(own.points.size() == 4);
  CHECK(own.network_of(0, 0) == own.network_of(1, 0));
  CHECK(own.network_of(2, 0) == own.network_of(3, 0));
  CHECK(own.network_of(0, 0)->graph.people() == 200);
  CHECK(own.network_of(2, 0)->graph.people() == 400);
  CHECK(own.design.people == 200);
}

TEST_CASE("All replicates meet in one network, unless each is to have its own") {
  const Study one = study_of(small_scenario());
  CHECK(one.network_of(0, 0) == one.network_of(0, 0));
  CHECK(one.network_of(0, 2) == one.network_of(0, 0));
  std::string text = small_scenario();
  text.replace(text.find("mean_degree = 6"), 15, "mean_degree = 6\nper_replicate = true");
  const Study own = study_of(text);
  CHECK(own.design.network_per_replicate);
  CHECK(own.network_of(0, 0) == own.network_of(0, 0));
  CHECK(degrees(*own.network_of(0, 1)) != degrees(*own.network_of(0, 0)));
  CHECK(degrees(*own.network_of(0, 2)) != degrees(*own.network_of(0, 1)));
  CHECK(degrees(*own.network_of(0, 1)) == degrees(*own.network_of(0, 1)));
}

TEST_CASE("A design point is kept in a few bytes, whatever its scenario takes") {
  const auto bytes_in_use = [] {
    const auto memory = mallinfo2();
    return memory.uordblks + memory.hblkhd;
  };
  const auto bytes_of = [&](const std::string& size) {
    const std::size_t before = bytes_in_use();
    const Study study =
        lay_out_study({"s.toml",
                       "s.toml",
                       small_scenario("[sweep]\nmethod = \"latin-hypercube\"\nsize = " + size +
                                      "\n\"trust.gain\" = { min = 0.1, max = 0.9 }\n"),
                       {}},
                      "");
    return bytes_in_use() - before;
  };
  const std::size_t few = bytes_of("1000"), many = bytes_of("3000");
  if (few == 0) return;  // sanitizers bring an allocator of their own, which does not say
  CHECK(many > few);
  // Its values in the design and on the axes, its number and its network. A scenario takes 2,000.
  CHECK((many - few) / 2000 <= 128);
}

TEST_CASE("More replicates are the same design, another seed is another") {
  const auto digest = [](const std::string& from, const std::string& to) {
    std::string text = small_scenario();
    text.replace(text.find(from), from.size(), to);
    return study_of(text).design.digest;
  };
  const std::string digest_of_three = study_of(small_scenario()).design.digest;
  CHECK(digest("replicates = 3", "replicates = 30") == digest_of_three);
  CHECK(digest("seed = 7", "seed = 8") != digest_of_three);
  CHECK(digest("mean_degree = 6", "mean_degree = 8") != digest_of_three);
}

TEST_CASE("Campaigns that do not work equally long are named with their hours") {
  Scenario scenario = study_of(small_scenario()).scenario_of(0);
  CHECK(unequal_budget(scenario).empty());
  scenario.campaigns[1].hours_per_day = 2.5;
  const std::string said = unequal_budget(scenario);
  CHECK_THAT(said, Contains("\"Blast\" works 1 hours") && Contains("\"Notes\" 2.5"));
  scenario.campaigns.resize(1);
  CHECK(unequal_budget(scenario).empty());
}

TEST_CASE("Mistakes in a scenario are told with their place") {
  std::string text = small_scenario();
  text.replace(text.find("people = 300"), 12, "poeple = 300");
  const auto [code, message] = failure_of([&] { study_of(text); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("small.toml:7:1") && Contains("poeple"));
}

TEST_CASE("A sweep value out of range is found before anything runs") {
  const auto [code, message] = failure_of(
      [] { study_of(small_scenario("[sweep]\n\"market.in_market_share\" = [0.5, 1.5]\n")); });
  CHECK(code == ExitCode::bad_data);
  CHECK_THAT(message, Contains("in_market_share") && Contains("1.5"));
}

TEST_CASE("Results that do not fit on the disk are refused, with the way out") {
  std::string text = small_scenario();
  text.replace(text.find("horizon_days = 10\nreplicates = 3"), 32,
               "horizon_days = 65_000\nreplicates = 1_000_000_000");
  const Study study = study_of(text);
  const auto [code, message] = failure_of([&] { check_disk(study, "result.h5"); });
  CHECK(code == ExitCode::cannot_create);
  CHECK_THAT(message,
             Contains("result.h5") && Contains("GiB are free") && Contains("fewer replicates"));
}

TEST_CASE("Results that fit are not refused, and what is not kept takes no room") {
  const Study study = study_of(small_scenario());
  CHECK_NOTHROW(check_disk(study, "result.h5"));
  Design design = study.design;
  const std::uint64_t all = result_bytes(design);
  design.daily = false;
  const std::uint64_t final_only = result_bytes(design);
  CHECK(final_only < all);
  design.people_output = true;
  CHECK(result_bytes(design) >= final_only + 6 * 300 * 8);
  design.replicates *= 2;
  design.people_output = false;
  CHECK(result_bytes(design) == 2 * final_only);
}
