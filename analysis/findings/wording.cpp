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

std::string with_spaces(std::string_view name) {
  std::string text{name};
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return text;
}

/// "hours_per_day" of a campaign, or "rival.B.hours_per_day".
std::string campaign_key_words(std::string_view key, const std::string& campaign) {
  const std::size_t dot = key.rfind('.');
  if (dot == key.npos) return fmt::format("{} of {}", with_spaces(key), campaign);
  std::string part{key.substr(0, dot)};
  std::replace(part.begin(), part.end(), '.', ' ');
  return fmt::format("{} of {}, {}", with_spaces(key.substr(dot + 1)), campaign, part);
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

std::string setting_number(double value) {
  constexpr double all_digits = 1e15;  // below it every whole number is itself
  if (value == std::floor(value) && std::abs(value) < all_digits) {
    const std::string digits = grouped(fmt::format("{:.0f}", std::abs(value)));
    return fmt::format("{}{}", value < 0 ? "-" : "", digits);
  }
  std::string words = human_number(value, 4);
  if (words.find('.') == words.npos || words.find('e') != words.npos) return words;
  words.erase(words.find_last_not_of('0') + 1);
  if (words.back() == '.') words.pop_back();
  return words;
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

std::string parameter_words(std::size_t parameter, const Design& design) {
  const std::string_view name = design.parameters[parameter];
  const std::string* longest = nullptr;  // a name may begin with another one and a dot
  for (const std::string& campaign : design.campaigns) {
    if (!name.starts_with(fmt::format("campaign.{}.", campaign))) continue;
    if (longest == nullptr || campaign.size() > longest->size()) longest = &campaign;
  }
  if (longest != nullptr) {
    return campaign_key_words(name.substr(name.find('.') + longest->size() + 2), *longest);
  }
  const std::size_t dot = name.find('.');
  if (dot == name.npos) return with_spaces(name);
  const std::string group = with_spaces(name.substr(0, dot));
  const std::string key = with_spaces(name.substr(dot + 1));
  if (group == "mechanisms") return key + " (on or off)";
  return key.find(group) == key.npos ? fmt::format("{} ({})", key, group) : key;
}

std::string point_words(std::uint32_t point, const Design& design) {
  std::vector<std::string> parts;
  for (std::size_t p = 0; p < design.parameters.size(); ++p) {
    parts.push_back(fmt::format("{} = {}", parameter_words(p, design),
                                setting_number(design.points[point][p])));
  }
  return join_names(parts);
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
  const std::string days = count_of(static_cast<std::size_t>(design.days), "day");
  if (turn.turn == Turning::no_data) {
    return fmt::format("{}: no replicate has both {} and {}", what, first, second);
  }
  if (turn.turn == Turning::identical) {
    return fmt::format("{}: {} and {} never differ", what, first, second);
  }
  if (!turn.leader) return fmt::format("{}: {} and {} end level", what, first, second);
  const std::string& leader = design.campaigns[*turn.leader];
  const std::string& other = *turn.leader == turn.first ? second : first;
  if (turn.turn == Turning::never) {
    return fmt::format("{}: never within {}, {} leads {} throughout", what, days, leader, other);
  }
  if (turn.turn == Turning::turned) {
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
