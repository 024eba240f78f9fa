#include "app/expectations_text.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "app/compare_layout.hpp"
#include "app/compare_tables.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

/// Points of one claim that are shown one by one.
constexpr std::size_t most_points_shown = 12;

std::string line(const std::string& text, std::string_view first) {
  return paragraph(printable(text), text_width, first);
}

/// "supported at 3 of 4 points, undecided at 1".
std::string count_words(const ExpectationFinding& finding) {
  std::string text;
  for (const auto verdict : {ExpectationVerdict::supported, ExpectationVerdict::not_supported,
                             ExpectationVerdict::undecided}) {
    const auto count = std::count_if(finding.points.begin(), finding.points.end(),
                                     [&](const auto& at) { return at.verdict == verdict; });
    if (count == 0) continue;
    text += text.empty() ? fmt::format("{} at {} of {}", word(verdict), count,
                                       count_of(finding.points.size(), "point"))
                         : fmt::format(", {} at {}", word(verdict), count);
  }
  return text;
}

std::string finding_text(const ExpectationFinding& finding, const Design& design) {
  const std::string head = fmt::format("- {:<14} ", word(finding.verdict));
  if (design.points.size() == 1) {
    return line(finding.expectation.claim, head) +
           line(expectation_words(finding, finding.points.front(), design), "    ");
  }
  std::string text = line(finding.expectation.claim, head) + line(count_words(finding), "    ");
  if (finding.points.size() > most_points_shown) return text;
  for (const ExpectationAtPoint& at : finding.points) {
    text += line(fmt::format("{} at {}: {}", word(at.verdict), point_settings(at.point, design),
                             expectation_words(finding, at, design)),
                 "    - ");
  }
  return text;
}

}  // namespace

std::string point_settings(std::uint32_t point, const Design& design) {
  std::string text;
  for (std::size_t p = 0; p < design.parameters.size(); ++p) {
    // Values of parameters as they were typed, not rounded.
    text +=
        fmt::format("{}{} = {}", p > 0 ? ", " : "", design.parameters[p], design.points[point][p]);
  }
  return text;
}

std::string expectations_text(const std::vector<ExpectationFinding>& findings,
                              const Design& design) {
  if (findings.empty()) return "";
  std::string text = fmt::format("EXPECTATIONS at {}, with 95 % for all of them together\n",
                                 count_of(design.replicates, "replicate"));
  for (const ExpectationFinding& finding : findings) text += finding_text(finding, design);
  return text + '\n';
}

}  // namespace rapport
