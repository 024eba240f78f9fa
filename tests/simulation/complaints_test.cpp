// Complaints over the days of a world: how they spread, how answers end them.
#include "simulation/complaints.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/simulation/world.hpp"
#include "tests/worlds/confidence.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

enum Posture { ignore, reactive, proactive, defensive };

// Failures every day, of which half the people tell everybody.
Scenario failing(Posture posture, std::vector<std::pair<std::string, double>> settings = {}) {
  settings.emplace_back("posture", posture);
  Scenario scenario = scenario_of(campaign("complaint-handling", settings), 120);
  scenario.campaigns[0].hours_per_day = 4;
  scenario.parameters.complaint.voiced = 1;
  scenario.parameters.complaint.failures_per_day = 6;
  scenario.parameters.trust.prior = 0.3;
  return scenario;
}

RunResult run(const Scenario& scenario, std::uint32_t people = 2'000) {
  return World(acquaintances(people, 8), scenario).run();
}

Network star(std::uint32_t people) {
  std::vector<Tie> ties;
  for (std::uint32_t p = 1; p < people; ++p) ties.emplace_back(0, p);
  return strangers(people, ties);
}

}  // namespace

TEST_CASE("Unanswered, a complaint is seen as often as the closed form says, where defended less") {
  constexpr std::uint32_t leaves = 4'000;
  Scenario scenario = scenario_of(campaign("do-nothing"), 80);
  scenario.parameters.word_of_mouth.share_probability = 0;  // what is seen is not told again
  scenario.mechanisms_off = {"in-market"};
  const World world(star(leaves + 1), scenario);
  const auto& p = scenario.parameters.complaint;
  for (const bool defended : {false, true}) {
    Days days(world);
    days.next();
    days.state().rules.open_complaints.open(new_complaint(days.state(), 0));
    days.relations().touch(0).marks |= mark::complained;
    if (defended) days.relations().touch(17).marks |= mark::told_good;
    const double heeded = defended ? p.defence_factor : 1;
    double seen = 0, variance = 0;
    for (Day day = 1; day < 80; ++day) {
      const double fresh = std::exp2(-(day - 1) / p.fade_half_life_days);
      const double q = fresh < 0.05 ? 0 : heeded * p.visibility * fresh;
      seen += q * leaves;
      variance += q * (1 - q) * leaves;
      days.next();
    }
    check_inside(static_cast<double>(days.state().encounters),
                 interval_of_mean(seen, std::sqrt(variance), 1));
    CHECK(days.state().rules.open_complaints.empty());  // forgotten
    CHECK((days.relations()[0].marks & mark::complained) == 0);
  }
}

TEST_CASE("A complaint that everybody sees is seen by everybody once a day") {
  Scenario scenario = scenario_of(campaign("do-nothing"), 3);
  scenario.parameters.complaint.visibility = 1;
  scenario.parameters.word_of_mouth.share_probability = 0;  // what is seen is not told again
  scenario.mechanisms_off = {"in-market"};
  const World world(star(101), scenario);
  Days days(world);
  days.next();
  days.state().rules.open_complaints.open(new_complaint(days.state(), 0));
  days.next();
  CHECK(days.state().encounters == 100);
}

TEST_CASE("Failures come as often as they are said to, a shock on its day alone") {
  Scenario scenario = scenario_of(campaign("do-nothing"), 10);
  scenario.parameters.complaint.failures_per_day = 0.4;
  scenario.parameters.complaint.shock_day = 3;
  scenario.parameters.complaint.shock_people = 50;
  scenario.mechanisms_off = {"word-of-mouth", "in-market"};
  const World world(acquaintances(500, 4), scenario);
  Days days(world);
  std::vector<std::uint64_t> until;
  for (Day day = 0; day < 10; ++day) {
    days.next();
    until.push_back(days.state().encounters);
  }
  CHECK(until == std::vector<std::uint64_t>{0, 0, 1, 51, 52, 52, 52, 53, 53, 54});
}

