#include "app/compare_text.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/findings/headline_measures.hpp"
#include "analysis/findings/wording.hpp"
#include "app/compare_layout.hpp"
#include "app/compare_tables.hpp"
#include "app/expectations_text.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

std::string line(const std::string& text, std::string_view first = "") {
  return paragraph(printable(text), text_width, first);
}

std::vector<MeasureFinding> of_family(const PointFindings& point, Family family) {
  std::vector<MeasureFinding> measures;
  for (const MeasureFinding& measure : point.measures) {
    const auto row = static_cast<std::size_t>(measure.measure);
    if (measure_rows()[row].family == family) measures.push_back(measure);
  }
  return measures;
}

/// "1. A and B  3. C"; with the probability of being the best where it is known.
std::string rank_words(const std::vector<std::size_t>& rank, const std::vector<double>& best,
                       const Design& design) {
  std::string text;
  for (std::size_t place = 1; place <= rank.size(); ++place) {
    std::vector<std::string> names;
    for (std::size_t c = 0; c < rank.size(); ++c) {
      if (rank[c] != place) continue;
      names.push_back(design.campaigns[c]);
      if (!best.empty()) names.back() += fmt::format(" [{:.0f} %]", 100 * best[c]);
    }
    if (names.empty()) continue;
    if (!text.empty()) text += "  ";
    text += fmt::format("{}. {}{}", place, join_names(names), names.size() > 1 ? " (tied)" : "");
  }
  return text;
}

std::string ranking_text(const FamilyRanking& ranking, const Design& design) {
  std::string text =
      line(rank_words(ranking.rank, {}, design), fmt::format("By {:<10}", word(ranking.family)));
  for (const MeasureRanking& measure : ranking.measures) {
    text += line(rank_words(measure.rank, measure.probability_best, design),
                 fmt::format("  {:<24}", measure_words(measure.measure)));
  }
  return text;
}

std::string rankings_text(const PointFindings& point, const Design& design) {
  std::string text = "RANKING  [probability of having the best mean]\n";
  text += ranking_text(point.activity, design) + ranking_text(point.result, design);
  for (const Disagreement& pair : point.disagreements) {
    text += line(fmt::format(
        "The two disagree: {} is ahead of {} by activity and behind by result.",
        design.campaigns[pair.ahead_by_activity], design.campaigns[pair.ahead_by_result]));
  }
  return text + '\n';
}

std::string turns_text(const PointFindings& point, const Comparison& comparison) {
  if (point.turns.empty()) return "";
  const bool all_pairs = comparison.design.campaigns.size() <= most_side_by_side;
  std::string text = "THE DAY THE RANKING TURNS\n";
  for (const TurningDay& turn : point.turns) {
    const bool beside_baseline =
        turn.first == comparison.baseline || turn.second == comparison.baseline;
    if (all_pairs || beside_baseline) text += line(turning_sentence(turn, comparison.design), "- ");
  }
  return text + '\n';
}

std::string replicates_text(const PointFindings& point, const Design& design) {
  std::string text;
  for (const FamilyRanking* family : {&point.activity, &point.result}) {
    for (const MeasureRanking& measure : family->measures) {
      for (const PairFinding& pair : measure.pairs) {
        if (pair.difference.verdict != Verdict::cannot_tell) continue;
        const auto more = pair.difference.more_replicates;
        text +=
            line(fmt::format("{}: {} and {}, {}", measure_words(measure.measure),
                             design.campaigns[pair.first], design.campaigns[pair.second],
                             more ? "about " + count_of(*more, "more replicate") : "out of reach"),
                 "- ");
      }
    }
  }
  if (text.empty()) return text;
  return "WHAT CANNOT BE TOLD APART, and replicates that would tell if the difference is as large "
         "as "
         "it looks\n" +
         text + '\n';
}

std::string budgets_text(const PointFindings& point, const Comparison& comparison) {
  std::string text;
  for (const BudgetFinding& budget : point.budgets) {
    if (!budget.unequal) continue;
    const char* title = budget.budget == Measure::hours_spent ? "PER HOUR" : "PER UNIT OF MONEY";
    text += side_by_side(title, budget.per_unit, comparison) + '\n';
  }
  return text;
}

std::string point_text(const PointFindings& point, const Comparison& comparison) {
  std::string text;
  if (!comparison.design.parameters.empty()) {
    text += line(fmt::format("Point {}: {}", point.point,
                             point_settings(point.point, comparison.design))) +
            '\n';
  }
  text += side_by_side("THE TOOL (activity)", of_family(point, Family::activity), comparison);
  text += '\n' + side_by_side("THE RESULT", of_family(point, Family::result), comparison) + '\n';
  text += budgets_text(point, comparison);
  text += rankings_text(point, comparison.design);
  text += turns_text(point, comparison);
  return text + replicates_text(point, comparison.design);
}

std::string leaders(const FamilyRanking& ranking, const Design& design) {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < ranking.rank.size(); ++c) {
    if (ranking.rank[c] == 1) names.push_back(design.campaigns[c]);
  }
  return names.size() > 1 ? "tie: " + join_names(names) : join_names(names);
}

std::string overview_text(const Comparison& comparison) {
  constexpr std::size_t cell_width = 26;
  CellTable table({{"point"}, {"at"}, {"ahead by activity"}, {"ahead by result"}});
  for (const PointFindings& point : comparison.points) {
    const auto cell = [](const std::string& text) { return wrap(printable(text), cell_width); };
    table.add({{std::to_string(point.point)},
               cell(point_settings(point.point, comparison.design)),
               cell(leaders(point.activity, comparison.design)),
               cell(leaders(point.result, comparison.design))});
  }
  return table.text() + '\n';
}

std::string headlines_text(const PointFindings& point, const Comparison& comparison) {
  std::vector<MeasureFinding> measures;
  for (const Family family : {Family::activity, Family::result}) {
    for (const Measure measure : headline_measures(family)) {
      measures.push_back(point.of(measure));
    }
  }
  return line(fmt::format("Point {}: {}", point.point,
                          point_settings(point.point, comparison.design))) +
         side_by_side("", measures, comparison) + '\n';
}

std::string sweep_text(const Comparison& comparison) {
  std::string text = overview_text(comparison);
  if (comparison.points.size() <= most_points_in_full) {
    for (const PointFindings& point : comparison.points) text += headlines_text(point, comparison);
  }
  return text + "Use --point K for everything about one point.\n\n";
}

}  // namespace

std::string compare_text(const Comparison& comparison) {
  const Design& design = comparison.design;
  std::string text;
  if (!design.title.empty()) text += line(design.title) + '\n';
  text += line(comparison.sentence) + '\n';
  if (comparison.points.size() == 1) text += point_text(comparison.points.front(), comparison);
  if (comparison.points.size() > 1) text += sweep_text(comparison);
  text += expectations_text(comparison.expectations, design);
  text += "NOTES\n";
  for (const std::string& note : comparison.notes) text += line(note, "- ");
  return text;
}

}  // namespace rapport
