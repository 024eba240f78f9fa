// `rapport list` prints the tables that the reader works with.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "input/network_source.hpp"
#include "measures/measures.hpp"
#include "mechanisms/registry.hpp"
#include "parameters/scenario_rows.hpp"
#include "strategies/registry.hpp"
#include "tests/app/program.hpp"

using namespace rapport;
using test::run_program;

namespace {

nlohmann::json listed(const std::string& what) {
  const auto run = run_program("list " + what + " --json");
  REQUIRE(run.code == 0);
  return nlohmann::json::parse(run.out);
}

template <typename Rows>
void check_names(const std::string& what, const Rows& rows) {
  const auto json = listed(what);
  const auto text = run_program("list " + what);
  CHECK(text.code == 0);
  REQUIRE(json.size() == rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    CHECK(json[k]["name"] == std::string(rows[k].name));
    CHECK_FALSE(json[k]["meaning"].get<std::string>().empty());
    CHECK(text.out.find(rows[k].name) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("Every row of the registries is listed, as text and as JSON") {
  check_names("strategies", strategy_rows());
  check_names("mechanisms", mechanism_rows());
  check_names("metrics", measure_rows());
  check_names("networks", network_rows());
}

TEST_CASE("Every key of a scenario is listed with its range and defaults") {
  const auto json = listed("parameters");
  CHECK(json.size() == scenario_rows().size() + campaign_rows().size() + parameter_rows().size());
  for (const auto& row : json) {
    if (row["name"] != "market.in_market_share") continue;
    CHECK(row["seed_default"] == 0.005);
    CHECK(row["benchmark_default"] == 0.05);
    CHECK(row["low"] == 0);
    CHECK(row["high"] == 1);
    CHECK(row["kind"] == "number");
  }
}

TEST_CASE("A strategy is listed with its own keys") {
  const auto json = listed("strategies");
  const std::set<std::string> with_shares = {"mixed", "managed", "kpi-chaser"};
  for (const auto& strategy : json) {
    const std::string name = strategy["name"];
    const std::string parts = name == "phases" ? name : with_shares.contains(name) ? "shares" : "";
    CHECK(strategy["parts_key"] == parts);
    if (strategy["name"] != "seeding") continue;
    CHECK(strategy["people_key"] == "ids");
    CHECK(strategy["parameters"][1]["choices"] == nlohmann::json({"random", "hubs", "ids"}));
    CHECK(strategy["parameters"][1]["seed_default"] == "random");
  }
}
