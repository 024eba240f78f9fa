#include "simulation/follow_up.hpp"

#include <limits>

#include "encounter/rows.hpp"
#include "mechanisms/in_market.hpp"
#include "simulation/complaints.hpp"

namespace rapport {
namespace {

// Nobody buys twice in an epoch, whoever of the rivals sells.
void follow_up_purchase(WorldState& world, const Batch& b, std::size_t i) {
  Counts& today = world.today;
  const bool comes = b.origin() == Origin::market;
  ++today.sales;
  today.inbound_sales += comes;
  // On the word of others alone: a message that was read would claim the sale.
  today.referred_sales += comes && b.contacts[i] == 0 && world.told_good_news.contains(b.target[i]);
  today.trusted_sales += world.trusting.above(b.trust_before[i]);
  world.answers.bought.push_back(b.target[i]);
  const float stay = world.active.churn ? b.stay[i] : std::numeric_limits<float>::infinity();
  world.customers.win(b.target[i], stay, world.rules.day, world.rules.parameters);
  const std::int32_t epoch =
      market_epoch(world.rules.day, b.market_phase[i], world.rules.parameters.market.window_days);
  world.rules.last_purchase[b.target[i]] = epoch;
  for (WorldState* rival : world.rivals) rival->rules.last_purchase[b.target[i]] = epoch;
}

// Who turns away: mutes, blocks, reports, has found out about a deceit, has been betrayed.
void follow_up_exit(WorldState& world, const Batch& b, std::size_t i, std::uint32_t events) {
  Counts& today = world.today;
  const std::uint32_t person = b.target[i], marks = b.marks[i];
  today.muted += (events & event::muted) != 0;
  today.blocked += (events & event::blocked) != 0;
  today.reported += (events & event::reported) != 0;
  today.reported_messages += is_message(b.channel()) && (events & event::reported) != 0;
  if ((events & event::found_out) != 0 && !world.deceived.contains(person)) {
    world.deceived.insert(person);
    ++today.deceits_found;
  }
  today.newly_burned += (events & event::shuts_out) != 0 && (marks & mark::shut_out) == 0;
  today.unfollowed += (marks & mark::follower) != 0;
  world.answers.turned_away.push_back(person);
  world.feed.leave(person, marks);
  if ((events & event::turns_away & ~event::muted) != 0 && (marks & mark::connected) != 0) {
    ++today.disconnected;
    world.answers.lost.push_back(person);
  }
}

void follow_up_answer(WorldState& world, const Batch& b, std::size_t i, std::uint32_t events) {
  Counts& today = world.today;
  const Answers::Response from = {b.target[i], static_cast<std::uint8_t>(b.topic[i])};
  if (events & event::declined) {
    ++today.declined;
    world.answers.declined.push_back(from.person);
  }
  if (events & event::replied) {
    ++today.replies;
    today.inmails_answered += b.channel() == Channel::inmail;
    world.answers.replied.push_back(from);
  }
  if (events & event::accepted) {
    ++today.connected;
    world.feed.join(from.person, b.marks[i]);
    world.answers.connected.push_back(from);
  }
}

// Who tells others, and what the sender reads of it: what its connections and followers write.
void follow_up_talk(WorldState& world, const Batch& b, std::size_t i, std::uint32_t events) {
  const std::uint32_t person = b.target[i];
  const bool good = (events & event::told_good) != 0;
  (good ? world.today.new_advocates : world.today.new_detractors) += 1;
  const bool is_read =
      (events & event::accepted) != 0 || (b.marks[i] & (mark::connected | mark::follower)) != 0;
  if (good && is_read) {
    ++world.today.endorsements;
    world.answers.praised.push_back(person);
  }
  world.tellers.push_back({person, good});
}

// Who responds to a post shows it to others, and may follow.
void follow_up_post(WorldState& world, const Batch& b, std::size_t i, std::uint32_t events) {
  if (events & event::responded) {
    ++world.today.responses;
    world.feed.respond(b, i);
    world.answers.responded.push_back({b.target[i], static_cast<std::uint8_t>(b.topic[i])});
  }
  if (events & event::followed) {
    ++world.today.followed;
    world.feed.join(b.target[i], b.marks[i]);
  }
}

void follow_up_row(WorldState& world, const Batch& b, std::size_t i, std::uint32_t events) {
  if (events & event::turns_away) follow_up_exit(world, b, i, events);
  if (events & event::answers) follow_up_answer(world, b, i, events);
  if (events & event::bought) follow_up_purchase(world, b, i);
  if (events & event::complained) open_complaint(world, b.target[i]);
  if (events & event::tells) follow_up_talk(world, b, i, events);
  if (events & event::at_post) follow_up_post(world, b, i, events);
}

// Books what a batch moved to the strategy's approach: all that a manager gets to see of it.
void book(WorldState& world, Turn turn, const Counts& before) {
  const Counts& now = world.today;
  const auto since = [](std::int64_t is, std::int64_t was) {
    return static_cast<std::uint32_t>(is - was);
  };
  const std::uint32_t sales = since(now.sales, before.sales);
  world.answers.sales += sales;
  const std::size_t own = turn.approach - std::size_t{world_approach::first_of_strategy};
  if (turn.approach < world_approach::first_of_strategy || own >= world.answers.moved.size())
    return;
  world.answers.moved[own] +=
      {0, since(now.replies, before.replies), since(now.connected, before.connected), sales};
}

}  // namespace

void follow_up(WorldState& world, Turn turn, const Batch& b, const Column<std::uint32_t>& events) {
  if (b.channel() == Channel::good_news) {
    for (std::size_t i = 0; i < b.size; ++i) world.told_good_news.insert(b.target[i]);
  }
  const Counts before = world.today;
  for (const std::uint32_t i : rows_where(b.size, [&](auto row) { return events[row] != 0; })) {
    follow_up_row(world, b, i, events[i]);
  }
  book(world, turn, before);
}

}  // namespace rapport