TEST_CASE("Answers resolve complaints, silence leaves them open") {
  const RunResult silent = run(failing(ignore)), answering = run(failing(reactive));
  CHECK(final_of(silent, Measure::complaints_resolved) == 0);
  CHECK(final_of(silent, Measure::complaints_open) == final_of(silent, Measure::complaints_voiced));
  CHECK(final_of(silent, Measure::hours_spent) == 0);
  const double resolved = final_of(answering, Measure::complaints_resolved);
  CHECK(resolved > 100);
  CHECK(final_of(answering, Measure::complaints_open) ==
        final_of(answering, Measure::complaints_voiced) - resolved);
  CHECK(final_of(answering, Measure::hours_spent) == Approx(resolved * 900 / 3600));
}

TEST_CASE("Answering keeps trust that silence loses, and attacking loses more than silence") {
  const double silent = final_of(run(failing(ignore)), Measure::mean_trust);
  CHECK(final_of(run(failing(reactive)), Measure::mean_trust) > silent);
  CHECK(final_of(run(failing(defensive)), Measure::mean_trust) < silent);
}

TEST_CASE("Who handles ahead listens, and so has fewer complaints to answer") {
  const double ahead = final_of(run(failing(proactive)), Measure::complaints_voiced);
  CHECK(ahead < 0.9 * final_of(run(failing(reactive)), Measure::complaints_voiced));
}

TEST_CASE("Without the hours for it complaints stay open") {
  Scenario scenario = failing(reactive);
  const double enough = final_of(run(scenario), Measure::complaints_open);
  scenario.campaigns[0].hours_per_day = 0.25;
  CHECK(final_of(run(scenario), Measure::complaints_open) > enough + 50);
}

TEST_CASE("A promise that cannot be kept costs trust, one that is kept does not") {
  const auto trust = [](double hours, double days) {
    Scenario scenario = failing(reactive, {{"promise_days", days}, {"notice_days", 0}});
    scenario.campaigns[0].hours_per_day = hours;
    return final_of(run(scenario), Measure::mean_trust);
  };
  CHECK(trust(8, 1) > trust(8, 0));
  CHECK(trust(0.5, 1) < trust(0.5, 30));
}

TEST_CASE("A promise holds as long as somebody makes it, and calms nobody afterwards") {
  Campaign ending = campaign("phases");
  ending.parts = {campaign("complaint-handling", {{"promise_days", 30}}), campaign("do-nothing"),
                  campaign("complaint-handling", {{"promise_days", 5}}),
                  campaign("complaint-handling", {{"posture", defensive}})};
  for (std::size_t k = 0; k < 4; ++k) ending.parts[k].first_day = static_cast<Day>(2 * k);
  const World world(acquaintances(100, 4), scenario_of(ending, 8));
  Days days(world);
  std::vector<double> promised;
  for (Day day = 0; day < 8; ++day) {
    days.next();
    promised.push_back(days.state().rules.promised_days);
  }
  CHECK(promised == std::vector<double>{30, 30, 0, 0, 5, 5, 0, 0});
}

TEST_CASE("Whoever was failed and helped at once trusts the sender more than before, for months") {
  Scenario scenario = scenario_of(campaign("complaint-handling", {{"posture", proactive}}), 120);
  scenario.parameters.complaint.voiced = 1;
  scenario.parameters.complaint.shock_people = 400;
  scenario.people = true;
  scenario.mechanisms_off = {"word-of-mouth", "in-market"};
  scenario.campaigns[0].hours_per_day = 24;
  const World world(acquaintances(500, 0), scenario);
  Days days(world);
  for (Day day = 0; day < 90; ++day) days.next();
  std::uint32_t helped = 0, failed = 0;
  for (std::uint32_t p = 0; p < 500; ++p) {
    const Relation& relation = days.relations()[p];
    if (!(relation.marks & mark::reached)) continue;
    const Feelings now = days.state().look(p, 89);
    (now.trust > 0.03f ? helped : failed) += 1;
    CHECK(now.annoyance < 0.05f);  // the failure is forgiven either way, within weeks
  }
  CHECK(helped > 100);
  CHECK(failed > 100);  // those who said nothing
}

TEST_CASE("A campaign without complaints, failures and answers is as if there were none of it") {
  Scenario scenario = scenario_of(campaign("spam-blast"), 60);
  const RunResult with = run(scenario);
  scenario.mechanisms_off = {"complaint", "reciprocity"};
  const RunResult without = run(scenario);
  CHECK(with.digest == without.digest);
  CHECK(final_of(with, Measure::complaints_voiced) == 0);
}
