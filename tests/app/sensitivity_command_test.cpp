// Designs that `rapport run` draws, through the engine, into what `sensitivity` and `report` say of
// them: hours times their price is money spent, of which every index has a closed form.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "place.hpp"

using namespace rapport;
using test::bytes_of;
using test::ResultPlace;
using test::run_program;

namespace {

/// A blast of 1 to 4 hours at 10 to 50 each; how many are searching costs nothing.
std::string sweep_by(const std::string& method, int size) {
  return R"(seed = 5
horizon_days = 1
replicates = 1
[network]
people = 1_000
[[campaign]]
name = "Nothing"
strategy = "do-nothing"
[[campaign]]
name = "Blast"
strategy = "spam-blast"
[sweep]
method = ")" +
         method + "\"\nsize = " + std::to_string(size) + R"(
"campaign.Blast.hours_per_day" = { min = 1, max = 4 }
"economics.hourly_cost" = { min = 10, max = 50 }
"market.in_market_share" = { min = 0.1, max = 0.4 }
)";
}

nlohmann::json indices_in(const ResultPlace& place) {
  const auto run = run_program("sensitivity '" + place.result + "' --measure money_spent --json");
  REQUIRE(run.code == 0);
  return nlohmann::json::parse(run.out)["tables"][0]["indices"];
}

std::string page_of(const ResultPlace& place) {
  const std::string page = place.folder / "r.html";
  const auto run = run_program("report '" + place.result + "' -o '" + page + "'");
  INFO(run.err);
  REQUIRE(run.code == 0);
  return bytes_of(page);
}

}  // namespace

TEST_CASE("A Saltelli sweep of the engine finds the closed form of hours times their price") {
  const ResultPlace place;
  REQUIRE(place.run("run", sweep_by("saltelli", 512)).code == 0);
  // Mean and variance of hours are 2.5 and 3 / 4, of the price 30 and 400 / 3.
  const double of_hours = 30 * 30 * 0.75, of_price = 2.5 * 2.5 * 400 / 3, of_both = 100;
  const double all = of_hours + of_price + of_both;
  const auto found = indices_in(place);
  const auto& hours = found["campaign.Blast.hours_per_day"];
  const auto& price = found["economics.hourly_cost"];
  CHECK(hours["first"].get<double>() == Approx(of_hours / all).margin(0.02));
  CHECK(hours["total"].get<double>() == Approx((of_hours + of_both) / all).margin(0.02));
  CHECK(price["first"].get<double>() == Approx(of_price / all).margin(0.02));
  CHECK(price["total"].get<double>() == Approx((of_price + of_both) / all).margin(0.02));
  CHECK(hours["first_interval"][0].get<double>() < of_hours / all);
  CHECK(hours["first_interval"][1].get<double>() > of_hours / all);
  CHECK(found["market.in_market_share"]["total"] == 0);
}

TEST_CASE("A Morris sweep of the engine finds the effects of its own moves") {
  const ResultPlace place;
  const std::string design = place.folder / "design.csv";
  REQUIRE(place.run("run", sweep_by("morris", 20), "--export-design '" + design + "'").code == 0);
  // The effect of a move is computed from the points that were exported.
  std::ifstream file(design);
  std::string line;
  std::getline(file, line);
  std::vector<std::array<double, 3>> points;
  for (std::array<double, 3> at{}; std::getline(file, line); points.push_back(at)) {
    REQUIRE(std::sscanf(line.c_str(), "%lf,%lf,%lf", &at[0], &at[1], &at[2]) == 3);
  }
  REQUIRE(points.size() == 80);
  double hours_moved = 0, price_moved = 0;
  for (std::size_t point = 1; point < points.size(); ++point) {
    if (point % 4 == 0) continue;
    const auto &from = points[point - 1], &to = points[point];
    hours_moved += std::abs(to[0] - from[0]) * from[1] / 20;
    price_moved += std::abs(to[1] - from[1]) * from[0] / 20;
  }
  const auto found = indices_in(place);
  const auto& hours = found["campaign.Blast.hours_per_day"];
  CHECK(hours["strength"].get<double>() == Approx(hours_moved).epsilon(0.005));
  CHECK(hours["mean"] == hours["strength"]);
  CHECK(hours["spread"].get<double>() > 10);
  CHECK(found["economics.hourly_cost"]["strength"].get<double>() ==
        Approx(price_moved).epsilon(0.005));
  CHECK(found["market.in_market_share"]["strength"] == 0);
}

TEST_CASE("The report of a sampled sweep has a chart of what matters and no map of chance points") {
  const ResultPlace place;
  REQUIRE(place.run("run", sweep_by("saltelli", 4)).code == 0);
  const std::string page = page_of(place);
  CHECK(page.find("id=\"sensitivity-1\"") != std::string::npos);
  CHECK(page.find("id=\"map-profit\"") == std::string::npos);
  CHECK(page.find("hours per day of Blast") != std::string::npos);
  REQUIRE(place.run("run", sweep_by("latin-hypercube", 8), "--force").code == 0);
  const std::string scattered = page_of(place);
  CHECK(scattered.find("id=\"map-profit\"") == std::string::npos);
  CHECK(scattered.find("no curve and no map to draw") != std::string::npos);
  CHECK(scattered.find("no campaign passes") == std::string::npos);
}

TEST_CASE("With runs missing a report says why it has no chart of what matters") {
  const ResultPlace place;
  REQUIRE(place.run("run", sweep_by("morris", 2), "--shard 1/2").code == 0);
  const std::string page = page_of(place);
  CHECK(page.find("id=\"sensitivity-1\"") == std::string::npos);
  CHECK(page.find("matters most cannot be told: 8 runs failed or are missing") !=
        std::string::npos);
}

TEST_CASE("Replicates that a stopping rule did not need are not missing") {
  const ResultPlace place;
  const std::string stop =
      "[stop]\nmetric = \"money_spent\"\nhalf_width = 1e6\nmin_replicates = 2\n"
      "batch = 2\nmax_replicates = 6\n";
  REQUIRE(place.run("run", sweep_by("saltelli", 16) + stop).code == 0);
  CHECK(indices_in(place)["economics.hourly_cost"]["total"].get<double>() > 0.3);
  CHECK(page_of(place).find("id=\"sensitivity-1\"") != std::string::npos);
}
