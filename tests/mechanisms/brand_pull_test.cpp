// Brand pull: a name makes an audience of its own.
#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Rules name_rules(float pull) {
  Rules rules = rules_of();
  rules.standing.pull = pull;
  return rules;
}

}  // namespace

TEST_CASE("A stranger who reads a post follows a name with pull times its interest, worth or not") {
  const Rules rules = name_rules(0.6f);
  Batch b = batch_of(Channel::post);
  b.relevance = numbers(1);
  follow_a_name(b, rules);
  CHECK(wrong_decisions(
            b, b.followed,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::follow_name); },
            [](std::size_t i) { return 0.6 * number(numbers(1)[i]); }) == 0);
  CHECK(b.followed.sum() > 20);
}

TEST_CASE(
    "Who is connected or follows already does not follow again, and the feed's followers stay") {
  Batch b = batch_of(Channel::post);
  b.relevance.setOnes();
  b.marks.setConstant(mark::connected);
  b.marks[0] = mark::follower;
  b.marks[1] = 0;
  b.followed[1] = 1;
  follow_a_name(b, name_rules(1));
  CHECK(b.followed.sum() == 1);
  CHECK(b.followed[1] == 1);
}

TEST_CASE("Nobody follows for the name of a sender whom nobody knows, nor by a message") {
  Batch post = batch_of(Channel::post), note = batch_of(Channel::note);
  post.relevance.setOnes();
  note.relevance.setOnes();
  follow_a_name(post, name_rules(0));
  follow_a_name(note, name_rules(1));
  CHECK(all(post, post.followed, 0));
  CHECK(all(note, note.followed, 0));
}
