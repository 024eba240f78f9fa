#include "simulation/follow_up.hpp"

#include <limits>

#include "mechanisms/in_market.hpp"
#include "simulation/complaints.hpp"

namespace rapport {
namespace {

/// How everybody of a turn has been met.
struct Way {
  Channel channel;
  std::uint32_t approach;  // of the world
};

// Nobody buys twice in an epoch, whoever of the rivals sells.
void follow_up_purchase(WorldState& world, const Way& way, const Happening& h) {
  Counts& today = world.today;
  const bool comes = row_of(way.channel).origin == Origin::market;
  ++today.sales;
  today.inbound_sales += comes;
  // On the word of others alone: a message that was read would claim the sale.
  today.referred_sales += comes && h.first_contact && world.told_good_news.contains(h.person);
  today.trusted_sales += h.trusting;
  world.answers.bought.push_back(h.person);
  const float stay = world.active.churn ? h.stay : std::numeric_limits<float>::infinity();
  world.customers.win(h.person, stay, world.rules.day, world.rules.parameters);
  const std::int32_t epoch =
      market_epoch(world.rules.day, world.inputs.population.traits[h.person].phase(),
                   world.rules.parameters.market.window_days);
  world.rules.last_purchase[h.person] = epoch;
  for (WorldState* rival : world.rivals) rival->rules.last_purchase[h.person] = epoch;
}

// Who turns away: mutes, blocks, reports, has found out about a deceit, has been betrayed.
void follow_up_exit(WorldState& world, const Way& way, const Happening& h) {
  Counts& today = world.today;
  today.muted += (h.events & event::muted) != 0;
  today.blocked += (h.events & event::blocked) != 0;
  today.reported += (h.events & event::reported) != 0;
  today.reported_messages += is_message(way.channel) && (h.events & event::reported) != 0;
  if ((h.events & event::found_out) != 0 && !world.deceived.contains(h.person)) {
    world.deceived.insert(h.person);
    ++today.deceits_found;
  }
  today.newly_burned += (h.events & event::shuts_out) != 0 && (h.marks & mark::shut_out) == 0;
  today.unfollowed += (h.marks & mark::follower) != 0;
  world.answers.turned_away.push_back(h.person);
  world.feed.leave(h.person, h.marks);
  if ((h.events & event::turns_away & ~event::muted) != 0 && (h.marks & mark::connected) != 0) {
    ++today.disconnected;
    world.answers.lost.push_back(h.person);
  }
}

void follow_up_answer(WorldState& world, const Way& way, const Happening& h) {
  Counts& today = world.today;
  const Answers::Response from = {h.person, h.topic};
  if (h.events & event::declined) {
    ++today.declined;
    world.answers.declined.push_back(from.person);
  }
  if (h.events & event::replied) {
    ++today.replies;
    today.inmails_answered += way.channel == Channel::inmail;
    world.answers.replied.push_back(from);
  }
  if (h.events & event::accepted) {
    ++today.connected;
    world.feed.join(from.person, h.marks);
    world.answers.connected.push_back(from);
  }
}

// Who tells others, and what the sender reads of it: what its connections and followers write.
void follow_up_talk(WorldState& world, const Happening& h) {
  const bool good = (h.events & event::told_good) != 0;
  (good ? world.today.new_advocates : world.today.new_detractors) += 1;
  const bool is_read =
      (h.events & event::accepted) != 0 || (h.marks & (mark::connected | mark::follower)) != 0;
  if (good && is_read) {
    ++world.today.endorsements;
    world.answers.praised.push_back(h.person);
  }
  world.tellers.push_back({h.person, good});
}

// Who responds to a post shows it to others, and may follow.
void follow_up_post(WorldState& world, const Way& way, const Happening& h) {
  if (h.events & event::responded) {
    ++world.today.responses;
    world.feed.respond({h.person, way.approach, h.topic, h.sequence});
    world.answers.responded.push_back({h.person, h.topic});
  }
  if (h.events & event::followed) {
    ++world.today.followed;
    world.feed.join(h.person, h.marks);
  }
}

void follow_up_one(WorldState& world, const Way& way, const Happening& h) {
  if (h.events & event::turns_away) follow_up_exit(world, way, h);
  if (h.events & event::answers) follow_up_answer(world, way, h);
  if (h.events & event::bought) follow_up_purchase(world, way, h);
  if (h.events & event::tells) follow_up_talk(world, h);
  if (h.events & event::at_post) follow_up_post(world, way, h);
  if (h.events & event::complaint_answered) note_answer(world, way.channel, h);
}

// Books what has happened to the strategy's approach: all that a manager gets to see of it.
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

void follow_up(WorldState& world, Turn turn, std::span<const Happening> happenings) {
  const Way way = {world.approaches[turn.approach].channel, turn.approach};
  const Counts before = world.today;
  for (const Happening& happening : happenings) follow_up_one(world, way, happening);
  book(world, turn, before);
}

}  // namespace rapport
