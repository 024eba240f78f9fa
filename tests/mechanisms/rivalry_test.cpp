#include "mechanisms/rivalry.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "mechanisms/attention.hpp"
#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// Ten messages of others leave a tenth of the chance.
Rules among_rivals() {
  Rules rules = rules_of();
  for (std::uint32_t messages = 0; messages <= most_rival_messages; ++messages) {
    rules.attention_among_rivals.insert(rules.attention_among_rivals.end(), 256,
                                        1.0f / static_cast<float>(messages + 1));
  }
  return rules;
}

}  // namespace

TEST_CASE("Each message of a rival on the same day is one more that competes for attention") {
  const Rules rules = among_rivals();
  Batch b = batch_of(Channel::message);
  b.attention_draw = numbers(3);
  for (std::uint32_t i = 0; i < batch_size; ++i) b.rival_messages[i] = i % 32;
  compete_for_attention(b, rules);
  pay_attention(b, rules);
  CHECK(wrong_decisions(
            b, b.read,
            [&](std::size_t i) {
              return static_cast<double>(b.attention_draw[static_cast<Eigen::Index>(i)]);
            },
            [](std::size_t i) { return 1.0 / static_cast<double>(i % 32 + 1); }) == 0);
}

TEST_CASE("A rival's recent contact counts a share of one's own when messages crowd") {
  Rules rules = among_rivals();
  rules.parameters.rivalry.spill = 0.25;
  Batch b = batch_of(Channel::message);
  b.crowd.setConstant(2.0f);
  b.rival_contacts.setConstant(4.0f);
  crowd_together(b, rules);
  CHECK(b.crowd[7] == 3.0f);
  // News is no message, and who is alone has no rivals.
  Batch news = batch_of(Channel::good_news);
  news.rival_contacts.setConstant(4.0f);
  crowd_together(news, rules);
  CHECK(news.crowd[7] == 0.0f);
  b.crowd.setConstant(2.0f);
  crowd_together(b, rules_of());
  CHECK(b.crowd[7] == 2.0f);
}

TEST_CASE("Attention with messages that are certain to come is the same series, further on") {
  for (const double load : {0.0, 0.5, 6.0, 40.0}) {
    for (const int certain : {0, 1, 7}) {
      double expected = 0, weight = std::exp(-load);
      for (int n = 0; n < 400; ++n) {
        expected += weight * std::min(1.0, 3.0 / (1 + certain + n));
        weight *= load / (n + 1);
      }
      CHECK(attention_share(load, 3, certain) == Approx(expected).epsilon(1e-9));
    }
  }
}
