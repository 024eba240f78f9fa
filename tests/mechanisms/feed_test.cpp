#include "mechanisms/feed.hpp"

#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

constexpr Channel feed_channels[] = {Channel::post, Channel::promotion, Channel::advert,
                                     Channel::disguised_advert};

Batch of_readers(Channel channel) {
  Batch b = batch_of(channel);
  b.merit = numbers(1);
  b.pressure = numbers(2);
  b.response_draw = numbers(3);
  return b;
}

// Share of so many accounts that last longer than so many days.
double lasting(Parameters parameters, double purge_per_week, Day days) {
  parameters.feed.purge_per_week = purge_per_week;
  constexpr std::uint32_t accounts = 20'000;
  std::uint32_t left = 0;
  for (std::uint32_t k = 0; k < accounts; ++k) {
    left += life_of_false_account(k, 3, Draws(42, 0), parameters) > days;
  }
  return static_cast<double>(left) / accounts;
}

}  // namespace

TEST_CASE("Organic reach halves in its half-life and is divided by clutter") {
  Parameters p = default_parameters(ParameterSet::seed);
  p.feed.organic_reach = 0.16;
  p.feed.half_life_days = 200;
  CHECK(organic_reach(0, p) == Approx(0.16));
  CHECK(organic_reach(200, p) == Approx(0.08));
  CHECK(organic_reach(600, p) == Approx(0.02));
  p.feed.clutter = 4;
  CHECK(organic_reach(200, p) == Approx(0.02));
  CHECK(feed_room(0, p) == Approx(0.25));
}

TEST_CASE("A post is amplified in proportion to its response, up to a good one") {
  Parameters p = default_parameters(ParameterSet::seed);
  p.feed.good_response = 0.02;
  p.feed.amplification = 3;
  CHECK(amplified(0, 100, p) == 0);
  CHECK(amplified(1, 100, p) == Approx(1.5));
  CHECK(amplified(2, 100, p) == Approx(3));
  CHECK(amplified(50, 100, p) == Approx(3));
  CHECK(amplified(0, 0, p) == 0);
}

TEST_CASE("False accounts among those shown lower the response, and with it the amplification") {
  const Parameters p = default_parameters(ParameterSet::seed);
  const double real = amplified(3, 150, p);
  CHECK(amplified(3, 150 + 150, p) == Approx(real / 2));
  CHECK(amplified(3, 150 + 1350, p) == Approx(real / 10));
}

TEST_CASE("A false account survives each week with the complement of the purge's chance") {
  const Parameters p = default_parameters(ParameterSet::seed);
  for (const double purge : {0.02, 0.3}) {
    for (const int weeks : {1, 4, 12}) {
      const double expected = std::pow(1 - purge, weeks);
      const double deviation = std::sqrt(expected * (1 - expected) / 20'000);
      CHECK(std::abs(lasting(p, purge, 7 * weeks) - expected) < 3.3 * deviation);
    }
  }
  CHECK(lasting(p, 0, 60'000) == 1);
  CHECK(lasting(p, 1, 1) == 0);
}

TEST_CASE("A reader responds with probability p m (1 - s), whatever stands in the feed") {
  const Rules rules = rules_of();
  for (const Channel channel : feed_channels) {
    Batch b = of_readers(channel);
    b.response_draw *= 0.2f;
    respond_to_post(b, rules);
    CHECK(wrong_decisions(
              b, b.responded, [&](std::size_t i) { return number(b.response_draw[i]); },
              [&](std::size_t i) {
                return 0.1 * number(b.merit[i]) * (1 - number(b.pressure[i]));
              }) == 0);
    CHECK((b.responded == 1u).count() > 10);
  }
}

TEST_CASE("A reader who neither follows nor is connected follows with probability p m (1 - s)") {
  Rules rules = rules_of(ParameterSet::seed, 9);
  rules.parameters.feed.follow_probability = 0.8;
  Batch b = of_readers(Channel::post);
  for (std::size_t i = 0; i < b.size; ++i) {
    if (i % 4 == 1) b.marks[i] = mark::follower;
    if (i % 4 == 2) b.marks[i] = mark::connected;
    if (i % 4 == 3) b.marks[i] = mark::invited | mark::touched;
  }
  respond_to_post(b, rules);
  CHECK(wrong_decisions(
            b, b.followed,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::follow); },
            [&](std::size_t i) {
              const bool outside = i % 4 == 0 || i % 4 == 3;
              return outside ? 0.8 * number(b.merit[i]) * (1 - number(b.pressure[i])) : 0.0;
            }) == 0);
  CHECK((b.followed == 1u).count() > 10);
}

TEST_CASE("What only sells makes nobody respond and nobody follow (claim 84)") {
  Rules rules = rules_of();
  rules.parameters.feed.response_probability = rules.parameters.feed.follow_probability = 1;
  Batch b = of_readers(Channel::promotion);
  b.pressure.setOnes();
  respond_to_post(b, rules);
  CHECK(all(b, b.responded, 0));
  CHECK(all(b, b.followed, 0));
}

TEST_CASE("Messages to a person make nobody follow") {
  Rules rules = rules_of();
  rules.parameters.feed.follow_probability = 1;
  for (const ChannelRow& row : channel_table) {
    if (row.in_feed()) continue;
    Batch b = of_readers(row.channel);
    b.merit.setOnes();
    b.pressure.setZero();
    respond_to_post(b, rules);
    CHECK(all(b, b.followed, 0));
    CHECK(all(b, b.responded, 0));
  }
}

TEST_CASE("Settings that keep strangers out do not keep posts out of a feed") {
  const Rules rules = rules_of(ParameterSet::benchmark);
  for (const Channel channel : feed_channels) {
    Batch b = batch_of(channel);
    b.privacy.setConstant(2);
    refuse_by_privacy(b, rules);
    CHECK(all(b, b.delivered, 1));
  }
  Batch message = batch_of(Channel::message);
  message.privacy.setConstant(2);
  refuse_by_privacy(message, rules);
  CHECK(all(message, message.delivered, 0));
}

TEST_CASE("Who shuts the sender out does not begin to follow it") {
  Batch b = batch_of(Channel::post);
  b.annoyance.setOnes();
  b.exit_draw.setConstant(0.01f);
  b.followed.setOnes();
  shut_out(b, rules_of());
  CHECK(all(b, b.followed, 0));
}
