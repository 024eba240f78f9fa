#include "parameters/parameters.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <regex>
#include <set>
#include <string>

#include "parameters/scenario_rows.hpp"

using namespace rapport;

namespace {

std::string name_of(const ParameterRow& row) {
  return std::string(row.group) + "." + std::string(row.name);
}

}  // namespace

TEST_CASE("Every default of both sets lies in its range") {
  for (const ParameterRow& row : parameter_rows()) {
    INFO(name_of(row));
    CHECK(row.low < row.high);
    for (const double value : {row.seed_default, row.benchmark_default}) {
      CHECK(value >= row.low);
      CHECK(value <= row.high);
    }
  }
}

TEST_CASE("Whole numbers and flags have whole defaults and ends") {
  for (const ParameterRow& row : parameter_rows()) {
    if (row.kind == ValueKind::number) continue;
    INFO(name_of(row));
    for (const double value : {row.seed_default, row.benchmark_default, row.low, row.high}) {
      CHECK(value == std::floor(value));
    }
    if (row.kind == ValueKind::flag) CHECK((row.low == 0 && row.high == 1));
  }
}

TEST_CASE("Every parameter has a name of its own, a unit and a meaning") {
  std::set<std::string> names;
  for (const ParameterRow& row : parameter_rows()) {
    INFO(name_of(row));
    CHECK(names.insert(name_of(row)).second);
    CHECK_FALSE(row.meaning.empty());
    CHECK((row.kind == ValueKind::flag || !row.unit.empty()));
  }
  CHECK(names.size() >= 50);
}

TEST_CASE("Every parameter says where it comes from and ends with how good that is") {
  const std::regex grade(R"(\([ABCDSX](/[ABCDSX])?\)$)");
  for (const ParameterRow& row : parameter_rows()) {
    const std::string source(row.source);
    INFO(name_of(row) << ": " << source);
    CHECK(std::regex_search(source, grade));
  }
}

TEST_CASE("Parameters of one group stand together") {
  std::set<std::string> finished;
  std::string group;
  for (const ParameterRow& row : parameter_rows()) {
    if (row.group == group) continue;
    CHECK(finished.insert(std::string(row.group)).second);
    group = row.group;
  }
}

TEST_CASE("A row's value is its own: each is read where it was written, and nowhere else") {
  Parameters parameters{};
  const std::size_t rows = parameter_rows().size();
  for (std::size_t row = 0; row < rows; ++row) {
    parameter_value(parameters, row) = static_cast<double>(row) + 0.5;
  }
  const Parameters& read = parameters;
  for (std::size_t row = 0; row < rows; ++row) {
    CHECK(parameter_value(read, row) == static_cast<double>(row) + 0.5);
  }
  CHECK(sizeof(Parameters) == rows * sizeof(double));
}

TEST_CASE("The names reach the fields they name") {
  Parameters parameters{};
  for (std::size_t row = 0; row < parameter_rows().size(); ++row) {
    if (name_of(parameter_rows()[row]) == "trust.gain") parameter_value(parameters, row) = 0.25;
  }
  CHECK(parameters.trust.gain == 0.25);
}

TEST_CASE("The two sets hold the customer's numbers and the published ones") {
  const Parameters seed = default_parameters(ParameterSet::seed);
  const Parameters benchmark = default_parameters(ParameterSet::benchmark);
  CHECK(seed.market.in_market_share == 0.005);
  CHECK(seed.market.window_days == 9);
  CHECK(benchmark.market.in_market_share == 0.05);
  CHECK(benchmark.market.window_days == 91);
  CHECK(seed.attention.background_load == 0);
  CHECK(seed.privacy.closed_share == 0);
  CHECK(benchmark.platform.invitations_per_week == 100);
  for (const Parameters& p : {seed, benchmark}) CHECK(p.trust.loss == Approx(3 * p.trust.gain));
}

TEST_CASE("Keys of the scenario have names of their own, meanings, and defaults in range") {
  std::set<std::string> names;
  for (const ScenarioRow& each : scenario_rows()) {
    const ParameterRow& row = each.row;
    INFO(name_of(row));
    CHECK(names.insert(name_of(row)).second);
    CHECK_FALSE(row.meaning.empty());
    CHECK_FALSE(row.source.empty());
    CHECK(row.seed_default >= row.low);
    CHECK(row.seed_default <= row.high);
    CHECK((row.kind == ValueKind::choice) == !row.choices.empty());
  }
}

TEST_CASE("A scenario that says nothing has the defaults that its rows name") {
  Scenario scenario;
  for (const ScenarioRow& each : scenario_rows()) {
    const ScenarioField field = each.field(scenario);
    INFO(name_of(each.row));
    if (const auto* number = std::get_if<double*>(&field)) {
      CHECK(**number == each.row.seed_default);
    } else if (const auto* whole = std::get_if<std::uint32_t*>(&field)) {
      CHECK(**whole == each.row.seed_default);
    } else if (const auto* day = std::get_if<Day*>(&field)) {
      CHECK(**day == each.row.seed_default);
    } else if (const auto* flag = std::get_if<bool*>(&field)) {
      CHECK(**flag == (each.row.seed_default != 0));
    } else if (const auto* seed = std::get_if<std::uint64_t*>(&field)) {
      CHECK(static_cast<double>(**seed) == each.row.seed_default);
    }
  }
}
