#include "mechanisms/word_of_mouth.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <span>
#include <vector>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Rules talkative_rules() {
  Rules rules = rules_of(ParameterSet::seed, 8);
  auto& talk = rules.parameters.word_of_mouth;
  talk.share_probability = 0.5;
  talk.negative_multiplier = 1.6;
  talk.strong_threshold = 0.3;
  talk.retell_strength = 0.7;
  return rules;
}

// Everything that telling depends on, different in every row.
Batch lived(Channel channel) {
  Batch b = batch_of(channel);
  b.merit = numbers(1);
  b.intrusiveness = numbers(2);
  b.talkativeness = numbers(3);
  b.share_draw = numbers(4);
  b.in_market = yes_no(5);
  return b;
}

double mood(const Batch& b, std::size_t i) {
  const double welcome = b.in_market[i] ? number(b.approach.pitch_in_market) : 0.0;
  const double m = number(b.merit[i]);
  return m - number(b.intrusiveness[i]) * (1 - welcome) * (1 - m);
}

const auto share_draw = [](const Batch& b) {
  return [&b](std::size_t i) { return number(b.share_draw[i]); };
};

}  // namespace

TEST_CASE("An experience is as good as what it gave, less how it disturbed") {
  CHECK(experience_tone(1, 1) == 1.0f);
  CHECK(experience_tone(0, 1) == -1.0f);
  CHECK(experience_tone(0, 0) == 0.0f);
  CHECK(number(experience_tone(0.5f, 0.4f)) == Approx(0.5 - 0.4 * 0.5));
}

TEST_CASE("A strong experience is told with chance share talkativeness strength, 1.6 if bad") {
  const Rules rules = talkative_rules();
  for (const float asked_for : {0.0f, 1.0f}) {
    Batch b = lived(Channel::message);
    b.approach.pitch_in_market = asked_for;
    share_experience(b, rules);
    CHECK(wrong_decisions(b, b.shared, share_draw(b), [&](std::size_t i) {
            const double strength = std::abs(mood(b, i));
            if (strength <= 0.3) return 0.0;
            return 0.5 * number(b.talkativeness[i]) * strength * (mood(b, i) < 0 ? 1.6 : 1.0);
          }) == 0);
    for (std::size_t i = 0; i < b.size; ++i) {
      if (b.shared[i]) CHECK(b.shared[i] == (mood(b, i) < 0 ? 2u : 1u));
    }
  }
}

TEST_CASE("Bad experiences are told 1.7 times as often as good ones of the same strength") {
  Rules rules = rules_of();
  rules.parameters.word_of_mouth.share_probability = 0.4;
  Batch good = batch_of(Channel::experience, 2), bad = batch_of(Channel::message, 2);
  for (Batch* b : {&good, &bad}) b->talkativeness.setConstant(0.5f);
  good.merit.setConstant(0.8f);
  bad.intrusiveness.setConstant(0.8f);
  // 0.4 x 0.5 x 0.8 = 0.16, and 0.272.
  good.share_draw[0] = 0.1599f;
  good.share_draw[1] = 0.1601f;
  bad.share_draw[0] = 0.2719f;
  bad.share_draw[1] = 0.2721f;
  share_experience(good, rules);
  share_experience(bad, rules);
  CHECK(good.shared[0] == 1);
  CHECK(good.shared[1] == 0);
  CHECK(bad.shared[0] == 2);
  CHECK(bad.shared[1] == 0);
}

TEST_CASE("Lukewarm experiences are not worth telling") {
  Rules rules = rules_of();
  rules.parameters.word_of_mouth.share_probability = 1;
  Batch b = batch_of(Channel::note, 2);
  b.talkativeness.setOnes();
  b.share_draw.setConstant(0.001f);
  b.merit[0] = 0.29f;
  b.merit[1] = 0.31f;
  share_experience(b, rules);
  CHECK(b.shared[0] == 0);
  CHECK(b.shared[1] == 1);
}

TEST_CASE("A person tells good things once and bad things once") {
  Rules rules = rules_of();
  rules.parameters.word_of_mouth.share_probability = 1;
  for (const bool good : {true, false}) {
    Batch b = batch_of(Channel::message, 4);
    b.talkativeness.setOnes();
    b.share_draw.setConstant(0.001f);
    (good ? b.merit : b.intrusiveness).setOnes();
    b.marks[1] = mark::told_good;
    b.marks[2] = mark::told_bad;
    b.marks[3] = mark::told_good | mark::told_bad;
    share_experience(b, rules);
    CHECK(b.shared[0] == (good ? 1u : 2u));
    CHECK(b.shared[1] == (good ? 0u : 2u));
    CHECK(b.shared[2] == (good ? 1u : 0u));
    CHECK(b.shared[3] == 0);
  }
}

TEST_CASE("What was heard is passed on with the strength of a story, good as good, bad as bad") {
  const Rules rules = talkative_rules();
  for (const Channel channel : {Channel::good_news, Channel::bad_news}) {
    const bool bad = channel == Channel::bad_news;
    Batch b = lived(channel);
    b.read.setOnes();
    b.marks = yes_no(7) * (bad ? mark::told_bad : mark::told_good);
    share_experience(b, rules);
    CHECK(wrong_decisions(b, b.shared, share_draw(b), [&](std::size_t i) {
            if (b.marks[i]) return 0.0;
            return 0.5 * 0.7 * number(b.talkativeness[i]) * (bad ? 1.6 : 1.0);
          }) == 0);
    CHECK((b.shared == 0u || b.shared == (bad ? 2u : 1u)).all());
  }
}

