// Notes that invite people: what one is like, and notes after research to one person after the
// other.
#pragma once

#include <string_view>

#include "parameters/parameter_row.hpp"
#include "strategies/invitation_list.hpp"

namespace rapport {

/// The setting of a strategy that writes notes after research.
constexpr ParameterRow note_seconds_row(std::string_view strategy) {
  return {strategy,
          "note_seconds",
          ValueKind::number,
          "seconds",
          360,
          360,
          0.001,
          36000,
          "work for one note: five minutes of research and one of writing",
          "seed claims N2, N4 (S)"};
}

constexpr ParameterRow note_value_row(std::string_view strategy) {
  return {strategy,
          "note_value",
          ValueKind::number,
          "1",
          0.8,
          0.8,
          0,
          1,
          "what a note gives to a person whose interest it meets",
          "estimate (D)"};
}

/// A personal invitation of that worth and so much work.
Approach invitation_by(Channel channel, double value, double seconds);

/// Notes to everybody who is a stranger, once each, about what research finds.
class ResearchedNotes {
 public:
  ResearchedNotes(Channel channel, double value, double seconds)
      : channel_(channel), value_(value), seconds_(seconds) {}

  Approach approach() const;
  /// Writes by the strategy's approach of that number until something is in the way.
  void write(const Situation& now, Plan& plan, std::uint8_t approach);
  /// Whether everybody has got one.
  bool used_up() const { return list_.used_up(); }

 private:
  Channel channel_;
  double value_, seconds_;
  InvitationList list_;
};

}  // namespace rapport
