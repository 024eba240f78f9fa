// Privacy, delivery by the platform, and the shut doors of those who blocked or muted.
#include <catch2/catch.hpp>

#include "population/traits.hpp"
#include "tests/mechanisms/scripted.hpp"

using namespace rapport;
using namespace rapport::test;

namespace {

// Written to a person.
constexpr auto sender_channels = {
    Channel::message,   Channel::blank_invitation, Channel::note,
    Channel::follow_up, Channel::sales_note,       Channel::introduction,
    Channel::inmail,    Channel::group_message,    Channel::thanks};
// What is said in a group or a circle of acquaintances is open to whoever is there.
constexpr auto other_channels = {Channel::experience, Channel::good_news,    Channel::bad_news,
                                 Channel::inbound,    Channel::contribution, Channel::champion};

void set_privacy(Batch& b, Privacy privacy) {
  b.privacy.setConstant(static_cast<std::uint32_t>(privacy));
}

}  // namespace

TEST_CASE("A closed person is reached by connections alone") {
  for (const Channel channel : sender_channels) {
    Batch b = batch_of(channel);
    set_privacy(b, Privacy::closed);
    b.marks = yes_no(1) * mark::connected + yes_no(2) * (mark::invited | mark::customer);
    refuse_by_privacy(b, rules_of());
    for (std::size_t i = 0; i < b.size; ++i) {
      CHECK(b.delivered[i] == ((b.marks[i] & mark::connected) ? 1u : 0u));
    }
  }
}

TEST_CASE("A restricted person's setting refuses strangers with its chance, connections never") {
  Rules rules = rules_of(ParameterSet::seed, 17);
  rules.parameters.privacy.refusal = 0.4;
  Batch b = batch_of(Channel::message);
  set_privacy(b, Privacy::connections_only);
  b.sequence.setConstant(the_sender);
  b.marks = yes_no(3) * mark::connected;
  refuse_by_privacy(b, rules);
  CHECK(wrong_decisions(
            b, 1u - b.delivered,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::refusal); },
            [&](std::size_t i) { return b.marks[i] & mark::connected ? 0.0 : 0.4; }) == 0);
}

TEST_CASE("Without refusal restricted people are open, with certain refusal they are closed") {
  for (const double refusal : {0.0, 1.0}) {
    Rules rules = rules_of();
    rules.parameters.privacy.refusal = refusal;
    Batch b = batch_of(Channel::note);
    set_privacy(b, Privacy::connections_only);
    refuse_by_privacy(b, rules);
    CHECK(all(b, b.delivered, refusal == 0 ? 1 : 0));
  }
}

TEST_CASE("An InMail reaches restricted people, but closed ones are reached by connections alone") {
  Rules rules = rules_of();
  rules.parameters.privacy.refusal = 1;
  for (const auto& [privacy, reached] :
       {std::pair{Privacy::connections_only, 1u}, {Privacy::closed, 0u}}) {
    Batch b = batch_of(Channel::inmail);
    set_privacy(b, privacy);
    refuse_by_privacy(b, rules);
    CHECK(all(b, b.delivered, reached));
  }
}

TEST_CASE(
    "An open person refuses nothing, and privacy keeps neither news nor groups away from anybody") {
  Rules rules = rules_of();
  rules.parameters.privacy.refusal = 1;
  Batch open = batch_of(Channel::message);
  set_privacy(open, Privacy::open);
  refuse_by_privacy(open, rules);
  CHECK(all(open, open.delivered, 1));
  for (const Channel channel : other_channels) {
    Batch b = batch_of(channel);
    set_privacy(b, Privacy::closed);
    refuse_by_privacy(b, rules);
    CHECK(all(b, b.delivered, 1));
  }
}

TEST_CASE("Privacy opens no door that is already shut") {
  Batch b = batch_of(Channel::message);
  b.delivered.setZero();
  refuse_by_privacy(b, rules_of());
  CHECK(all(b, b.delivered, 0));
}

TEST_CASE("A platform that lets a share of messages through drops the others by their draw") {
  Rules rules = rules_of(ParameterSet::seed, 3);
  rules.standing.deliverability = 0.7f;
  Batch b = batch_of(Channel::message);
  b.sequence.setConstant(the_sender);
  deliver_by_platform(b, rules);
  CHECK(wrong_decisions(
            b, b.delivered,
            [&](std::size_t i) { return addressed_draw(rules, b, i, Purpose::delivery); },
            [](std::size_t) { return number(0.7f); }) == 0);
}

TEST_CASE("A sender in good standing loses no message, one in the worst loses all that it writes") {
  Rules rules = rules_of();
  Batch good = batch_of(Channel::message);
  deliver_by_platform(good, rules);
  CHECK(all(good, good.delivered, 1));
  rules.standing.deliverability = 0;
  for (const Channel channel : sender_channels) {
    Batch b = batch_of(channel);
    deliver_by_platform(b, rules);
    CHECK(all(b, b.delivered, 0));
  }
  for (const Channel channel : other_channels) {
    Batch b = batch_of(channel);
    deliver_by_platform(b, rules);
    CHECK(all(b, b.delivered, 1));
  }
}

TEST_CASE("Whoever blocked or reported the sender gets no more messages; whoever muted does") {
  Batch b = batch_of(Channel::follow_up, 5);
  const std::uint32_t marks[] = {0, mark::blocked, mark::reported, mark::muted,
                                 mark::blocked | mark::connected};
  const std::uint32_t delivered[] = {1, 0, 0, 1, 0};
  for (std::size_t i = 0; i < b.size; ++i) b.marks[i] = marks[i];
  refuse_where_blocked(b, rules_of());
  for (std::size_t i = 0; i < b.size; ++i) CHECK(b.delivered[i] == delivered[i]);
}

TEST_CASE("Whoever muted the sender reads no more of its messages") {
  Batch b = batch_of(Channel::follow_up, 3);
  b.marks[1] = mark::muted;
  b.marks[2] = mark::muted | mark::connected;
  ignore_where_muted(b, rules_of());
  CHECK(b.read[0] == 1);
  CHECK(b.read[1] == 0);
  CHECK(b.read[2] == 0);
}

TEST_CASE("Shutting the sender out does not shut out what neighbours tell") {
  for (const Channel channel : other_channels) {
    if (row_of(channel).origin == Origin::sender) continue;
    Batch b = batch_of(channel);
    b.marks.setConstant(mark::shut_out);
    refuse_where_blocked(b, rules_of());
    ignore_where_muted(b, rules_of());
    CHECK(all(b, b.delivered, 1));
    CHECK(all(b, b.read, 1));
  }
}

TEST_CASE(
    "An anonymous look makes the message that follows intrude more, but never by more than 1") {
  Rules rules = rules_of();
  rules.parameters.privacy.anonymous_look = 0.3;
  const auto intrusiveness = [&](float of_channel, bool researched, bool anonymous) {
    Batch b = batch_of(Channel::sales_note);
    b.intrusiveness.setConstant(of_channel);
    b.approach.researched = researched;
    rules.standing.looks_anonymously = anonymous;
    mind_anonymous_looks(b, rules);
    return number(b.intrusiveness[7]);
  };
  CHECK(intrusiveness(0.4f, true, true) == Approx(0.7));
  CHECK(intrusiveness(0.8f, true, true) == 1);
  CHECK(intrusiveness(0.4f, true, false) == Approx(0.4));
  CHECK(intrusiveness(0.4f, false, true) == Approx(0.4));
}
