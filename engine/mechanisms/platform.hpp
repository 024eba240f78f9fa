// Platform: limits on what a sender may send, and what follows from being reported.
#pragma once

#include <array>
#include <cstdint>
#include <deque>

#include "core/ids.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

/// What the platform keeps about one sender. Changes between days; a restriction begins the next
/// day.
class PlatformRecord {
 public:
  /// Invitations that may still be sent on `day`: the limit less those of the last seven days, and
  /// no more than may be pending beside those that are.
  double invitations_left(Day day, const Parameters& parameters) const;
  bool restricted(Day day) const { return day < restricted_until_; }

  /// Closes a day: restricts after enough reports within thirty days (a week first, four weeks
  /// later), and lowers deliverability between the target and the blocking share of reported
  /// messages. Reports are those about messages: what stands in the feed is no message.
  void close_day(Day day, std::uint32_t invitations, std::uint32_t messages, std::uint32_t reports,
                 const Parameters& parameters);

  /// InMails that may be sent on `day` with a subscription to so many a month; what is not used is
  /// saved up for a while. Called on every day, in order.
  double inmails_left(Day day, double a_month, const Parameters& parameters);
  /// Takes note of a day's InMails: those that are answered are given back.
  void close_inmails(std::uint32_t sent, std::uint32_t answered);

  /// Takes note of a day's invitations that were neither accepted nor declined, and withdraws those
  /// that have been pending for long.
  void close_invitations(Day day, std::uint32_t unanswered, const Parameters& parameters);

  /// Share of messages that the platform lets through, from the complaints of the last thirty days.
  float deliverability() const { return deliverability_; }

 private:
  static constexpr int week = 7;
  static constexpr int month = 30;
  std::array<std::uint32_t, week> invitations_{};  // by day modulo seven
  std::array<std::uint32_t, month> messages_{};    // by day modulo thirty
  std::array<std::uint32_t, month> reports_{};
  Day restricted_until_ = 0;
  int restrictions_ = 0;
  Day counted_from_ = 0;  // reports before the last restriction do not count again
  float deliverability_ = 1.0f;
  struct Unanswered {
    Day sent;
    std::uint32_t invitations;
  };
  std::deque<Unanswered> unanswered_;  // the oldest first
  double pending_ = 0;                 // their sum
  double inmails_ = 0;
  Day next_inmails_ = 0;
};

}  // namespace rapport
