#include "mechanisms/attention.hpp"

#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

// The formula itself is held against its series in tests/validation.

TEST_CASE("Without other messages all are read, or the share of one that a person reads") {
  CHECK(attention_share(0, 10) == 1.0);
  CHECK(attention_share(0, 1) == 1.0);
  CHECK(attention_share(0, 0.25) == 0.25);
}

TEST_CASE("A very large load is no trouble: nearly b / load are read") {
  CHECK(attention_share(1000, 10) == Approx(0.01).epsilon(2e-3));
  CHECK(attention_share(1e5, 10) == Approx(1e-4).epsilon(1e-4));
}

TEST_CASE("Every level of load has its own chance, equal levels the same") {
  std::array<float, 256> levels;
  for (std::size_t k = 0; k < levels.size(); ++k) levels[k] = static_cast<float>(k / 2) * 0.25f;
  const auto shares = attention_shares(levels, 10);
  for (std::size_t k = 0; k < levels.size(); ++k) {
    CHECK(shares[k] == static_cast<float>(attention_share(static_cast<double>(levels[k]), 10)));
  }
}

TEST_CASE("A message is read with chance visibility (1 - A) attention") {
  Rules rules = rules_of();
  for (std::size_t k = 0; k < 256; ++k) {
    rules.attention_by_load[k] = 1.0f - static_cast<float>(k) / 300.0f;
  }
  Batch b = batch_of(Channel::message);
  b.attention_draw = numbers(1);
  b.annoyance = numbers(2);
  b.visibility = numbers(3);
  for (std::uint32_t i = 0; i < batch_size; ++i) b.load_level[i] = (i * 37) % 256;
  pay_attention(b, rules);
  CHECK(wrong_decisions(
            b, b.read, [&](std::size_t i) { return number(b.attention_draw[i]); },
            [&](std::size_t i) {
              return number(b.visibility[i]) * (1 - number(b.annoyance[i])) *
                     number(rules.attention_by_load[b.load_level[i]]);
            }) == 0);
}

TEST_CASE("A person without annoyance and without other messages reads everything") {
  Batch b = batch_of(Channel::message);
  b.attention_draw.setConstant(unit_interval(0xffffffffu));
  pay_attention(b, rules_of());
  CHECK(all(b, b.read, 1));
}

TEST_CASE("A person who is utterly annoyed reads nothing") {
  Batch b = batch_of(Channel::note);
  b.annoyance.setOnes();
  b.attention_draw.setConstant(unit_interval(0));
  pay_attention(b, rules_of());
  CHECK(all(b, b.read, 0));
}

TEST_CASE("What was not delivered is not read, however attentive the person") {
  Batch b = batch_of(Channel::message);
  b.read.setZero();
  b.attention_draw.setConstant(unit_interval(0));
  pay_attention(b, rules_of());
  CHECK(all(b, b.read, 0));
}

TEST_CASE("News, experiences and people who come by themselves need no attention") {
  Rules rules = rules_of();
  rules.attention_by_load.fill(0.0f);
  for (const Channel channel :
       {Channel::experience, Channel::good_news, Channel::bad_news, Channel::inbound}) {
    Batch b = batch_of(channel);
    b.annoyance.setOnes();
    pay_attention(b, rules);
    CHECK(all(b, b.read, 1));
  }
}
