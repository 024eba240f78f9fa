#include "analysis/findings/wording.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace rapport {
namespace {

/// Digits of a whole number in groups of three.
std::string grouped(const std::string& digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += ',';
    text += digits[i];
  }
  return text;
}

std::string positive_number(double value, int digits) {
  if (value >= 1e12 || value < 1e-6) return fmt::format("{:.{}e}", value, digits - 1);
  if (value < 999.5 && value == std::floor(value)) return fmt::format("{:.0f}", value);
  // Exponent after rounding to so many digits, so that 9.996 becomes 10.0 and not 10.00.
  const std::string rounded = fmt::format("{:.{}e}", value, digits - 1);
  const int exponent = std::stoi(rounded.substr(rounded.find('e') + 1));
  const int decimals = std::max(0, digits - 1 - exponent);
  const std::string plain = fmt::format("{:.{}f}", std::stod(rounded), decimals);
  const std::size_t point = std::min(plain.find('.'), plain.size());
  return grouped(plain.substr(0, point)) + plain.substr(point);
}

std::string day_words(double day) {
  return fmt::format("{:.0f}", day + 1);
}

}  // namespace

std::string human_number(double value, int digits) {
  if (std::isnan(value)) return "-";
  if (std::isinf(value)) return value > 0 ? "infinite" : "-infinite";
  if (value == 0) return "0";
  return fmt::format("{}{}", value < 0 ? "-" : "", positive_number(std::abs(value), digits));
}

std::string human_signed(double value, int digits) {
  return fmt::format("{}{}", value > 0 ? "+" : "", human_number(value, digits));
}

std::string human_half_width(double half_width, double mean) {
  return human_number(half_width, half_width < 0.01 * std::abs(mean) ? 1 : 2);
}

int telling_digits(const Interval& interval) {
  constexpr int most = 6;
  int digits = 3;
  while (digits < most && interval.lower < interval.upper &&
         human_number(interval.lower, digits) == human_number(interval.upper, digits)) {
    ++digits;
  }
  return digits;
}

std::string human_interval(const Interval& interval) {
  const int digits = telling_digits(interval);
  return fmt::format("{} to {}", human_signed(interval.lower, digits),
                     human_signed(interval.upper, digits));
}

std::string human_difference(const Difference& difference) {
  const int digits = difference.interval ? telling_digits(*difference.interval) : 3;
  return human_signed(difference.paired.difference.mean, digits);
}

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::better:
      return "better";
    case Verdict::worse:
      return "worse";
    case Verdict::more:
      return "more";
    case Verdict::less:
      return "less";
    case Verdict::cannot_tell:
      return "cannot tell";
    case Verdict::identical:
      return "identical";
    case Verdict::no_data:
      break;
  }
  return "no data";
}

std::string_view word(Family family) {
  return family == Family::activity ? "activity" : "result";
}

std::string measure_words(Measure measure) {
  std::string name{measure_rows()[static_cast<std::size_t>(measure)].name};
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::string count_of(std::size_t count, std::string_view singular) {
  return fmt::format("{} {}{}", grouped(std::to_string(count)), singular, count == 1 ? "" : "s");
}

std::string join_names(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

std::string turning_sentence(const TurningDay& turn, const Design& design) {
  const std::string& first = design.campaigns[turn.first];
  const std::string& second = design.campaigns[turn.second];
  const std::string what = measure_words(turn.measure);
  const std::string days = fmt::format("{} days", design.days);
  if (turn.turn == Turn::no_data) {
    return fmt::format("{}: no replicate has both {} and {}", what, first, second);
  }
  if (turn.turn == Turn::identical) {
    return fmt::format("{}: {} and {} never differ", what, first, second);
  }
  if (!turn.leader) return fmt::format("{}: {} and {} end level", what, first, second);
  const std::string& leader = design.campaigns[*turn.leader];
  const std::string& other = *turn.leader == turn.first ? second : first;
  if (turn.turn == Turn::never) {
    return fmt::format("{}: never within {}, {} leads {} throughout", what, days, leader, other);
  }
  if (turn.turn == Turn::turned) {
    return fmt::format("{}: {} leads {} from day {} on (95 % interval: day {} to {})", what, leader,
                       other, day_words(*turn.day), day_words(turn.interval->lower),
                       day_words(turn.interval->upper));
  }
  const std::string seen =
      turn.day ? fmt::format("the means turn to {} on day {}", leader, day_words(*turn.day))
               : fmt::format("by the means {} leads throughout", leader);
  return fmt::format("{}: cannot be told for {} and {}; {}, but luck could change that", what,
                     first, second, seen);
}

}  // namespace rapport
