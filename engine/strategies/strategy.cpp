#include "strategies/strategy.hpp"

#include <algorithm>
#include <cmath>

#include "mechanisms/relevance.hpp"
#include "mechanisms/topic_drift.hpp"

namespace rapport {

Traits as_of_today(const Situation& now, std::uint32_t person) {
  const TopicDrift today(now.rules.day, now.rules.parameters);
  return today.traits(now.population.traits[person], now.network.community[person],
                      now.rules.draws);
}

std::uint8_t research(const Situation& now, std::uint32_t person) {
  return researched_topic(as_of_today(now, person), PersonId{person}, now.rules.day,
                          now.rules.draws, now.rules.parameters.research.accuracy);
}

Plan::Sent Plan::send(PersonId person, std::uint8_t approach, std::uint8_t topic) {
  const std::uint32_t one = index(person);
  return send_all({&one, 1}, approach, topic);
}

Plan::Sent Plan::publish(std::uint8_t approach, std::uint8_t topic) {
  const Sent sent = send(PersonId{the_feed}, approach, topic);
  if (sent == Sent::yes) ++posts_published_;
  return sent;
}

double Plan::work(double seconds) {
  const double done = std::clamp(limits_.seconds, 0.0, seconds);
  limits_.seconds -= done;
  seconds_spent_ += done;
  return done;
}

Plan Plan::part(std::size_t first, std::size_t count, double seconds) const {
  Limits limits = limits_;
  limits.seconds = seconds;
  Plan part(approaches_.subspan(first, count), limits, touches_.subspan(first, count));
  part.first_ = first_ + static_cast<std::uint32_t>(first);
  return part;
}

void Plan::take_over(const Plan& part) {
  limits_.seconds -= part.seconds_spent_;
  limits_.invitations = part.limits_.invitations;
  limits_.inmails = part.limits_.inmails;
  seconds_spent_ += part.seconds_spent_;
  messages_sent_ += part.messages_sent_;
  invitations_sent_ += part.invitations_sent_;
  inmails_sent_ += part.inmails_sent_;
  posts_published_ += part.posts_published_;
  money_spent_ += part.money_spent_;
  false_followers_bought_ += part.false_followers_bought_;
}

Plan::Sent Plan::send_all(std::span<const std::uint32_t> people, std::uint8_t approach,
                          std::uint8_t topic) {
  const Approach& how = approaches_[approach];
  const ChannelRow& channel = row_of(how.channel);
  const bool invites = channel.answer == Answer::connection;
  const bool unasked = invites || channel.answer == Answer::reply;
  auto count = static_cast<double>(people.size());
  if (unasked && limits_.restricted) count = 0;
  if (invites) count = std::min(count, std::floor(limits_.invitations));
  const bool paid = how.channel == Channel::inmail;
  if (paid) count = std::min(count, std::floor(limits_.inmails));
  const double allowed = count;
  if (how.seconds > 0) {
    const double room = std::floor((limits_.seconds + slack_) / how.seconds);
    count = std::min(count, std::max(0.0, room));
  }
  const auto sent = static_cast<std::uint32_t>(count);
  limits_.seconds -= count * how.seconds;
  seconds_spent_ += count * how.seconds;
  if (invites) {
    limits_.invitations -= count;
    invitations_sent_ += sent;
  }
  if (paid) {
    limits_.inmails -= count;
    inmails_sent_ += sent;
  }
  if (is_message(how.channel)) messages_sent_ += sent;
  if (channel.venue == Venue::circle && sent > 0) ++posts_published_;
  std::vector<Encounter>& touches = touches_[approach];
  const std::size_t before = touches.size();
  touches.resize(before + sent);
  for (std::size_t k = 0; k < sent; ++k) touches[before + k] = {people[k], the_sender, topic};
  if (sent == people.size()) return Sent::yes;
  return count < allowed ? Sent::out_of_time : Sent::refused_by_platform;
}

}  // namespace rapport
