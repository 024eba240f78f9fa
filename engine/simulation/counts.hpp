// What happened on one day, in whole numbers.
#pragma once

#include <cstdint>

namespace rapport {

struct Counts {
  std::int64_t sent = 0, delivered = 0, read = 0, invitations = 0;
  std::int64_t idle_invitations = 0;  // to people who were connected already
  std::int64_t inmails = 0, inmails_answered = 0;
  std::int64_t newly_touched = 0, newly_reached = 0;
  std::int64_t replies = 0, connected = 0, disconnected = 0, declined = 0;
  std::int64_t sales = 0, inbound_sales = 0, trusted_sales = 0, referred_sales = 0;
  std::int64_t customers_lost = 0;
  std::int64_t muted = 0, blocked = 0, reported = 0, newly_burned = 0;
  std::int64_t reported_messages = 0;  // what was not written to people left out
  std::int64_t new_advocates = 0, new_detractors = 0, endorsements = 0;
  std::int64_t complaints = 0, resolved = 0, adversaries_won = 0;
  std::int64_t restricted = 0;  // 1 when the platform kept the sender from sending
  std::int64_t posts = 0, impressions = 0, hits = 0, responses = 0;
  std::int64_t followed = 0, unfollowed = 0, deceits_found = 0;
  double seconds = 0;  // of the sender's work
  double money = 0;    // paid beside it
};

}  // namespace rapport
