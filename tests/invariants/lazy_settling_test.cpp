// Feelings settled only when something touches them are those settled every day.
#include <catch2/catch.hpp>
#include <cmath>

#include "tests/worlds/scripted_world.hpp"

namespace rapport::test {
namespace {

// Acts as another strategy does and, when `daily`, also gives everybody an experience of nothing
// every day, which settles their feelings and changes nothing else.
class Settling final : public Strategy {
 public:
  Settling(const std::string& strategy, bool daily)
      : inner_(find_strategy(strategy)->create(campaign(strategy, 2))), daily_(daily) {}

  std::vector<Approach> approaches() const override {
    auto all = inner_->approaches();
    Approach nothing;
    nothing.channel = Channel::experience;
    all.push_back(nothing);
    return all;
  }
  void plan(const Situation& now, Plan& plan) override {
    if (daily_) send_to_all(now, plan, static_cast<std::uint8_t>(inner_->approaches().size()));
    inner_->plan(now, plan);
  }
  void learn(Day day, const Answers& answers) override { inner_->learn(day, answers); }

 private:
  std::unique_ptr<Strategy> inner_;
  bool daily_;
};

}  // namespace

TEST_CASE("feelings settled only when touched are those settled every day") {
  const std::string strategy = GENERATE("spam-blast", "thoughtful-engagement");
  Scenario days = scenario(ParameterSet::seed, 120, network(NetworkKind::communities, 2'000),
                           {campaign(strategy, 2)});
  // A touch of nothing would count as news from the sender to whoever enters the market.
  days.mechanisms_off = {"in-market"};
  days.parameters.trust.prior = 0.1;
  ScriptedWorld lazy(days, std::make_unique<Settling>(strategy, false));
  ScriptedWorld daily(days, std::make_unique<Settling>(strategy, true));
  const RunResult lazily = lazy.live();
  const RunResult settled = daily.live();
  REQUIRE(settled.encounters > lazily.encounters + 100 * 2'000);
  // Each settling rounds to 24 bits and uses exp2_kernel, accurate to 3e-7.
  const double margin = 120 * 4e-7;
  CAPTURE(strategy);
  for (std::uint32_t p = 0; p < lazy.people(); ++p) {
    if (lazy.trust()[p] != Approx(daily.trust()[p]).epsilon(0).margin(margin)) FAIL(p);
    if (lazy.annoyance()[p] != Approx(daily.annoyance()[p]).epsilon(0).margin(margin)) FAIL(p);
  }
  for (const Measure m : {Measure::connections, Measure::messages_read, Measure::muted,
                          Measure::advocates, Measure::detractors}) {
    CHECK(final_value(lazily, m) == final_value(settled, m));
  }
}

}  // namespace rapport::test
