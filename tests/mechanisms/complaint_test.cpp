// Complaints: who voices one, who sees it, what an answer is worth.
#include "mechanisms/complaint.hpp"

#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Rules complaining_rules(Day day = 20) {
  Rules rules = rules_of(ParameterSet::benchmark, day);
  rules.parameters.complaint.voiced = 0.9;
  return rules;
}

// Answers to people who have waited for 1, 2, 3, ... days.
Batch answers(Rules& rules) {
  Batch b = batch_of(Channel::recovery, 12);
  for (std::uint32_t i = 0; i < b.size; ++i) {
    rules.open_complaints.open({i, rules.day - 1 - static_cast<Day>(i)});
  }
  b.merit.setConstant(0.8f);
  b.annoyance.setConstant(0.6f);
  return b;
}

}  // namespace

TEST_CASE("An answer on the next day is worth all, and half of it after each half-life") {
  Parameters p = default_parameters(ParameterSet::seed);
  p.complaint.response_half_life_days = 2;
  CHECK(promptness(1, p) == 1.0f);
  CHECK(number(promptness(3, p)) == Approx(0.5));
  CHECK(number(promptness(7, p)) == Approx(0.125));
}

TEST_CASE("Unanswered, a complaint is seen by a neighbour v / (1 - 2^(-1/h)) times") {
  Rules rules = complaining_rules();
  const auto& p = rules.parameters.complaint;
  double seen = 0, days = 0;
  const OpenComplaint complaint{};
  for (rules.day = 1; !is_forgotten(complaint, rules); ++rules.day) {
    seen += number(sighting_probability(complaint, rules));
    ++days;
  }
  const double all = p.visibility / (1 - std::exp2(-1 / p.fade_half_life_days));
  CHECK(seen < all);
  CHECK(seen > 0.94 * all);  // but for the last twentieth, which nobody follows
  CHECK(days == Approx(std::log2(20.0) * p.fade_half_life_days).margin(1));
}

TEST_CASE("Attacking whoever complains multiplies what is seen of it") {
  const Rules rules = complaining_rules(5);
  const auto& p = rules.parameters.complaint;
  const double plain = number(sighting_probability({0, 3, false}, rules));
  CHECK(plain == Approx(p.visibility * std::exp2(-1 / p.fade_half_life_days)));
  CHECK(number(sighting_probability({0, 3, true}, rules)) == Approx(p.bullying_multiplier * plain));
  Rules loud = rules;
  loud.parameters.complaint.bullying_multiplier = 100;
  CHECK(sighting_probability({0, 4, true}, loud) == 1.0f);
}

TEST_CASE("A promise calms while it runs, a short one more than a long one") {
  Rules rules = complaining_rules(10);
  const auto& p = rules.parameters.complaint;
  const auto seen = [&](double promised, Day voiced) {
    rules.promised_days = promised;
    return number(sighting_probability({0, voiced, false}, rules));
  };
  const double plain = seen(0, 9);
  for (const double days : {1.0, 3.0, 30.0}) {
    const double calm = std::exp2(-days / p.response_half_life_days);
    CHECK(seen(days, 9) == Approx(plain * (1 - calm)));
  }
  CHECK(seen(2, 7) == seen(0, 7));  // it ran out a day ago
}

TEST_CASE("Listening halves the usual failures, but not those of a shock") {
  Parameters p = default_parameters(ParameterSet::seed);
  p.complaint.failures_per_day = 8;
  p.complaint.shock_day = 4;
  p.complaint.shock_people = 100;
  p.complaint.listening_hours = 40;
  CHECK(failures_on(3, 0, p).usual == 8);
  CHECK(failures_on(3, 40, p).usual == Approx(4));
  CHECK(failures_on(3, 120, p).usual == Approx(1));
  CHECK(failures_on(3, 120, p).shock == 0);
  CHECK(failures_on(4, 120, p).shock == 100);
  CHECK(failures_on(4, 120, p).usual == Approx(1));
}