TEST_CASE("Without feelings talk is a plain cascade: who hears tells, and feels nothing") {
  Rules rules = rules_of();
  auto& talk = rules.parameters.word_of_mouth;
  talk.feelings = 0;
  talk.strong_threshold = 1;  // no experience is strong, and it does not matter
  for (const double share : {1.0, 0.25}) {
    talk.share_probability = share;
    for (const Channel channel : {Channel::good_news, Channel::experience}) {
      Batch b = batch_of(channel);
      b.merit = numbers(13);
      b.share_draw = numbers(8);
      hear_news(b, rules);
      share_experience(b, rules);
      CHECK(same(b, b.trust, Column<float>::Zero()));
      CHECK(same(b, b.annoyance, Column<float>::Zero()));
      CHECK(wrong_decisions(b, b.shared, share_draw(b), [&](std::size_t) { return share; }) == 0);
    }
  }
}

TEST_CASE("News moves trust up and down alike, and bad news disturbs") {
  Rules rules = rules_of();
  rules.parameters.word_of_mouth.trust_step = 0.04;
  rules.parameters.word_of_mouth.annoyance_step = 0.06;
  Batch good = batch_of(Channel::good_news), bad = batch_of(Channel::bad_news);
  for (Batch* b : {&good, &bad}) {
    b->trust = numbers(9);
    b->annoyance = numbers(10);
  }
  const Column<float> trust = good.trust, annoyance = good.annoyance;
  hear_news(good, rules);
  hear_news(bad, rules);
  CHECK(largest_error(good, good.trust, [&](std::size_t i) {
          return number(trust[i]) + 0.04 * (1 - number(trust[i]));
        }) < 1e-6);
  CHECK(same(good, good.annoyance, annoyance));
  CHECK(largest_error(bad, bad.trust, [&](std::size_t i) { return number(trust[i]) * 0.96; }) <
        1e-6);
  CHECK(largest_error(bad, bad.annoyance, [&](std::size_t i) {
          return number(annoyance[i]) + 0.06 * (1 - number(annoyance[i]));
        }) < 1e-6);
}

TEST_CASE("What is lived through is not heard") {
  for (const ChannelRow& row : channel_table) {
    if (row.origin == Origin::talk) continue;
    Batch b = batch_of(row.channel);
    b.trust = numbers(9);
    b.annoyance = numbers(10);
    const Column<float> trust = b.trust, annoyance = b.annoyance;
    hear_news(b, rules_of());
    CHECK(same(b, b.trust, trust));
    CHECK(same(b, b.annoyance, annoyance));
  }
}

namespace {

std::vector<std::uint32_t> numbers_from(std::uint32_t first, std::uint32_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), first);
  return numbers;
}

// All neighbours of one who tells, circle by circle.
void tell(Talk& talk, std::uint32_t source, std::span<const std::uint32_t> neighbours) {
  for (std::uint32_t number = 0; !neighbours.empty(); ++number) {
    talk.add(source, number, neighbours);
    neighbours = neighbours.subspan(std::min(neighbours.size(), Talk::circle));
  }
}

std::vector<std::uint32_t> who_hears(const Rules& rules, const Talk& talk) {
  std::vector<std::uint32_t> people;
  for (const std::uint32_t i : listen(rules, talk)) people.push_back(talk.listener[i]);
  return people;
}

}  // namespace

TEST_CASE("Each neighbour hears by a draw of its own, from each teller and on each day anew") {
  Rules rules = rules_of(ParameterSet::seed, 5);
  rules.parameters.word_of_mouth.hear_probability = 0.4;
  const auto first = numbers_from(1000, 51), second = numbers_from(2000, 50);
  Talk talk;
  tell(talk, 77, first);
  tell(talk, talk_source(78, false), second);
  std::vector<std::uint32_t> expected;
  const auto expect = [&](std::uint32_t source, std::span<const std::uint32_t> neighbours) {
    for (std::uint32_t k = 0; k < neighbours.size(); ++k) {
      const DrawBlock words = rules.draws.block(source, 5, k / 4, Purpose::hear);
      if (unit_interval(words[k % 4]) < 0.4f) expected.push_back(neighbours[k]);
    }
  };
  expect(77, first);
  expect(talk_source(78, false), second);
  CHECK(who_hears(rules, talk) == expected);
}

TEST_CASE("Neighbours hear with the probability, one as often as the other, whatever others hear") {
  constexpr std::uint32_t tellers = 20'000, neighbours = 6;
  Rules rules = rules_of(ParameterSet::seed, 5);
  rules.parameters.word_of_mouth.hear_probability = 0.3;
  const auto circle = numbers_from(0, neighbours);
  std::array<double, neighbours> heard{};
  double both = 0;  // the first and the second, who share a block of draws
  for (std::uint32_t teller = 0; teller < tellers; ++teller) {
    Talk talk;
    tell(talk, teller, circle);
    const auto people = who_hears(rules, talk);
    for (const std::uint32_t person : people) ++heard[person];
    both += people.size() > 1 && people[0] == 0 && people[1] == 1;
  }
  // Five standard deviations of a share.
  const auto near = [](double count, double p) {
    return std::abs(count / tellers - p) < 5 * std::sqrt(p * (1 - p) / tellers);
  };
  for (const double count : heard) CHECK(near(count, 0.3));
  CHECK(near(both, 0.09));
}

TEST_CASE("With certainty all neighbours hear, with none nobody does, up to a whole batch") {
  const auto neighbours = numbers_from(0, batch_size - 1);
  Talk talk;
  tell(talk, 9, neighbours);
  CHECK(talk.full());
  for (const double q : {0.0, 1.0}) {
    Rules rules = rules_of();
    rules.parameters.word_of_mouth.hear_probability = q;
    CHECK(who_hears(rules, talk).size() == (q == 0 ? 0 : neighbours.size()));
  }
}
