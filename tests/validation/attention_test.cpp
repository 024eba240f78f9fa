// Attention: P(read) = E[min(b, 1 + N) / (1 + N)], N ~ Poisson(load).
#include "mechanisms/attention.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/worlds/confidence.hpp"
#include "tests/worlds/scripted_world.hpp"

namespace rapport::test {
namespace {

// Term by term from nought, in long double.
double by_direct_sum(double load, double read_per_day) {
  long double sum = 0;
  for (int n = 0; n < static_cast<int>(load + 60 * std::sqrt(load + 1)); ++n) {
    const long double chance = std::exp(n * std::log(static_cast<long double>(load)) -
                                        static_cast<long double>(load) - std::lgamma(n + 1.0L));
    sum += chance * std::min<long double>(1, static_cast<long double>(read_per_day) / (1 + n));
  }
  return static_cast<double>(sum);
}

}  // namespace

TEST_CASE("the chance of being read is the Poisson mean of the share that is read") {
  const double load = GENERATE(0.001, 0.5, 1.0, 6.0, 40.0, 300.0, 1'000.0);
  for (const double read_per_day : {0.1, 1.0, 2.5, 10.0, 50.0, 1'000.0}) {
    CAPTURE(load, read_per_day);
    CHECK(attention_share(load, read_per_day) ==
          Approx(by_direct_sum(load, read_per_day)).epsilon(1e-10));
  }
  // One message a day is read: E[1 / (1 + N)] = (1 - exp(-load)) / load.
  CHECK(attention_share(load, 1) == Approx(-std::expm1(-load) / load).epsilon(1e-12));
}

TEST_CASE("people with equal load read the share of messages that the formula says") {
  struct Case {
    double load, read_per_day;
  };
  const Case c = GENERATE(Case{0, 10}, Case{6, 10}, Case{6, 1}, Case{6, 2.5}, Case{60, 10});
  Scenario message =
      scenario(ParameterSet::benchmark, 1, network(NetworkKind::regular, 20'000 / slowness), {});
  message.mechanisms_off = {"privacy", "platform"};
  message.parameters.attention.background_load = c.load;
  message.parameters.attention.messages_read_per_day = c.read_per_day;
  double read = 0, delivered = 0;
  for (std::uint32_t replicate = 0; replicate < replicates(10); ++replicate) {
    ScriptedWorld world(
        message, {Approach{}}, [](const Situation& now, Plan& plan) { send_to_all(now, plan, 0); },
        replicate);
    const RunResult result = world.live();
    read += final_value(result, Measure::messages_read);
    delivered += final_value(result, Measure::messages_delivered);
  }
  CAPTURE(c.load, c.read_per_day);
  const double expected = c.load > 0 ? by_direct_sum(c.load, c.read_per_day) : 1;
  check_inside(read / delivered, interval_of_share(expected, delivered));
}

}  // namespace rapport::test
