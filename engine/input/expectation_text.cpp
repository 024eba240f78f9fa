#include "input/expectation_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

#include "input/did_you_mean.hpp"
#include "measures/measures.hpp"

namespace rapport {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc{} && end == text.data() + text.size();
  if (!whole || !std::isfinite(number)) return std::nullopt;
  return number;
}

// Beyond these a side is no quantity that a campaign could reach, and squares of it overflow.
constexpr double largest_number = 1e15;
constexpr double largest_factor = 1e6;
constexpr double smallest_factor = 1e-6;

class ComparisonReader {
 public:
  ComparisonReader(std::span<const std::string> campaigns, Expectation& expectation)
      : expectation_(expectation), campaigns_(campaigns.begin(), campaigns.end()) {}

  std::vector<ComparisonMistake> read() {
    const std::string_view text = expectation_.compare;
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) {
      report("the comparison names no measure (there is no colon)", "", grammar());
      return std::move(mistakes_);
    }
    read_measure(trimmed(text.substr(0, colon)));
    read_sides(text.substr(colon + 1));
    return std::move(mistakes_);
  }

 private:
  static std::vector<std::string> grammar() { return {std::string(comparison_grammar)}; }

  void read_measure(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& row : measure_rows()) names.push_back(row.name);
    expectation_.measure = name;
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    report(fmt::format("unknown measure \"{}\"", name), nearest_word(name, names),
           {"measures: " + join_words(names)});
  }

  void read_sides(std::string_view text) {
    std::size_t first = std::string_view::npos;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '<' && text[at] != '>') continue;
      if (first == std::string_view::npos) first = at;
      const auto left = side_in(text.substr(0, at));
      const auto right = side_in(text.substr(at + 1));
      if (left && right) return keep(text[at] == '>', *left, *right);
    }
    if (first == std::string_view::npos) {
      report("the comparison says neither > nor <", "", grammar());
      return;
    }
    if (text.substr(first + 1).starts_with('=')) {
      report(fmt::format("the comparison says {}= (a verdict rests on a difference)",
                         text.substr(first, 1)),
             std::string(text.substr(first, 1)), grammar());
      return;
    }
    report_side(text.substr(0, first));
    report_side(text.substr(first + 1));
  }

  std::optional<ExpectedSide> side_in(std::string_view text) const {
    const std::string_view words = trimmed(text);
    if (const auto campaign = campaign_called(words)) return ExpectedSide{1, *campaign};
    if (const auto number = number_in(words)) return ExpectedSide{*number};
    const auto star = words.find('*');
    if (star == std::string_view::npos) return std::nullopt;
    const auto factor = number_in(trimmed(words.substr(0, star)));
    const auto campaign = campaign_called(trimmed(words.substr(star + 1)));
    if (!factor || !campaign) return std::nullopt;
    return ExpectedSide{*factor, *campaign};
  }

  std::optional<std::int32_t> campaign_called(std::string_view name) const {
    const auto found = std::find(campaigns_.begin(), campaigns_.end(), name);
    if (found == campaigns_.end()) return std::nullopt;
    return static_cast<std::int32_t>(found - campaigns_.begin());
  }

  void keep(bool left_is_larger, ExpectedSide left, ExpectedSide right) {
    if (left.campaign == right.campaign) {
      report(left.campaign == ExpectedSide::no_campaign
                 ? "the comparison names no campaign"
                 : "the comparison has the same campaign on both sides",
             "", grammar());
    }
    check_size(left);
    check_size(right);
    expectation_.larger = left_is_larger ? left : right;
    expectation_.smaller = left_is_larger ? right : left;
  }

  void check_size(const ExpectedSide& side) {
    const double size = std::fabs(side.factor);
    const bool is_number = side.campaign == ExpectedSide::no_campaign;
    if (is_number ? size <= largest_number : size >= smallest_factor && size <= largest_factor) {
      return;
    }
    report(fmt::format("the {} {} is too {}", is_number ? "number" : "factor", side.factor,
                       size < smallest_factor ? "small" : "large"),
           "",
           {is_number ? fmt::format("allowed: {} to {}", -largest_number, largest_number)
                      : fmt::format("allowed: {} to {}, of either sign", smallest_factor,
                                    largest_factor)});
  }

  void report_side(std::string_view text) {
    if (side_in(text)) return;
    std::string_view words = trimmed(text);
    const auto star = words.find('*');
    if (star != std::string_view::npos && number_in(trimmed(words.substr(0, star)))) {
      words = trimmed(words.substr(star + 1));
    }
    if (words.empty()) {
      report("a side of the comparison is empty", "", grammar());
      return;
    }
    auto notes = grammar();
    notes.push_back("campaigns: " + join_words(campaigns_));
    report(fmt::format("\"{}\" is neither a campaign nor a number", words),
           nearest_word(words, campaigns_), std::move(notes));
  }

  void report(std::string message, std::string suggestion, std::vector<std::string> notes) {
    mistakes_.push_back({std::move(message), std::move(suggestion), std::move(notes)});
  }

  Expectation& expectation_;
  std::vector<std::string_view> campaigns_;
  std::vector<ComparisonMistake> mistakes_;
};

}  // namespace

std::vector<ComparisonMistake> read_comparison(std::span<const std::string> campaigns,
                                               Expectation& expectation) {
  return ComparisonReader(campaigns, expectation).read();
}

}  // namespace rapport
