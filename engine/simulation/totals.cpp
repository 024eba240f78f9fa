#include "simulation/totals.hpp"

#include <cmath>

namespace rapport {

DecayingSum::DecayingSum(double half_life_days) : factor_(exp2_kernel(-1.0 / half_life_days)) {}

void DecayingSum::next_day() {
  sum_ = std::llround(static_cast<double>(sum_) * factor_);
}

}  // namespace rapport
