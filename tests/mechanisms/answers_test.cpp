// Accepting invitations, answering messages, buying.
#include <catch2/catch.hpp>

#include "mechanisms/acceptance.hpp"
#include "mechanisms/in_market.hpp"
#include "mechanisms/reply.hpp"
#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

// People of all kinds: every column that acceptance weighs is different in every row.
Batch invited(Channel channel) {
  Batch b = batch_of(channel);
  b.merit = numbers(1);
  b.trust = numbers(2);
  b.annoyance = numbers(3);
  b.pressure = numbers(4);
  b.mutual = yes_no(5) * 3u;
  b.response_draw = numbers(6);
  return b;
}

double acceptance(const Rules& rules, const Batch& b, std::size_t i, double intercept) {
  const auto& a = rules.parameters.acceptance;
  return sigmoid(
      intercept + a.merit_weight * number(b.merit[i]) + a.trust_weight * number(b.trust[i]) +
      (b.mutual[i] > 0 ? std::log(a.mutual_multiplier) : 0) +
      a.profile_weight * (number(rules.standing.profile_quality) - 0.5) -
      a.annoyance_weight * number(b.annoyance[i]) - a.pressure_weight * number(b.pressure[i]));
}

const auto response = [](const Batch& b) {
  return [&b](std::size_t i) { return number(b.response_draw[i]); };
};

}  // namespace

TEST_CASE("An invitation is accepted with the chance of the logistic equation") {
  Rules rules = rules_of();
  rules.standing.profile_quality = 0.8f;
  rules.parameters.acceptance.blank_intercept = -1.5;
  rules.parameters.acceptance.note_intercept = 0.5;
  for (const Channel channel : {Channel::blank_invitation, Channel::note}) {
    Batch b = invited(channel);
    answer_invitation(b, rules);
    const double intercept = channel == Channel::note ? 0.5 : -1.5;
    CHECK(wrong_decisions(b, b.accepted, response(b),
                          [&](std::size_t i) { return acceptance(rules, b, i, intercept); }) == 0);
    CHECK((b.accepted == 1u).count() > 20);
    CHECK((b.accepted == 0u).count() > 20);
  }
}

TEST_CASE("The rule's probability is the equation's, for every single weight") {
  const Rules rules = rules_of();
  const AcceptanceRule rule(rules.parameters, rules.standing);
  const auto& a = rules.parameters.acceptance;
  CHECK(number(rule.probability({0.3f, 0, 0, 0, 0, false})) == Approx(sigmoid(0.3)));
  CHECK(number(rule.probability({0, 0.4f, 0, 0, 0, false})) ==
        Approx(sigmoid(a.merit_weight * 0.4)));
  CHECK(number(rule.probability({0, 0, 0.4f, 0, 0, false})) ==
        Approx(sigmoid(a.trust_weight * 0.4)));
  CHECK(number(rule.probability({0, 0, 0, 0.4f, 0, false})) ==
        Approx(sigmoid(-a.annoyance_weight * 0.4)));
  CHECK(number(rule.probability({0, 0, 0, 0, 0.4f, false})) ==
        Approx(sigmoid(-a.pressure_weight * 0.4)));
}

TEST_CASE("A mutual connection multiplies the odds by 1.35, how many there are does not matter") {
  const Rules rules = rules_of();
  const AcceptanceRule rule(rules.parameters, rules.standing);
  const double alone = number(rule.probability({-1, 0.5f, 0, 0, 0, false}));
  const double mutual = number(rule.probability({-1, 0.5f, 0, 0, 0, true}));
  CHECK(mutual / (1 - mutual) == Approx(1.35 * alone / (1 - alone)).epsilon(1e-5));
  for (const std::uint32_t ties : {1u, 7u, 255u}) {
    Batch b = invited(Channel::note);
    b.mutual.setConstant(ties);
    answer_invitation(b, rules);
    CHECK(wrong_decisions(b, b.accepted, response(b), [&](std::size_t i) {
            return acceptance(rules, b, i, rules.parameters.acceptance.note_intercept);
          }) == 0);
  }
}

TEST_CASE(
    "An introduction multiplies the odds of a note, a note that sells has the odds of a note") {
  Parameters p = default_parameters(ParameterSet::seed);
  p.acceptance.introduction_multiplier = 2.5;
  const double note = number(invitation_intercept(Channel::note, p));
  CHECK(note == Approx(p.acceptance.note_intercept));
  CHECK(number(invitation_intercept(Channel::sales_note, p)) == note);
  CHECK(number(invitation_intercept(Channel::blank_invitation, p)) ==
        Approx(p.acceptance.blank_intercept));
  CHECK(number(invitation_intercept(Channel::introduction, p)) == Approx(note + std::log(2.5)));
}

TEST_CASE("A refusal is said aloud with its chance, else the invitation stays pending") {
  Rules rules = rules_of(ParameterSet::seed, 9);
  rules.parameters.acceptance.decline_share = 0.3;
  Batch b = invited(Channel::blank_invitation);
  b.sequence.setConstant(the_sender);
  answer_invitation(b, rules);
  CHECK((b.accepted * b.declined == 0u).all());
  CHECK(wrong_decisions(
            b, b.declined,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::decline); },
            [&](std::size_t i) { return b.accepted[i] ? 0.0 : 0.3; }) == 0);
}

