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

/// Changes from one campaign to another along one parameter, whatever the others are.
struct KindOfChange {
  std::size_t parameter, from, to;  // the last two are campaigns
  double below, above;              // between these values of the parameter, the widest apart
  bool everywhere_alike = true;     // all lie between the same two values

  bool is_kind_of(const KindOfChange& other) const {
    return parameter == other.parameter && from == other.from && to == other.to;
  }
  void widen_by(const KindOfChange& other) {
    everywhere_alike = everywhere_alike && below == other.below && above == other.above;
    below = std::min(below, other.below);
    above = std::max(above, other.above);
  }
};

std::string kind_words(const KindOfChange& kind, const Design& design) {
  const std::string text = fmt::format("the lead passes from {} to {} when {} goes from {} to {}",
                                       design.campaigns[kind.from], design.campaigns[kind.to],
                                       parameter_words(kind.parameter, design),
                                       setting_number(kind.below), setting_number(kind.above));
  return kind.everywhere_alike ? text : text + ", sooner or later as the other settings are";
}

std::vector<KindOfChange> kinds_of_change(const Design& design,
                                          const std::vector<PointFindings>& points,
                                          const std::vector<WinnerChange>& changes) {
  std::vector<KindOfChange> kinds;
  for (const WinnerChange& change : changes) {
    const PointFindings& from = points[change.from];
    const PointFindings& to = points[change.to];
    const KindOfChange one{change.parameter, *from.headline.winner, *to.headline.winner,
                           design.points[from.point][change.parameter],
                           design.points[to.point][change.parameter]};
    const auto known = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const KindOfChange& each) { return each.is_kind_of(one); });
    if (known == kinds.end()) {
      kinds.push_back(one);
    } else {
      known->widen_by(one);
    }
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
  const std::vector<KindOfChange> kinds = kinds_of_change(design, points, changes);
  for (std::size_t i = 0; i < std::min(kinds.size(), most_changes); ++i) {
    text += "; " + kind_words(kinds[i], design);
  }
  if (kinds.size() > most_changes) {
    text +=
        fmt::format("; and it changes in {}", count_of(kinds.size() - most_changes, "further way"));
  }
  return text + ".";
}

}  // namespace rapport
