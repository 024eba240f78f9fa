// Churn: customers leave in time, less readily while the customer stays who referred them.
#pragma once

#include "parameters/parameters.hpp"

namespace rapport {

/// Share of a customer's stay that a day uses up, in half-lives; `held` by a referrer who stays.
inline double leaving_rate(bool held, const Parameters& parameters) {
  const double rate = 1 / parameters.churn.half_life_days;
  return held ? parameters.churn.referred_factor * rate : rate;
}

}  // namespace rapport
