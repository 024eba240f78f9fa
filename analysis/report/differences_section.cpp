// 5. Differences from the baseline, and where a sweep turns them round.
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "analysis/findings/headline_measures.hpp"
#include "analysis/findings/wording.hpp"
#include "analysis/report/combinations.hpp"
#include "analysis/report/forest_chart.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/sensitivity_figures.hpp"
#include "analysis/report/sweep_figures.hpp"

namespace rapport::report {
namespace {

int good_direction(Measure measure) {
  const Better better = measure_rows()[static_cast<std::size_t>(measure)].better;
  if (better == Better::neither) return 0;
  return better == Better::lower ? -1 : 1;
}

/// More activity is neither better nor worse before its result is known.
std::string verdict_words(Verdict verdict, Measure measure) {
  const bool activity =
      measure_rows()[static_cast<std::size_t>(measure)].family == Family::activity;
  if (activity && verdict == Verdict::better) return "more";
  if (activity && verdict == Verdict::worse) return "less";
  return std::string(word(verdict));
}

std::optional<ForestEntry> entry_of(const CampaignValue& campaign, const LegendEntry& name,
                                    Measure measure) {
  if (!campaign.difference || !campaign.difference->interval) return std::nullopt;
  const Difference& difference = *campaign.difference;
  ForestEntry entry;
  entry.campaign = name;
  entry.estimate = difference.paired.difference.mean;
  entry.interval = *difference.interval;
  entry.good = good_direction(measure);
  const PairedDifference& paired = difference.paired;
  const double deviation = paired.difference.standard_deviation;
  entry.effect_size = deviation > 0 ? paired.difference.mean / deviation : std::nan("");
  entry.variance_saved = paired.variance_saved;
  entry.share_positive = paired.probability_positive();
  entry.words =
      fmt::format("{} ({})", human_difference(difference), human_interval(*difference.interval));
  entry.verdict = verdict_words(difference.verdict, measure);
  return entry;
}

Figure forest(const ReportData& data, Family family) {
  const bool result = family == Family::result;
  const Design& design = data.detail.design;
  ForestChart chart;
  chart.id = result ? "differences-result" : "differences-tool";
  chart.left = result ? "worse for the sender" : "less activity";
  chart.right = result ? "better" : "more";
  chart.title = fmt::format("How much the {} differ from {}", result ? "results" : "tool's figures",
                            design.campaigns[data.detail.baseline]);
  chart.reading =
      "Mark: mean difference, run by run with the same luck; bar: 95 % interval, which holds for "
      "all "
      "campaigns of a row at once. A bar that touches the middle line: cannot be told. Every row "
      "has "
      "its own scale. Effect size in the table: the difference in standard deviations between "
      "runs.";
  chart.campaigns = campaign_entries(design);
  chart.campaigns.erase(chart.campaigns.begin() +
                        static_cast<std::ptrdiff_t>(data.detail.baseline));
  const auto names = campaign_entries(design);
  const PointFindings& point = data.detail.points.front();
  for (const Measure measure : headline_measures(family)) {
    ForestRow row = {measure_head(measure), {}};
    const MeasureFinding& found = point.of(measure);
    for (std::size_t c = 0; c < names.size(); ++c) {
      if (auto entry = entry_of(found.campaigns[c], names[c], measure)) {
        row.entries.push_back(std::move(*entry));
      }
    }
    if (!row.entries.empty()) chart.rows.push_back(std::move(row));
  }
  if (chart.rows.empty()) return {};
  return figure_of(chart);
}

}  // namespace

Section differences_section(const ReportData& data) {
  Section section;
  section.id = "differences";
  section.heading = "How sure the differences are";
  if (data.overview.design.points.size() > 1) section.heading += ", and where they turn";
  section.before = combination_html(data);
  if (data.detail.design.campaigns.size() > 1) {
    for (const Family family : {Family::result, Family::activity}) {
      Figure figure = forest(data, family);
      if (!figure.id.empty()) section.figures.push_back(std::move(figure));
    }
    if (section.figures.empty()) {
      section.before += html_paragraph(
          "With fewer than two runs of each campaign nothing can be said about luck.");
    }
  }
  for (Figure& figure : sensitivity_figures(data)) section.figures.push_back(std::move(figure));
  std::vector<Figure> swept = sweep_figures(data);
  section.after = sweep_words(data, swept) + ties_text(data) + combinations_html(data);
  std::move(swept.begin(), swept.end(), std::back_inserter(section.figures));
  return section;
}

}  // namespace rapport::report