TEST_CASE("A bad experience is voiced with chance voiced talkativeness strength") {
  const Rules rules = complaining_rules();
  for (const Channel channel : {Channel::message, Channel::failure}) {
    Batch b = batch_of(channel);
    b.merit = numbers(1);
    b.intrusiveness = numbers(2);
    b.talkativeness = numbers(3);
    b.sequence.setConstant(the_sender);
    complain(b, rules);
    const double threshold = rules.parameters.word_of_mouth.strong_threshold;
    CHECK(wrong_decisions(
              b, b.shared,
              [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::voice); },
              [&](std::size_t i) {
                const double m = number(b.merit[i]);
                const double bad = number(b.intrusiveness[i]) * (1 - m) - m;
                return bad > threshold ? 0.9 * number(b.talkativeness[i]) * bad : 0.0;
              }) == 0);
    CHECK((b.shared == 4u).count() > 5);
  }
}

TEST_CASE("Nobody complains twice before an answer, of good things, or of what others tell") {
  const Rules rules = complaining_rules();
  const auto complaints = [&](Channel channel, std::uint32_t marks, float merit) {
    Batch b = batch_of(channel);
    b.marks.setConstant(marks);
    b.merit.setConstant(merit);
    b.intrusiveness.setOnes();
    b.talkativeness.setOnes();
    complain(b, rules);
    return (b.shared == 4u).count();
  };
  CHECK(complaints(Channel::failure, 0, 0) > 200);
  CHECK(complaints(Channel::failure, mark::complained, 0) == 0);
  CHECK(complaints(Channel::failure, 0, 1) == 0);
  CHECK(complaints(Channel::bad_news, 0, 0) == 0);
  CHECK(complaints(Channel::inbound, 0, 0) == 0);
}

TEST_CASE("Complaining adds to what a person tells others, and takes nothing from it") {
  const Rules rules = complaining_rules();
  Batch b = batch_of(Channel::failure);
  b.intrusiveness.setOnes();
  b.talkativeness.setOnes();
  b.shared.setConstant(2);
  complain(b, rules);
  CHECK(((b.shared == 2u) || (b.shared == 6u)).all());
  CHECK((b.shared == 6u).count() > 200);
}

TEST_CASE("An answer relieves and gives less the longer it was waited for") {
  Rules rules = complaining_rules(30);
  Batch b = answers(rules);
  weigh_answer(b, rules);
  relieve(b, rules);
  const auto& p = rules.parameters.complaint;
  const auto worth = [&](std::size_t i) {
    return std::exp2(-static_cast<double>(i) / p.response_half_life_days);
  };
  CHECK(largest_error(b, b.merit, [&](std::size_t i) { return 0.8 * worth(i); }) < 1e-6);
  CHECK(largest_error(b, b.annoyance,
                      [&](std::size_t i) { return 0.6 * (1 - p.relief * worth(i)); }) < 1e-6);
  CHECK(b.pressure.head(12).maxCoeff() == 0.0f);
}

TEST_CASE("An answer later than promised breaks a confidence; one in time does not") {
  Rules rules = complaining_rules(30);
  rules.promised_days = 4;
  Batch b = answers(rules);
  weigh_answer(b, rules);
  for (std::size_t i = 0; i < b.size; ++i) {
    const bool late = i + 1 > 4;
    CHECK(number(b.pressure[i]) == Approx(late ? rules.parameters.complaint.broken_promise : 0.0));
  }
}

TEST_CASE("Nothing but an answer to a complaint is weighed as one") {
  const Rules rules = complaining_rules();
  for (const Channel channel : {Channel::note, Channel::failure, Channel::rebuff}) {
    Batch b = batch_of(channel);
    b.merit.setConstant(0.5f);
    b.annoyance.setConstant(0.5f);
    weigh_answer(b, rules);
    relieve(b, rules);
    CHECK((b.merit == 0.5f).all());
    CHECK((b.annoyance == 0.5f).all());
  }
}