TEST_CASE("An invitation to a connection is neither accepted nor declined") {
  Rules rules = rules_of();
  rules.parameters.acceptance.decline_share = 1;
  Batch connected = invited(Channel::note);
  connected.marks.setConstant(mark::connected);
  answer_invitation(connected, rules);
  CHECK(all(connected, connected.accepted, 0));
  CHECK(all(connected, connected.declined, 0));
}

TEST_CASE("Only invitations are accepted, only messages are answered") {
  Rules rules = rules_of();
  rules.parameters.acceptance.blank_intercept = rules.parameters.acceptance.note_intercept = 99;
  rules.parameters.reply.out_of_market_intercept = 99;
  rules.parameters.reply.inmail_intercept = 99;
  for (const ChannelRow& row : channel_table) {
    Batch b = batch_of(row.channel);
    answer_invitation(b, rules);
    answer_message(b, rules);
    INFO(row.name);
    CHECK(all(b, b.accepted, row.answer == Answer::connection ? 1 : 0));
    CHECK(all(b, b.replied, row.answer == Answer::reply ? 1 : 0));
  }
}

TEST_CASE("A message is answered with the chance of its own logistic equation") {
  Rules rules = rules_of(ParameterSet::benchmark);
  rules.parameters.reply.in_market_intercept = 1;
  Batch b = batch_of(Channel::message);
  b.trust = numbers(7);
  b.annoyance = numbers(8);
  b.in_market = yes_no(9);
  b.response_draw = numbers(10);
  answer_message(b, rules);
  const auto& p = rules.parameters;
  CHECK(wrong_decisions(b, b.replied, response(b), [&](std::size_t i) {
          const double in_or_out =
              b.in_market[i] ? p.reply.in_market_intercept : p.reply.out_of_market_intercept;
          return sigmoid(in_or_out + p.acceptance.trust_weight * number(b.trust[i]) -
                         p.acceptance.annoyance_weight * number(b.annoyance[i]));
        }) == 0);
}

TEST_CASE(
    "An InMail is answered for its merit, and less when it sells, in the market or out of it") {
  const Rules rules = rules_of();
  const auto& p = rules.parameters;
  Batch b = batch_of(Channel::inmail);
  b.merit = numbers(1);
  b.trust = numbers(2);
  b.annoyance = numbers(3);
  b.pressure = numbers(4);
  b.in_market = yes_no(5);
  b.response_draw = numbers(6);
  answer_message(b, rules);
  CHECK(wrong_decisions(b, b.replied, response(b), [&](std::size_t i) {
          return sigmoid(p.reply.inmail_intercept + p.acceptance.merit_weight * number(b.merit[i]) +
                         p.acceptance.trust_weight * number(b.trust[i]) -
                         p.acceptance.annoyance_weight * number(b.annoyance[i]) -
                         p.acceptance.pressure_weight * number(b.pressure[i]));
        }) == 0);
}

TEST_CASE("In the seed set exactly those who are searching answer a pitch, 200 x 0.005 = 1") {
  Batch b = batch_of(Channel::message);
  b.in_market = yes_no(11);
  b.response_draw = numbers(12);
  b.response_draw[0] = unit_interval(0);
  b.response_draw[1] = unit_interval(0xffffffffu);
  answer_message(b, rules_of());
  CHECK((b.replied == b.in_market).all());
}

TEST_CASE("A person in the market buys with chance p0 + (1 - p0) T fit") {
  Rules rules = rules_of(ParameterSet::seed, 40);
  rules.parameters.purchase.base_probability = 0.1;
  for (const Channel channel :
       {Channel::message, Channel::note, Channel::follow_up, Channel::inbound}) {
    Batch b = batch_of(channel);
    b.sequence.setConstant(the_sender);
    b.in_market = yes_no(13, 0.8f);
    b.trust = numbers(14);
    b.fit = numbers(15);
    decide_purchase(b, rules);
    CHECK(wrong_decisions(
              b, b.bought,
              [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::purchase); },
              [&](std::size_t i) {
                return b.in_market[i] ? 0.1 + 0.9 * number(b.trust[i]) * number(b.fit[i]) : 0.0;
              }) == 0);
  }
}

TEST_CASE("Nobody buys who is not searching, or only hears of it") {
  Rules rules = rules_of();
  rules.parameters.purchase.base_probability = 1;
  Batch outside = batch_of(Channel::message);
  decide_purchase(outside, rules);
  CHECK(all(outside, outside.bought, 0));
  for (const Channel channel : {Channel::good_news, Channel::bad_news, Channel::experience}) {
    Batch heard = batch_of(channel);
    heard.in_market.setOnes();
    decide_purchase(heard, rules);
    CHECK(all(heard, heard.bought, 0));
  }
}

TEST_CASE("A customer buys once in an epoch, and again in the next") {
  Rules rules = rules_of(ParameterSet::seed, 20);
  rules.parameters.purchase.base_probability = 1;
  Batch b = batch_of(Channel::message, 4);
  b.in_market.setOnes();
  b.marks.setConstant(mark::customer);
  for (std::uint32_t i = 0; i < 4; ++i) {
    b.market_phase[i] = i << 30;
    const std::int32_t now = market_epoch(20, b.market_phase[i], 9);
    rules.last_purchase[i] = i < 2 ? now : now - 1;
  }
  decide_purchase(b, rules);
  CHECK(b.bought[0] == 0);
  CHECK(b.bought[1] == 0);
  CHECK(b.bought[2] == 1);
  CHECK(b.bought[3] == 1);
}
