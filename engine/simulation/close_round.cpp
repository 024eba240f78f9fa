#include "simulation/close_round.hpp"

#include "simulation/arrivals.hpp"
#include "simulation/follow_up.hpp"

namespace rapport {
namespace {

void enter_sums(WorldState& world, Channel channel, const LedgerSums& ledger) {
  Counts& today = world.today;
  const bool written = is_message(channel);
  (written ? today.delivered : today.impressions) += ledger.delivered;
  (written ? today.read : today.hits) += ledger.read;
  today.idle_invitations += ledger.idle_invitations;
  today.newly_touched += ledger.newly_touched;
  today.newly_reached += ledger.newly_reached;
  world.totals.trust.add(ledger.trust);
  world.totals.rest += ledger.rest;
  world.totals.annoyance.add(ledger.annoyance);
  world.totals.resting += ledger.resting;
  world.encounters += ledger.encounters;
  world.event_hash += ledger.event_hash;
}

}  // namespace

void enter(WorldState& world, Turn turn, std::span<const Encounter> part, Ledger& ledger) {
  const Channel channel = world.approaches[turn.approach].channel;
  enter_sums(world, channel, ledger);
  world.relations.note(ledger.noted);
  schedule(world, ledger.market_entries);
  for (const OpenComplaint& complaint : ledger.complaints) {
    world.rules.open_complaints.open(complaint);
  }
  world.today.complaints += static_cast<std::int64_t>(ledger.complaints.size());
  if (channel == Channel::good_news) {
    for (const Encounter& news : part) world.told_good_news.insert(news.target);
  }
  follow_up(world, turn, ledger.happenings);
  ledger.clear();
}

}  // namespace rapport
