// 2. What the tool shows beside what it leads to, and where the ranking flips.
#include <fmt/format.h>

#include "analysis/findings/headline_measures.hpp"
#include "analysis/findings/wording.hpp"
#include "analysis/report/bar_chart.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/slope_chart.hpp"

namespace rapport::report {
namespace {

const PointFindings& point_of(const ReportData& data) {
  return data.detail.points.front();
}

Figure bars(const ReportData& data, Family family) {
  BarChart chart;
  const bool activity = family == Family::activity;
  chart.id = activity ? "tool" : "result";
  chart.title = activity ? "What the tool shows: how much was done and what came back"
                         : "What it leads to: trust, sales and money in the end";
  chart.reading = fmt::format(
      "Means of all runs on the last day. Every measure has its own scale; {}.",
      activity ? "more is busier, not better. A reply is a message that was answered; who accepts "
                 "an invitation counts under connections"
               : "longer to the right is better for the sender");
  chart.first_head = "Measure";
  chart.campaigns = campaign_entries(data.detail.design);
  for (const Measure measure : headline_measures(family)) {
    const MeasureFinding& found = point_of(data).of(measure);
    BarRow& row = chart.rows.emplace_back();
    row.label = measure_head(measure);
    for (const CampaignValue& campaign : found.campaigns) {
      const double mean = campaign.value.mean;
      row.bars.push_back({mean, human_number(mean), mean});
    }
  }
  return figure_of(chart);
}

Figure ranks(const ReportData& data) {
  SlopeChart chart;
  chart.id = "ranking";
  const bool flips = !point_of(data).disagreements.empty();
  chart.title = flips ? "The ranking flips between what the tool shows and the result"
                      : "The ranking by what the tool shows and by the result";
  chart.reading =
      "First place on top; \"=\" marks campaigns that share a place because they cannot be told "
      "apart. Lines that cross are rankings that flip.";
  chart.left = "By activity";
  chart.right = "By result";
  chart.campaigns = campaign_entries(data.detail.design);
  chart.left_rank = point_of(data).activity.rank;
  chart.right_rank = point_of(data).result.rank;
  return figure_of(chart);
}

std::string flips_text(const ReportData& data) {
  std::vector<std::string> flips;
  const Design& design = data.detail.design;
  for (const Disagreement& pair : point_of(data).disagreements) {
    flips.push_back(fmt::format("{} is ahead of {} by activity and behind by result.",
                                design.campaigns[pair.ahead_by_activity],
                                design.campaigns[pair.ahead_by_result]));
  }
  if (design.campaigns.size() > 1 && flips.empty()) {
    return html_paragraph("No two campaigns change places between activity and result.");
  }
  return html_list(flips);
}

std::string meanings_html() {
  std::vector<std::string> meanings;
  for (const Family family : {Family::activity, Family::result}) {
    for (const Measure measure : headline_measures(family)) {
      meanings.push_back(fmt::format("{}: {}.", measure_head(measure),
                                     measure_rows()[static_cast<std::size_t>(measure)].meaning));
    }
  }
  return "<details><summary>What these measures mean</summary>" + html_list(meanings) +
         "</details>";
}

}  // namespace

Section tool_and_result_section(const ReportData& data) {
  Section section;
  section.id = "tool-and-result";
  section.heading = "The tool and the result";
  section.before = html_paragraph(
                       "A tool for outreach counts activity: messages, replies, connections. What "
                       "outreach is for "
                       "shows later: trust, sales, profit. The two need not agree.") +
                   combination_html(data);
  section.figures.push_back(bars(data, Family::activity));
  section.figures.push_back(bars(data, Family::result));
  if (data.detail.design.campaigns.size() > 1) section.figures.push_back(ranks(data));
  section.after = flips_text(data) + meanings_html();
  return section;
}

}  // namespace rapport::report
