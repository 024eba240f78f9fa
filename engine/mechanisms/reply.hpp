// Reply: whether an unasked message is answered.
#pragma once

#include "core/elementary.hpp"
#include "parameters/parameters.hpp"

namespace rapport {

/// logit p = a(in market or not) + b_T T - b_A A, with the weights of acceptance. The intercepts
/// are solved by `rapport calibrate`; those of the seed set make the answer certain in the market
/// and absent otherwise, which is the customer's claim N3.
class ReplyRule {
 public:
  explicit ReplyRule(const Parameters& parameters)
      : out_(static_cast<float>(parameters.reply.out_of_market_intercept)),
        in_(static_cast<float>(parameters.reply.in_market_intercept)),
        trust_(static_cast<float>(parameters.acceptance.trust_weight)),
        annoyance_(static_cast<float>(parameters.acceptance.annoyance_weight)),
        inmail_(static_cast<float>(parameters.reply.inmail_intercept)),
        merit_(static_cast<float>(parameters.acceptance.merit_weight)),
        pressure_(static_cast<float>(parameters.acceptance.pressure_weight)) {}

  float probability(bool in_market, float trust, float annoyance) const {
    return logistic((in_market ? in_ : out_) + trust_ * trust - annoyance_ * annoyance);
  }

  /// Of an InMail, which is answered for what it gives, as an invitation is accepted.
  float inmail_probability(float merit, float trust, float annoyance, float pressure) const {
    return logistic(inmail_ + merit_ * merit + trust_ * trust - annoyance_ * annoyance -
                    pressure_ * pressure);
  }

 private:
  float out_, in_, trust_, annoyance_;
  float inmail_, merit_, pressure_;
};

}  // namespace rapport
