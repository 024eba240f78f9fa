// What the sender knows of people, whichever strategy learned it: there is one sender in a world,
// also where several strategies share its hours.
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_set>

#include "core/ids.hpp"
#include "strategies/answers.hpp"
#include "strategies/insight.hpp"
#include "strategies/listening_record.hpp"

namespace rapport {

/// A person connected to the sender.
struct Connection {
  std::uint32_t person;
  std::uint8_t topic;  // on which they connected
  Day heard;           // day of the connection or of the last follow-up
};

/// Grows with the people whom the sender meets, not with those there are.
struct SenderMemory {
  std::unordered_set<std::uint32_t> addressed;  // by a strategy that does so once
  std::deque<Connection> connections;           // the longest unheard first; lost ones included
  std::unordered_set<std::uint32_t> connected;  // and not lost
  std::unordered_set<std::uint32_t> lost;       // were connected and are no longer
  Insight insight;                              // what was heard of communities
  ListeningRecord listening;                    // how long it has listened, whatever it heard
  double promised_days = 0;                     // to answer complaints; made anew each day

  /// Whether there is anything to invite a person to: neither connected nor addressed before.
  bool is_to_be_invited(std::uint32_t person) const {
    return !addressed.contains(person) && !connected.contains(person);
  }

  /// Takes note of who connected and who was lost on `day`, also where one person did both.
  void learn(Day day, const Answers& answers);

 private:
  void lose(std::uint32_t person);
};

}  // namespace rapport
