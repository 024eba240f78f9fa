// Credibility: names that open doors or close them, and slips of the pen.
#include "mechanisms/credibility.hpp"

#include <catch2/catch.hpp>

#include "mechanisms/acceptance.hpp"
#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

TEST_CASE("Calling oneself an expert closes doors, being recommended opens them") {
  const Parameters p = default_parameters(ParameterSet::seed);
  const auto logit = [&](Expertise e, Voice v = Voice::person) {
    return number(credibility_logit(e, v, p));
  };
  CHECK(logit(Expertise::none) == 0);
  CHECK(logit(Expertise::claimed) == Approx(-p.credibility.claimed));
  CHECK(logit(Expertise::recommended) == Approx(p.credibility.recommended));
  CHECK(logit(Expertise::none, Voice::brand) == Approx(-p.credibility.brand));
  CHECK(logit(Expertise::claimed) < 0);
  CHECK(logit(Expertise::none) < logit(Expertise::endorsed));
  CHECK(logit(Expertise::endorsed) < logit(Expertise::recommended));
}

TEST_CASE("Credibility multiplies the odds of every invitation") {
  const Parameters p = default_parameters(ParameterSet::seed);
  Standing plain, trusted;
  trusted.credibility = 0.7f;
  const AcceptanceRule without(p, plain), with(p, trusted);
  for (const float merit : {0.0f, 0.5f}) {
    const double a = number(without.probability({-1, merit, 0, 0, 0, false}));
    const double b = number(with.probability({-1, merit, 0, 0, 0, false}));
    CHECK(b / (1 - b) == Approx(std::exp(0.7) * a / (1 - a)).epsilon(1e-5));
  }
}

TEST_CASE("A slip takes a share of the message's merit, as often as the sender slips") {
  Rules rules = rules_of(ParameterSet::seed, 6);
  rules.standing.message_errors = 0.4f;
  Batch b = batch_of(Channel::note);
  b.merit = 0.1f + 0.9f * numbers(1);
  b.sequence.setConstant(the_sender);
  stumble_over_errors(b, rules);
  const double left = 1 - rules.parameters.credibility.error_cost;
  CHECK(largest_error(b, b.merit, [&](std::size_t i) {
          const double merit = number(0.1f + 0.9f * numbers(1)[i]);
          return addressed_draw(rules, b, i, Purpose::slip) < number(0.4f) ? left * merit : merit;
        }) < 1e-6);
}

TEST_CASE("Who never slips, and what others say, is taken as it is") {
  Rules rules = rules_of();
  Batch b = batch_of(Channel::note);
  b.merit.setConstant(0.5f);
  stumble_over_errors(b, rules);
  CHECK((b.merit == 0.5f).all());
  rules.standing.message_errors = 1;
  Batch heard = batch_of(Channel::good_news);
  heard.merit.setConstant(0.5f);
  stumble_over_errors(heard, rules);
  CHECK((heard.merit == 0.5f).all());
}
