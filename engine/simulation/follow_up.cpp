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

void follow_up(WorldState& world, const Batch& b, std::size_t i) {
  Counts& today = world.today;
  today.replies += b.replied[i];
  today.declined += b.declined[i];
  today.muted += b.muted[i];
  today.blocked += b.blocked[i];
  today.reported += b.reported[i];
  today.reported_messages += is_message(b.channel()) && b.reported[i];
  const bool deceived = b.approach.deceit > 0.0f && b.found_out[i];
  if (deceived && !world.deceived.contains(b.target[i])) {
    world.deceived.insert(b.target[i]);
    ++today.deceits_found;
  }
  const bool betrayed = b.approach.breach > 0.0f && b.betrayed[i];
  const bool leaves = b.blocked[i] | b.reported[i] | deceived | betrayed;
  if (b.muted[i] | leaves) {
    const bool shuts_out = b.muted[i] | b.blocked[i] | b.reported[i];
    today.newly_burned += shuts_out && (b.marks[i] & mark::shut_out) == 0;
    today.unfollowed += (b.marks[i] & mark::follower) != 0;
    world.answers.turned_away.push_back(b.target[i]);
    world.feed.leave(b.target[i], b.marks[i]);
  }
  if (leaves && (b.marks[i] & mark::connected)) {
    ++today.disconnected;
    world.answers.lost.push_back(b.target[i]);
  }
  if (b.declined[i]) world.answers.declined.push_back(b.target[i]);
  if (b.replied[i]) {
    world.answers.replied.push_back({b.target[i], static_cast<std::uint8_t>(b.topic[i])});
    today.inmails_answered += b.channel() == Channel::inmail;
  }
  if (b.accepted[i]) {
    ++today.connected;
    world.feed.join(b.target[i], b.marks[i]);
    world.answers.connected.push_back({b.target[i], static_cast<std::uint8_t>(b.topic[i])});
  }
  if (b.bought[i]) follow_up_purchase(world, b, i);
  if (b.shared[i] & 4u) open_complaint(world, b.target[i]);
  if (b.shared[i] & 3u) {
    const bool good = b.shared[i] & 1u;
    (good ? today.new_advocates : today.new_detractors) += 1;
    // The sender reads what its connections and followers write, nobody else.
    const bool is_read = b.accepted[i] || (b.marks[i] & (mark::connected | mark::follower)) != 0;
    if (good && is_read) {
      ++today.endorsements;
      world.answers.praised.push_back(b.target[i]);
    }
    world.tellers.push_back({b.target[i], good});
  }
}

// Who responds to a post shows it to others, and may follow.
void follow_up_post(WorldState& world, const Batch& b, std::size_t i) {
  if (b.responded[i]) {
    ++world.today.responses;
    world.feed.respond(b, i);
    world.answers.responded.push_back({b.target[i], static_cast<std::uint8_t>(b.topic[i])});
  }
  if (b.followed[i]) {
    ++world.today.followed;
    world.feed.join(b.target[i], b.marks[i]);
  }
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

void follow_up(WorldState& world, Turn turn, const Batch& b,
               const Column<std::uint32_t>& noteworthy) {
  if (b.channel() == Channel::good_news) {
    for (std::size_t i = 0; i < b.size; ++i) world.told_good_news.insert(b.target[i]);
  }
  const Counts before = world.today;
  const bool in_feed = row_of(b.channel()).in_feed();
  for (const std::uint32_t i : rows_where(b.size, [&](auto row) { return noteworthy[row]; })) {
    follow_up(world, b, i);
    if (in_feed) follow_up_post(world, b, i);
  }
  book(world, turn, before);
}

}  // namespace rapport
