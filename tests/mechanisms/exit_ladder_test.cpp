#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

double hazard(const Rules& rules, const Batch& b, std::size_t i) {
  const auto& p = rules.parameters;
  const double theta =
      p.exit.threshold + p.population.patience_spread * (2 * number(b.patience[i]) - 1);
  return sigmoid((number(b.annoyance[i]) - theta) / p.exit.temperature);
}

Column<std::uint32_t> shut(const Batch& b) {
  return b.muted + b.blocked + b.reported;
}

// Everybody is past bearing it.
Batch furious(Channel channel) {
  Batch b = batch_of(channel);
  b.annoyance.setOnes();
  b.exit_draw.setConstant(0.01f);
  return b;
}

}  // namespace

TEST_CASE("An annoyed person shuts the sender out with hazard logistic((A - theta) / tau)") {
  const Rules rules = rules_of();
  Batch b = batch_of(Channel::message);
  b.annoyance = numbers(1);
  b.patience = numbers(2);
  b.exit_draw = numbers(3);
  shut_out(b, rules);
  CHECK(wrong_decisions(
            b, shut(b), [&](std::size_t i) { return number(b.exit_draw[i]); },
            [&](std::size_t i) { return hazard(rules, b, i); }) == 0);
  CHECK((shut(b) == 1u).count() > 20);
}

TEST_CASE("A person at their threshold stays or leaves with equal chances; patience moves it") {
  const Rules rules = rules_of();
  Batch b = batch_of(Channel::message, 4);
  b.annoyance[0] = b.annoyance[1] = 0.7f;
  b.patience[0] = b.patience[1] = 0.5f;
  b.exit_draw[0] = 0.499f;
  b.exit_draw[1] = 0.501f;
  // The most patient bear 0.9, the least patient 0.5.
  b.annoyance[2] = b.annoyance[3] = 0.7f;
  b.patience[2] = 1;
  b.patience[3] = 0;
  shut_out(b, rules);
  CHECK(shut(b)[0] == 1);
  CHECK(shut(b)[1] == 0);
  CHECK(shut(b)[2] == 0);
  CHECK(shut(b)[3] == 1);
}

TEST_CASE("Whoever leaves reports, blocks or mutes, one of them, by the shares") {
  Rules rules = rules_of(ParameterSet::seed, 12);
  rules.parameters.exit.report_share = 0.2;
  rules.parameters.exit.block_share = 0.5;
  Batch b = furious(Channel::message);
  b.sequence.setConstant(the_sender);
  shut_out(b, rules);
  REQUIRE(all(b, shut(b), 1));
  for (std::size_t i = 0; i < b.size; ++i) {
    const double u = addressed_draw(rules, b, i, Purpose::exit_kind);
    CHECK(b.reported[i] == (u < 0.2 ? 1u : 0u));
    CHECK(b.blocked[i] == (u >= 0.2 && u < 0.7 ? 1u : 0u));
    CHECK(b.muted[i] == (u >= 0.7 ? 1u : 0u));
  }
}

TEST_CASE("Whoever shuts the sender out does not connect") {
  Batch b = furious(Channel::note);
  b.accepted.setOnes();
  shut_out(b, rules_of());
  CHECK(all(b, shut(b), 1));
  CHECK(all(b, b.accepted, 0));
}

TEST_CASE("A second invitation straight after a decline is reported, later ones less often") {
  Rules rules = rules_of();
  rules.parameters.exit.report_after_decline = 0.6;
  rules.parameters.exit.decline_half_life_days = 10;
  for (const Channel channel : {Channel::blank_invitation, Channel::note}) {
    Batch b = batch_of(channel);
    b.marks.setConstant(mark::invited | mark::declined);
    b.days_since_contact = 60.0f * numbers(4);
    b.annoyance = 0.9f * numbers(5);
    b.patience = numbers(6);
    b.exit_draw = numbers(7);
    shut_out(b, rules);
    const auto report = [&](std::size_t i) {
      return 0.6 * std::exp2(-number(b.days_since_contact[i]) / 10);
    };
    const auto draw = [&](std::size_t i) { return number(b.exit_draw[i]); };
    // All that leave, and among them, below `report`, those who surely report.
    CHECK(wrong_decisions(b, shut(b), draw, [&](std::size_t i) {
            return report(i) + (1 - report(i)) * hazard(rules, b, i);
          }) == 0);
    for (std::size_t i = 0; i < b.size; ++i) {
      if (draw(i) < report(i) - 1e-6) CHECK(b.reported[i] == 1);
    }
  }
}

TEST_CASE("A message or follow-up after a decline is no second invitation") {
  Rules rules = rules_of();
  rules.parameters.exit.report_after_decline = 1;
  for (const Channel channel : {Channel::message, Channel::follow_up}) {
    Batch b = batch_of(channel);
    b.marks.setConstant(mark::declined);
    shut_out(b, rules);
    CHECK(all(b, shut(b), 0));
  }
  Batch first = batch_of(Channel::note);
  first.marks.setConstant(mark::invited);
  shut_out(first, rules);
  CHECK(all(first, shut(first), 0));
}

TEST_CASE("Nobody leaves over what others tell") {
  for (const Channel channel :
       {Channel::good_news, Channel::bad_news, Channel::experience, Channel::inbound}) {
    Batch b = furious(channel);
    shut_out(b, rules_of());
    CHECK(all(b, shut(b), 0));
  }
}

TEST_CASE("People who are not annoyed stay, but for one in thousands") {
  Batch b = batch_of(Channel::message);
  b.patience.setConstant(0.5f);
  b.exit_draw.setConstant(2e-4f);  // logistic(-0.7 / 0.08) = 1.6e-4
  shut_out(b, rules_of());
  CHECK(all(b, shut(b), 0));
  b.exit_draw.setConstant(1e-4f);
  shut_out(b, rules_of());
  CHECK(all(b, shut(b), 1));
}

TEST_CASE("A connection breaks off over a breach of confidence, the sooner the more it trusted") {
  Rules rules = rules_of(ParameterSet::seed, 4);
  rules.parameters.exit.betrayal = 0.8;
  Batch b = batch_of(Channel::group_message);
  b.approach.breach = 0.6f;
  b.trust_before = numbers(1);
  b.marks = yes_no(2) * mark::connected;
  break_off_when_betrayed(b, rules);
  CHECK(wrong_decisions(
            b, b.betrayed,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::betrayal); },
            [&](std::size_t i) {
              const bool connected = (b.marks[i] & mark::connected) != 0;
              return connected ? 0.8 * number(0.6f) * number(b.trust_before[i]) : 0.0;
            }) == 0);
  CHECK((b.betrayed == 1u).count() > 10);
  CHECK(all(b, shut(b), 0));  // nobody is shut out
}

TEST_CASE("Who keeps confidences, or is not trusted, betrays nobody") {
  for (const auto& [breach, trust] : {std::pair{0.0f, 1.0f}, {1.0f, 0.0f}}) {
    Rules rules = rules_of();
    rules.parameters.exit.betrayal = 1;
    Batch b = batch_of(Channel::group_message);
    b.approach.breach = breach;
    b.trust_before.setConstant(trust);
    b.marks.setConstant(mark::connected);
    break_off_when_betrayed(b, rules);
    CHECK(all(b, b.betrayed, 0));
  }
}
