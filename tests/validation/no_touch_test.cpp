// The effect of a campaign that touches nobody is exactly nothing.
#include <catch2/catch.hpp>

#include "tests/worlds/setting.hpp"

namespace rapport::test {

TEST_CASE("campaigns without hours leave everybody bit for bit as doing nothing does") {
  const ParameterSet set = GENERATE(ParameterSet::seed, ParameterSet::benchmark);
  Scenario idle =
      scenario(set, 60, network(NetworkKind::communities, 1'000),
               {campaign("do-nothing", 2), campaign("do-nothing", 0), campaign("spam-blast", 0),
                campaign("thoughtful-engagement", 0), campaign("seeding", 0, {{"seeds", 0}})});
  idle.people = true;
  idle.daily = DailyOutput::all;
  idle.parameters.trust.prior = 0.25;
  idle.parameters.market.in_market_share = 0;  // nobody comes by repute
  const float prior = static_cast<float>(idle.parameters.trust.prior);
  for_each_replicate(idle, 2, [&](const std::vector<RunResult>& results) {
    for (const RunResult& result : results) {
      CHECK(result.final_trust == std::vector<float>(1'000, prior));
      CHECK(result.final_annoyance == std::vector<float>(1'000, 0.0f));
      CHECK(result.digest == results[0].digest);
      CHECK(result.final == results[0].final);
      CHECK(result.daily == results[0].daily);
      CHECK(result.encounters == 0);
    }
  });
}

}  // namespace rapport::test
