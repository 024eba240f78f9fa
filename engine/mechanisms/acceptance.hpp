// Acceptance: whether an invitation to connect is accepted.
#pragma once

#include "core/elementary.hpp"
#include "encounter/channels.hpp"
#include "encounter/rules.hpp"

namespace rapport {

/// What a person weighs when invited.
struct Invitation {
  float intercept;  // of the channel
  float merit, trust, annoyance, pressure;
  bool mutual;  // a neighbour is connected to the sender
};

/// Log-odds of an invitation at zero merit: those of a note, less for a blank invitation, more for
/// an introduction.
float invitation_intercept(Channel channel, const Parameters& parameters);

/// logit p = a + b_m m + b_T T + ln(mutual multiplier) [a mutual tie] + b_q (profile - 1/2) - b_A A
/// - b_s s + the credibility of the sender's name. The intercepts are solved by `rapport
/// calibrate`. Mosleh, Eckles & Rand 2025.
class AcceptanceRule {
 public:
  AcceptanceRule(const Parameters& parameters, const Standing& standing);

  float probability(const Invitation& x) const {
    return logistic(x.intercept + profile_ + merit_ * x.merit + trust_ * x.trust +
                    (x.mutual ? mutual_ : 0.0f) - annoyance_ * x.annoyance -
                    pressure_ * x.pressure);
  }

 private:
  float profile_, merit_, trust_, mutual_, annoyance_, pressure_;
};

}  // namespace rapport
