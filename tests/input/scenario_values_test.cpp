// What a scenario in order becomes.
#include <catch2/catch.hpp>
#include <filesystem>

#include "input/design_digest.hpp"
#include "input/network_source.hpp"
#include "input/row_value.hpp"
#include "parameters/scenario_rows.hpp"
#include "strategies/registry.hpp"
#include "tests/input/scenario_fixture.hpp"

using namespace rapport;
using test::campaign;

TEST_CASE("The defaults of the table are those of a plain scenario") {
  Scenario plain;
  Scenario filled;
  for (const auto& row : scenario_rows()) {
    store(row.field(filled), default_value(row.row, ParameterSet::seed));
    INFO(row.row.group << "." << row.row.name);
    CHECK(canonical_text(row.field(filled)) == canonical_text(row.field(plain)));
  }
}

TEST_CASE("The kinds of network in the table are those that can be built") {
  for (const auto& row : scenario_rows()) {
    if (row.row.group != "network" || row.row.name != "kind") continue;
    const auto choices = split_choices(row.row.choices);
    REQUIRE(choices.size() == network_rows().size());
    for (std::size_t k = 0; k < choices.size(); ++k) CHECK(choices[k] == network_rows()[k].name);
  }
}

TEST_CASE("A scenario with nothing but a campaign takes every default") {
  const auto outcome = test::read(campaign);
  REQUIRE(outcome.diagnostics.text().empty());
  const Scenario& scenario = outcome.scenario;
  CHECK(scenario.seed == 42);
  CHECK(scenario.network.people == 20'000);
  CHECK(scenario.parameters.market.in_market_share == 0.005);
  REQUIRE(scenario.campaigns.size() == 1);
  CHECK(scenario.campaigns[0].hours_per_day == 2);
  CHECK(scenario.campaigns[0].settings.size() == find_strategy("spam-blast")->parameters.size());
}

TEST_CASE("Who speaks, and how carefully, is read by its words") {
  const std::string head = "[[campaign]]\nname = \"A\"\nstrategy = \"spam-blast\"\n";
  const auto plain = test::read(head);
  const auto outcome =
      test::read(head + "expertise = \"recommended\"\nvoice = \"brand\"\nmessage_errors = 0.2\n");
  REQUIRE(outcome.diagnostics.text().empty());
  const Campaign& written = outcome.scenario.campaigns[0];
  CHECK(written.expertise == static_cast<double>(Expertise::recommended));
  CHECK(written.voice == static_cast<double>(Voice::brand));
  CHECK(written.message_errors == 0.2);
  CHECK(plain.scenario.campaigns[0].expertise == static_cast<double>(Expertise::none));
  const std::string design = canonical_design(outcome.scenario);
  CHECK(design.find("expertise=recommended") != std::string::npos);
  CHECK(design.find("voice=brand") != std::string::npos);
  CHECK(design != canonical_design(plain.scenario));
  CHECK(test::read(head + "expertise = \"guru\"\n").diagnostics.text().find("guru") !=
        std::string::npos);
}

TEST_CASE("Every key arrives where it belongs") {
  const auto outcome = test::read(
      "title = \"T\"\nseed = 9223372036854775807\nhorizon_days = 7\nreplicates = 1_000\n"
      "parameters = \"benchmark\"\nbaseline = \"B\"\nx-note = [1979-05-27]\n"
      "[network]\nkind = \"small-world\"\npeople = 1e3\nmean_degree = 4\nrewiring = 1\n"
      "per_replicate = true\n"
      "[market]\nwindow_days = 10\n[word_of_mouth]\nfeelings = false\n"
      "[mechanisms]\noff = [\"trust\", \"reply\"]\n"
      "[[campaign]]\nname = \"A\"\nstrategy = \"spam-blast\"\nsampling = \"with-replacement\"\n"
      "profile_quality = 1\nmessage_seconds = 20\nx-who = \"me\"\n"
      "[[campaign]]\nname = \"B\"\nstrategy = \"seeding\"\ntarget = \"ids\"\nids = [3, 1]\n"
      "[sweep]\nmethod = \"list\"\n\"market.in_market_share\" = [0, 1]\n"
      "[output]\ndaily = \"none\"\npeople = true\n");
  REQUIRE(outcome.diagnostics.text().empty());
  const Scenario& s = outcome.scenario;
  CHECK(s.title == "T");
  CHECK(s.seed == 9223372036854775807ULL);
  CHECK(s.horizon_days == 7);
  CHECK(s.replicates == 1000);
  CHECK(s.parameter_set == ParameterSet::benchmark);
  CHECK(s.baseline == 1);
  CHECK(s.network.kind == NetworkKind::small_world);
  CHECK(s.network.people == 1000);
  CHECK(s.network.mean_degree == 4);
  CHECK(s.network.rewiring == 1);
  CHECK(s.network.per_replicate);
  CHECK(s.parameters.market.window_days == 10);
  CHECK(s.parameters.market.in_market_share == 0.05);
  CHECK(s.parameters.word_of_mouth.feelings == 0);
  CHECK(s.mechanisms_off == std::vector<std::string>{"trust", "reply"});
  REQUIRE(s.campaigns.size() == 2);
  CHECK(s.campaigns[0].profile_quality == 1);
  CHECK(s.campaigns[0].settings[0] == 20);
  CHECK(s.campaigns[0].settings[3] == 1);
  CHECK(s.campaigns[1].ids == std::vector<std::uint32_t>{3, 1});
  CHECK(s.sweep_method == SweepMethod::list);
  REQUIRE(s.sweep.size() == 1);
  CHECK(s.daily == DailyOutput::none);
  CHECK(s.people);
}

TEST_CASE("Every parameter of the model can be set to either end of its range") {
  for (const auto& row : parameter_rows()) {
    for (const double value : {row.low, row.high}) {
      const std::string text =
          row.kind == ValueKind::flag ? (value != 0 ? "true" : "false") : plain_number(value);
      auto outcome =
          test::read(campaign, {std::string(row.group) + "." + std::string(row.name) + "=" + text});
      // The two complaint rates must also fit each other.
      if (row.name.starts_with("complaint")) continue;
      INFO(outcome.diagnostics.text());
      CHECK_FALSE(outcome.diagnostics.has_errors());
    }
  }
}

TEST_CASE("Paths are relative to the scenario file") {
  const std::string root = RAPPORT_SOURCE_DIR;
  const auto outcome = read_scenario(
      {root + "/scenarios/any.toml",
       "any.toml",
       campaign +
           "[network]\nkind = \"file\"\npath = \"../README.md\"\ngroups = \"../CMakeLists.txt\"\n",
       {}});
  CHECK(outcome.scenario.network.path == root + "/README.md");
  CHECK(outcome.scenario.network.groups == root + "/CMakeLists.txt");
}

TEST_CASE("A mechanism is switched by its own name as well, and so a sweep can switch it") {
  const auto off = test::read(campaign + "[mechanisms]\nprivacy = false\ntrust = true\n");
  CHECK_FALSE(off.diagnostics.has_errors());
  CHECK(off.scenario.mechanisms_off == std::vector<std::string>{"privacy"});
  const std::string swept = campaign + "[sweep]\n\"mechanisms.word-of-mouth\" = [1, 0]\n";
  PointReader points({"s.toml", "s.toml", swept, {}});
  CHECK(points.at(0).mechanisms_off.empty());
  CHECK(points.at(1).mechanisms_off == std::vector<std::string>{"word-of-mouth"});
}
