// Opinion hardening: what comes late moves less.
#include "mechanisms/opinion_hardening.hpp"

#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Rules hardening_rules(double half, double floor) {
  Rules rules = rules_of();
  rules.parameters.opinion_hardening.half_contacts = half;
  rules.parameters.opinion_hardening.half_days = 180;
  rules.parameters.opinion_hardening.floor = floor;
  return rules;
}

}  // namespace

TEST_CASE("After n contacts a change of trust counts floor + (1 - floor) 2^(-n / h)") {
  const Rules rules = hardening_rules(10, 0.2);
  for (const Channel channel : {Channel::note, Channel::bad_news, Channel::experience}) {
    Batch b = batch_of(channel);
    b.trust_before = numbers(1);
    b.trust = numbers(2);
    for (std::uint32_t i = 0; i < b.size; ++i) b.contacts[i] = i;
    harden(b, rules);
    CHECK(largest_error(b, b.trust, [&](std::size_t i) {
            const double before = number(numbers(1)[i]), change = number(numbers(2)[i]) - before;
            return before + (0.2 + 0.8 * std::exp2(-static_cast<double>(i) / 10)) * change;
          }) < 1e-6);
  }
}

TEST_CASE("A view d days old counts 2^(-d / half_days) of what a new one does, above the floor") {
  const Rules rules = hardening_rules(10, 0.2);
  Batch b = batch_of(Channel::good_news);
  b.trust = numbers(2);
  b.contacts.setConstant(5);
  for (std::uint32_t i = 0; i < b.size; ++i) b.view_age[i] = static_cast<float>(3 * i);
  harden(b, rules);
  CHECK(largest_error(b, b.trust, [&](std::size_t i) {
          const double halvings = 0.5 + 3 * static_cast<double>(i) / 180;
          return (0.2 + 0.8 * std::exp2(-halvings)) * number(numbers(2)[i]);
        }) < 1e-6);
}

TEST_CASE("A floor of 1 leaves every change as it is, bit for bit") {
  const Rules rules = hardening_rules(3, 1);
  Batch b = batch_of(Channel::note);
  b.trust_before = numbers(1);
  b.trust = numbers(2);
  b.contacts.setConstant(200);
  harden(b, rules);
  CHECK(same(b, b.trust, numbers(2)));
}

TEST_CASE("With equal gifts of merit m trust follows the product of what each one closed") {
  // T_n = 1 - prod (1 - g m left(k)): early gifts close more than late ones.
  const Rules rules = hardening_rules(4, 0);
  Batch b = batch_of(Channel::note, 1);
  b.merit.setConstant(0.5f);
  double missing = 1;
  for (std::uint32_t k = 0; k < 12; ++k) {
    b.trust_before = b.trust;
    b.contacts.setConstant(k);
    move_trust(b, rules);
    harden(b, rules);
    missing *= 1 - rules.parameters.trust.gain * 0.5 * std::exp2(-static_cast<double>(k) / 4);
    CHECK(number(b.trust[0]) == Approx(1 - missing).epsilon(1e-5));
  }
}
