#include "mechanisms/attention.hpp"

#include <algorithm>
#include <cmath>

#include "core/clones.hpp"
#include "mechanisms/rule_functions.hpp"

namespace rapport {

double attention_share(double load, double messages_read_per_day, double certain) {
  const auto share = [&](double n) {
    return std::min(1.0, messages_read_per_day / (1 + certain + n));
  };
  if (load <= 0) return share(0);
  // From the mode outwards, until the terms no longer matter, as multiples of the one at the mode:
  // their sum takes the place of its logarithm, for std::lgamma writes to a global variable.
  const double mode = std::floor(load);
  double sum = share(mode), weights = 1;
  const auto add = [&](double term, double n) {
    sum += term * share(n);
    weights += term;
  };
  double term = 1;
  for (double n = mode; n > 0 && term > 1e-18; --n) add(term *= n / load, n - 1);
  term = 1;
  for (double n = mode + 1; term > 1e-18; ++n) add(term *= load / n, n);
  return sum / weights;
}

std::array<float, 256> attention_shares(const std::array<float, 256>& load_levels,
                                        double messages_read_per_day, double certain) {
  std::array<float, 256> shares;
  for (std::size_t level = 0; level < shares.size(); ++level) {
    // Levels repeat when nobody has any load; then one series serves all.
    shares[level] = level > 0 && load_levels[level] == load_levels[level - 1]
                        ? shares[level - 1]
                        : static_cast<float>(
                              attention_share(load_levels[level], messages_read_per_day, certain));
  }
  return shares;
}

namespace {

RAPPORT_CLONES void read_some(Batch& b, const float* attention_by_load) {
  RAPPORT_COLUMN_LOOP
  for (std::size_t i = 0; i < b.padded(); ++i) {
    const float share = attention_by_load[b.load_level[i]];
    const float p = b.visibility[i] * (1.0f - b.annoyance[i]) * share;
    b.read[i] &= static_cast<std::uint32_t>(b.attention_draw[i] < p);
  }
}

}  // namespace

void pay_attention(Batch& b, const Rules& rules) {
  // News is heard or not by its own chance; an experience needs no attention.
  if (!b.from_sender()) return;
  read_some(b, rules.among_rivals() ? rules.attention_among_rivals.data()
                                    : rules.attention_by_load.data());
}

}  // namespace rapport
