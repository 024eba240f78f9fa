// A strategy: how a sender spends the hours of a day. One object acts in one world.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/crew.hpp"
#include "core/one_of.hpp"
#include "encounter/approach.hpp"
#include "encounter/rules.hpp"
#include "network/network.hpp"
#include "parameters/scenario.hpp"
#include "population/traits.hpp"
#include "strategies/answers.hpp"
#include "strategies/sender_memory.hpp"

namespace rapport {

/// What a strategy may know on the morning of a day.
struct Situation {
  const Network& network;
  const Population& population;  // read only through what research may find out
  const Rules& rules;            // parameters, draws, the day
  SenderMemory& sender;          // what the sender knows; shared by its strategies
};

/// A person's traits as research may find them today, where interests drift.
Traits as_of_today(const Situation& now, std::uint32_t person);

/// The topic that five minutes of research suggest for a person today.
std::uint8_t research(const Situation& now, std::uint32_t person);

/// The topic that the sender's product is about.
inline std::uint8_t product_topic(const Situation& now) {
  return static_cast<std::uint8_t>(now.rules.parameters.market.product_topic);
}

/// Whom the number-th draw of today for `purpose` picks among all people, each with the same
/// chance.
inline std::uint32_t anybody(const Situation& now, std::uint32_t number, Purpose purpose,
                             std::uint32_t sequence = 0) {
  return one_of(now.population.people(),
                now.rules.draws.word(PersonId{number}, now.rules.day, sequence, purpose));
}

/// Collects the touches of one day, within the hours and the platform's limits.
class Plan {
 public:
  enum class Sent : std::uint8_t { yes, out_of_time, refused_by_platform };

  struct Limits {
    double seconds = 0;       // of work today
    double invitations = 0;   // that the platform still allows
    bool restricted = false;  // only connections may be addressed
    double inmails = 0;       // that are left to the sender
  };

  /// `touches` has one list for each of `approaches`; what is sent is appended there, by the crew
  /// where it is much.
  Plan(std::span<const Approach> approaches, const Limits& limits,
       std::span<std::vector<Encounter>> touches, const Crew* crew = nullptr)
      : approaches_(approaches),
        limits_(limits),
        slack_(limits.seconds * 1e-9),
        touches_(touches),
        crew_(crew) {}

  /// Addresses a person by the strategy's approach of that number, about a topic.
  Sent send(PersonId person, std::uint8_t approach, std::uint8_t topic);
  /// Addresses one person after the other until something is in the way.
  Sent send_all(std::span<const std::uint32_t> people, std::uint8_t approach, std::uint8_t topic);
  /// The same with people who need not be known before: tell(first, some) writes down who they are
  /// from the first-th on, when asked from any thread; of `people` that there are.
  using Tell = std::function<void(std::uint32_t first, std::span<std::uint32_t> some)>;
  Sent send_all(std::uint32_t people, const Tell& tell, std::uint8_t approach, std::uint8_t topic);

  /// Publishes a post, which the feed shows to whom it will. Takes the approach's seconds.
  Sent publish(std::uint8_t approach, std::uint8_t topic);
  /// Pays so much money, beside the hours.
  void pay(double money) { money_spent_ += money; }
  /// Gets so many false accounts to follow the sender.
  void buy_false_followers(std::uint32_t accounts) { false_followers_bought_ += accounts; }

  /// Works on something that touches nobody, at most so many seconds; returns how many it were.
  double work(double seconds);

  /// The plan of a part of the day's work, of `seconds`, with `count` approaches from `first` on.
  Plan part(std::size_t first, std::size_t count, double seconds) const;
  /// Counts what such a part has spent.
  void take_over(const Plan& part);

  /// Whether the approach still fits into the day when so much of it is kept back.
  bool has_time_for(std::uint8_t approach, double seconds_kept) const {
    return limits_.seconds + slack_ - approaches_[approach].seconds >= seconds_kept;
  }
  /// The approach's number among all of the campaign's strategy, of which this may be a part.
  std::uint32_t number_of(std::uint8_t approach) const { return first_ + approach; }
  double seconds_left() const { return limits_.seconds; }
  double seconds_spent() const { return seconds_spent_; }
  std::uint32_t messages_sent() const { return messages_sent_; }
  std::uint32_t invitations_sent() const { return invitations_sent_; }
  std::uint32_t inmails_sent() const { return inmails_sent_; }
  std::uint32_t posts_published() const { return posts_published_; }
  double money_spent() const { return money_spent_; }
  std::uint32_t false_followers_bought() const { return false_followers_bought_; }

 private:
  /// To how many of the next people the approach is allowed to go, and if not to all, why.
  struct Allowed {
    std::uint32_t people;
    Sent sent;
  };
  Allowed spend(std::size_t people, std::uint8_t approach);

  std::span<const Approach> approaches_;
  Limits limits_;
  // Seconds that rounding may have taken: what is left of the day is rounded at every sending, and
  // a day with just enough room for its last touch would else lose it.
  double slack_;
  std::span<std::vector<Encounter>> touches_;
  const Crew* crew_;         // nullptr: the calling thread alone
  std::uint32_t first_ = 0;  // number of the first approach
  double seconds_spent_ = 0;
  std::uint32_t messages_sent_ = 0;  // invitations included
  std::uint32_t invitations_sent_ = 0;
  std::uint32_t inmails_sent_ = 0;
  std::uint32_t posts_published_ = 0;
  double money_spent_ = 0;
  std::uint32_t false_followers_bought_ = 0;
};

class Strategy {
 public:
  virtual ~Strategy() = default;

  /// The ways of addressing people that this strategy uses; asked once.
  virtual std::vector<Approach> approaches() const { return {}; }
  /// Spends the day.
  virtual void plan(const Situation&, Plan&) {}
  /// Hears what came of it, after the sender's memory.
  virtual void learn(Day, const Answers&) {}
  /// InMails that the sender's subscription of that day buys in a month.
  virtual double inmails_a_month(Day, const Parameters&) const { return 0; }
  /// True when no later day will bring a touch, whatever happens.
  virtual bool finished(Day) const { return false; }
};

/// What a StrategyRow creates: an S made of the campaign.
template <class S>
std::unique_ptr<Strategy> create_strategy(const Campaign& campaign) {
  return std::make_unique<S>(campaign);
}

}  // namespace rapport
