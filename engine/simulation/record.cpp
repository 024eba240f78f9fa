#include "simulation/record.hpp"

#include <bit>
#include <utility>

namespace rapport {
namespace {

// Measures that joined the table after these count for the digest where they are not zero, so that
// a run which they do not concern keeps the digest that it had without them.
constexpr std::size_t first_measures = static_cast<std::size_t>(Measure::restricted_days) + 1;

void add(Counts& sum, const Counts& day) {
  sum.newly_touched += day.newly_touched;
  sum.newly_reached += day.newly_reached;
  sum.connected += day.connected;
  sum.disconnected += day.disconnected;
  sum.muted += day.muted;
  sum.blocked += day.blocked;
  sum.reported += day.reported;
  sum.newly_burned += day.newly_burned;
  sum.new_advocates += day.new_advocates;
  sum.new_detractors += day.new_detractors;
  sum.complaints += day.complaints;
  sum.resolved += day.resolved;
  sum.followed += day.followed;
  sum.unfollowed += day.unfollowed;
}

void fill_flows(MeasureValues& v, const Counts& day, const Parameters& parameters) {
  const auto set = [&v](Measure m, double value) { value_of(v, m) = value; };
  const auto number = [](std::int64_t n) { return static_cast<double>(n); };
  const double hours = day.seconds / 3600;
  const double cost = hours * parameters.economics.hourly_cost + day.money;
  const double worth =
      number(day.sales) + number(day.referred_sales) * (parameters.economics.referred_value - 1);
  const double value = worth * parameters.economics.sale_value;
  set(Measure::messages_sent, number(day.sent));
  set(Measure::messages_delivered, number(day.delivered));
  set(Measure::messages_read, number(day.read));
  set(Measure::replies, number(day.replies));
  set(Measure::hours_spent, hours);
  set(Measure::money_spent, cost);
  set(Measure::sales, number(day.sales));
  set(Measure::sales_value, value);
  set(Measure::inbound_sales, number(day.inbound_sales));
  set(Measure::trusted_sales, number(day.trusted_sales));
  set(Measure::referred_sales, number(day.referred_sales));
  set(Measure::profit, value - cost);
  set(Measure::declined, number(day.declined));
  set(Measure::restricted_days, number(day.restricted));
  set(Measure::complaints_voiced, number(day.complaints));
  set(Measure::complaints_resolved, number(day.resolved));
  set(Measure::adversaries_won, number(day.adversaries_won));
  set(Measure::posts, number(day.posts));
  set(Measure::impressions, number(day.impressions));
  set(Measure::hits, number(day.hits));
  set(Measure::responses, number(day.responses));
  set(Measure::media_cost, day.money);
  set(Measure::endorsements, number(day.endorsements));
  set(Measure::customers_lost, number(day.customers_lost));
  set(Measure::deceits_found, number(day.deceits_found));
}

void fill_stocks(MeasureValues& v, const Counts& sum, const WorldState& world) {
  const auto set = [&v](Measure m, double value) { value_of(v, m) = value; };
  const auto number = [](std::int64_t n) { return static_cast<double>(n); };
  const double people = world.inputs.population.people();
  const double trust = world.totals.trust_gained();
  const double annoyance = world.totals.annoyance.value();
  const Parameters& parameters = world.rules.parameters;
  set(Measure::people_touched, number(sum.newly_touched));
  set(Measure::connections, number(sum.connected - sum.disconnected));
  set(Measure::trusted_relationships,
      number(world.at_first.trusting + world.totals.resting + world.totals.trusted.value()));
  set(Measure::relationship_equity, trust - parameters.annoyance.equity_weight * annoyance);
  set(Measure::mean_trust, (world.at_first.trust + trust) / people);
  set(Measure::mean_annoyance, annoyance / people);
  set(Measure::advocates, number(sum.new_advocates));
  set(Measure::detractors, number(sum.new_detractors));
  set(Measure::word_of_mouth_reach, number(sum.newly_reached));
  set(Measure::aggravated, number(world.totals.aggravated.value()));
  set(Measure::muted, number(sum.muted));
  set(Measure::blocked, number(sum.blocked));
  set(Measure::reported, number(sum.reported));
  set(Measure::burned_share, number(sum.newly_burned) / people);
  set(Measure::complaints_open, number(sum.complaints - sum.resolved));
  const std::int64_t false_accounts = world.feed.false_accounts();
  set(Measure::followers, number(sum.followed - sum.unfollowed + false_accounts));
  set(Measure::customers, number(world.customers.size()));
  set(Measure::reachable_audience, number(world.feed.audience_size()));
  set(Measure::insight,
      world.sender.listening.left(world.rules.day, parameters.complaint.listening_half_life_days));
  set(Measure::false_followers, number(false_accounts));
}

}  // namespace

// Where there was nothing to keep nothing is kept: to call it all would praise who built nothing.
double Record::trusted_kept(double trusted, bool works) {
  if (works) trusted_at_work_ = trusted;
  if (works) return 1;
  return trusted_at_work_ > 0 ? trusted / trusted_at_work_ : 0;
}

void Record::close_day(WorldState& world) {
  add(sum_, world.today);
  MeasureValues values{};
  fill_flows(values, world.today, world.rules.parameters);
  fill_stocks(values, sum_, world);
  value_of(values, Measure::trusted_kept) =
      trusted_kept(value_of(values, Measure::trusted_relationships), world.today.seconds > 0);
  for (std::size_t m = 0; m < measure_count; ++m) {
    double& total = result_.final[m];
    total = measure_table[m].accounting == Accounting::flow ? total + values[m] : values[m];
    if (daily_ == DailyOutput::all) {
      result_.daily[m * static_cast<std::size_t>(horizon_) +
                    static_cast<std::size_t>(world.rules.day)] = static_cast<float>(values[m]);
    }
  }
  world.end_day();
}

RunResult Record::finish(const WorldState& world) {
  std::uint64_t digest = world.event_hash;
  for (std::size_t m = 0; m < measure_count; ++m) {
    if (m >= first_measures && result_.final[m] == 0) continue;
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(result_.final[m]) + m;
    digest += (bits ^ (bits >> 31)) * 0xbf58476d1ce4e5b9ull;
  }
  result_.digest = digest;
  result_.encounters = world.encounters;
  return std::move(result_);
}

}  // namespace rapport
