// Customers: who is one, who referred them, and when they leave.
#include "simulation/customers.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/simulation/world.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

constexpr Day horizon = 400;

Parameters churn_of(double half_life, double factor) {
  Parameters p = default_parameters(ParameterSet::seed);
  p.churn.half_life_days = half_life;
  p.churn.referred_factor = factor;
  return p;
}

// The day on which the person leaves, or the horizon.
Day leaves(Customers& customers, std::uint32_t person, const Parameters& p, Day from = 0) {
  for (Day day = from; day < horizon; ++day) {
    customers.let_go(day, p);
    if (!customers.contains(person)) return day;
  }
  return horizon;
}

}  // namespace

TEST_CASE("A customer leaves on the first day by which its stay is used up") {
  const Parameters p = churn_of(10, 0.5);
  for (const auto& [stay, day] : {std::pair{0.5f, 5}, std::pair{0.51f, 6}, std::pair{0.001f, 1},
                                  std::pair{100.0f, horizon}}) {
    Customers customers(horizon);
    customers.win(7, stay, 0, p);
    CHECK(customers.any_leaves() == (day < horizon));
    CHECK(leaves(customers, 7, p) == day);
  }
}

TEST_CASE("Who was referred stays longer while the referrer is a customer, and no longer after") {
  const Parameters p = churn_of(10, 0.5);
  Customers customers(horizon);
  customers.refer(2, 1);
  customers.win(1, 0.75f, 0, p);  // leaves on day 8
  customers.win(2, 1.0f, 0, p);   // held: 8 days use up 0.4, the rest takes 6 days
  CHECK(leaves(customers, 1, p) == 8);
  CHECK(leaves(customers, 2, p, 9) == 14);

  Customers lasting(horizon);
  lasting.refer(2, 1);
  lasting.win(1, 30, 0, p);
  lasting.win(2, 1.0f, 0, p);
  CHECK(leaves(lasting, 2, p) == 20);
}

TEST_CASE("A referrer who left before the purchase holds nobody") {
  const Parameters p = churn_of(10, 0.5);
  Customers customers(horizon);
  customers.refer(2, 1);
  customers.win(1, 0.05f, 0, p);
  customers.let_go(1, p);
  customers.win(2, 1.0f, 1, p);
  CHECK(leaves(customers, 2, p, 2) == 11);
}

TEST_CASE(
    "Buying again does not prolong a stay, and whoever has left may become a customer again") {
  const Parameters p = churn_of(10, 0.5);
  Customers customers(horizon);
  customers.win(3, 0.5f, 0, p);
  customers.win(3, 20, 2, p);
  CHECK(leaves(customers, 3, p) == 5);
  CHECK(customers.size() == 0);
  customers.win(3, 0.5f, 9, p);
  CHECK(customers.size() == 1);
  CHECK(leaves(customers, 3, p, 10) == 14);
}

TEST_CASE("Of a world's customers 2^(-d / half-life) are left d days after they bought") {
  // Everybody is in the market and buys on day 0, from a message.
  Scenario scenario = scenario_of(campaign("spam-blast", {{"message_seconds", 1}}), 61);
  scenario.campaigns[0].hours_per_day = 20'000.0 / 3600;
  scenario.parameters.market.in_market_share = 1;
  scenario.parameters.market.window_days = 3650;
  scenario.parameters.purchase.base_probability = 1;
  scenario.parameters.churn.half_life_days = 30;
  scenario.mechanisms_off = {"exit-ladder", "word-of-mouth", "annoyance"};
  const RunResult result = World(strangers(20'000), scenario).run();
  const auto customers = [&](std::size_t day) {
    return static_cast<double>(
        result.daily[static_cast<std::size_t>(Measure::customers) * 61 + day]);
  };
  REQUIRE(final_of(result, Measure::sales) > 19'000);
  // Some whose epoch begins within the run buy again; they stay customers. Within 4 standard
  // errors.
  const double bought = customers(0);
  CHECK(customers(30) / bought == Approx(0.5).margin(4 * std::sqrt(0.25 / bought) + 0.02));
  CHECK(final_of(result, Measure::customers) + final_of(result, Measure::customers_lost) >= bought);
}
