// Suspicion: what a sender with a bad name does is believed as far as it is trusted.
#include <catch2/catch.hpp>

#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

Rules bad_name_rules(float bad_name) {
  Rules rules = rules_of();
  rules.standing.bad_name = bad_name;
  return rules;
}

}  // namespace

TEST_CASE(
    "Of a sender with a bad name m (1 - bad name (1 - T)) is believed, in every channel of it") {
  for (const Channel channel : {Channel::note, Channel::advert, Channel::follow_up}) {
    Batch b = batch_of(channel);
    b.merit = numbers(1);
    b.trust = numbers(2);
    suspect_motive(b, bad_name_rules(0.7f));
    CHECK(largest_error(b, b.merit, [](std::size_t i) {
            return number(numbers(1)[i]) * (1 - 0.7 * (1 - number(numbers(2)[i])));
          }) < 1e-6);
  }
}

TEST_CASE("Nobody suspects what others tell, nor a sender without a bad name") {
  Batch news = batch_of(Channel::good_news), note = batch_of(Channel::note);
  news.merit = note.merit = numbers(1);
  suspect_motive(news, bad_name_rules(1));
  suspect_motive(note, bad_name_rules(0));
  CHECK(same(news, news.merit, numbers(1)));
  CHECK(same(note, note.merit, numbers(1)));
}
