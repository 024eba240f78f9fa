#include "analysis/findings/sweep.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "analysis/findings/wording.hpp"

namespace rapport {
namespace {

std::optional<std::size_t> winner_of(const PointFindings& point) {
  if (point.headline.answer != Conclusion::winner) return std::nullopt;
  return point.headline.winner;
}

/// Points with a winner along one parameter, grouped by the values of all others, ascending.
std::map<std::vector<double>, std::vector<std::size_t>> lines_along(
    std::size_t parameter, const Design& design, const std::vector<PointFindings>& points) {
  std::map<std::vector<double>, std::vector<std::size_t>> lines;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!winner_of(points[i])) continue;
    std::vector<double> others = design.points[points[i].point];
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(parameter));
    lines[others].push_back(i);
  }
  for (auto& [others, line] : lines) {
    std::sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) {
      return design.points[points[a].point][parameter] < design.points[points[b].point][parameter];
    });
  }
  return lines;
}

std::string change_words(const WinnerChange& change, const Design& design,
                         const std::vector<PointFindings>& points) {
  const PointFindings& from = points[change.from];
  const PointFindings& to = points[change.to];
  return fmt::format("the lead passes from {} to {} when {} goes from {} to {}",
                     design.campaigns[*from.headline.winner], design.campaigns[*to.headline.winner],
                     parameter_words(change.parameter, design),
                     setting_number(design.points[from.point][change.parameter]),
                     setting_number(design.points[to.point][change.parameter]));
}

/// Changes in words, those that differ in other parameters only told once.
std::vector<std::string> kinds_of_change(const Design& design,
                                         const std::vector<PointFindings>& points,
                                         const std::vector<WinnerChange>& changes) {
  std::vector<std::string> kinds;
  for (const WinnerChange& change : changes) {
    const std::string words = change_words(change, design, points);
    if (std::find(kinds.begin(), kinds.end(), words) == kinds.end()) kinds.push_back(words);
  }
  return kinds;
}

}  // namespace

std::vector<WinnerChange> winner_changes(const Design& design,
                                         const std::vector<PointFindings>& points) {
  std::vector<WinnerChange> changes;
  for (std::size_t parameter = 0; parameter < design.parameters.size(); ++parameter) {
    for (const auto& [others, line] : lines_along(parameter, design, points)) {
      for (std::size_t i = 1; i < line.size(); ++i) {
        if (winner_of(points[line[i - 1]]) != winner_of(points[line[i]])) {
          changes.push_back({parameter, line[i - 1], line[i]});
        }
      }
    }
  }
  return changes;
}

bool is_sampled(const Design& design) {
  return std::any_of(design.ranges.begin(), design.ranges.end(),
                     [](const auto& range) { return range.has_value(); });
}

std::string sweep_sentence(const Design& design, const std::vector<PointFindings>& points,
                           const std::vector<WinnerChange>& changes) {
  std::vector<std::size_t> ahead(design.campaigns.size(), 0);
  std::size_t open = 0;
  for (const PointFindings& point : points) {
    const auto winner = winner_of(point);
    if (winner) ++ahead[*winner];
    if (!winner) ++open;
  }
  std::vector<std::string> parts;
  for (std::size_t c = 0; c < ahead.size(); ++c) {
    if (ahead[c] > 0) {
      parts.push_back(fmt::format("{} works better in {}", design.campaigns[c], ahead[c]));
    }
  }
  if (open > 0) parts.push_back(fmt::format("no campaign is clearly ahead in {}", open));
  std::string text = fmt::format("Of the {} that were tried, {}",
                                 count_of(points.size(), "combination"), join_names(parts));
  if (is_sampled(design)) return text + ".";
  constexpr std::size_t most_changes = 3;
  const std::vector<std::string> kinds = kinds_of_change(design, points, changes);
  for (std::size_t i = 0; i < std::min(kinds.size(), most_changes); ++i) text += "; " + kinds[i];
  if (kinds.size() > most_changes) {
    text += fmt::format("; and it changes in {}",
                        count_of(kinds.size() - most_changes, "further place"));
  }
  return text + ".";
}

}  // namespace rapport
