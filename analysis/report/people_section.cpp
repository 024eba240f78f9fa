// 4. How trust and annoyance are spread, the way from message to sale, and the burned market.
#include <algorithm>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/bar_chart.hpp"
#include "analysis/report/histogram_chart.hpp"
#include "analysis/report/line_chart.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {
namespace {

std::vector<double> bins_on(const std::vector<std::uint32_t>& all, std::size_t day) {
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(day * Snapshots::bins);
  return {first, first + Snapshots::bins};
}

bool has_pictures(const ReportData& data) {
  return !data.pictures.empty() &&
         std::all_of(data.pictures.begin(), data.pictures.end(),
                     [](const Snapshots& pictures) { return !pictures.days.empty(); });
}

Figure spread(const ReportData& data, const char* id, const char* what,
              std::vector<std::uint32_t> Snapshots::*counts) {
  HistogramChart chart;
  chart.id = id;
  const Snapshots& first = data.pictures.front();
  chart.before = fmt::format("day {}", first.days.front() + 1);
  chart.after = fmt::format("day {}", first.days.back() + 1);
  chart.title = fmt::format("How many people hold how much {}", what);
  chart.reading = fmt::format(
      "People by {}, in one of the runs. Bars: {}; dashed outline: {}. Each line up "
      "stands for ten times as many people.",
      what, chart.after, chart.before);
  chart.x_label = fmt::format("{} (0 none, 1 full)", what);
  const auto entries = campaign_entries(data.detail.design);
  for (std::size_t c = 0; c < data.pictures.size(); ++c) {
    const Snapshots& pictures = data.pictures[c];
    chart.panels.push_back({entries[c], bins_on(pictures.*counts, 0),
                            bins_on(pictures.*counts, pictures.days.size() - 1)});
  }
  return figure_of(chart);
}

struct Step {
  Measure measure;
  const char* label;
};

constexpr std::array funnel_steps = {
    Step{Measure::messages_sent, "Messages sent"},
    Step{Measure::messages_delivered, "Let through by the platform"},
    Step{Measure::messages_read, "Read"},
    Step{Measure::replies, "Answered by a message"},
    Step{Measure::connections, "People connected in the end"},
    Step{Measure::trusted_relationships, "People who trust in the end"},
    Step{Measure::sales, "Sales"}};

Figure funnel(const ReportData& data) {
  BarChart chart;
  chart.id = "funnel";
  chart.title = "From message to sale: what is left at each step of 100 messages";
  chart.reading =
      "Each step beside the messages that the same campaign sent, so that large and small "
      "campaigns "
      "can be compared. Sales also come from people who were never written to.";
  chart.first_head = "Step";
  chart.scale = BarScale::common;
  chart.campaigns = campaign_entries(data.detail.design);
  const PointFindings& point = data.detail.points.front();
  const auto mean_of = [&](Measure measure, std::size_t campaign) {
    return point.of(measure).campaigns[campaign].value.mean;
  };
  for (const Step& step : funnel_steps) {
    BarRow& row = chart.rows.emplace_back();
    row.label = step.label;
    for (std::size_t c = 0; c < chart.campaigns.size(); ++c) {
      const double sent = mean_of(Measure::messages_sent, c), mean = mean_of(step.measure, c);
      const double share = sent > 0 ? 100 * mean / sent : 0;
      const std::string of_sent =
          sent > 0 ? fmt::format("{} ({} %)", human_number(mean), human_number(share, 2))
                   : human_number(mean);
      // More sales than messages: longer bars would only hide the other steps.
      row.bars.push_back({std::min(share, 100.0), of_sent, mean});
    }
  }
  return figure_of(chart);
}

Figure burned_by_day(const ReportData& data, const MeasureCourse& course) {
  const Design& design = data.detail.design;
  LineChart chart;
  chart.id = "burned";
  chart.title = "How much of the market is burned";
  chart.reading =
      "Share of all people who muted, blocked or reported the sender and will hear no more of it.";
  chart.x_label = "day";
  chart.y_label = "share of people (%)";
  chart.band_words = fmt::format("{:.0f} % of runs", 100 * band_share);
  chart.zero = true;
  for (Day day = 0; day < design.days; ++day) chart.x.push_back(day + 1);
  const auto entries = campaign_entries(design);
  const auto percent = [](std::vector<double> values) {
    for (double& value : values) value *= 100;
    return values;
  };
  for (std::size_t c = 0; c < course.campaigns.size(); ++c) {
    const Course& one = course.campaigns[c];
    chart.series.push_back({entries[c], percent(one.mean), percent(one.low), percent(one.high)});
  }
  return figure_of(chart);
}

Figure burned_at_end(const ReportData& data) {
  BarChart chart;
  chart.id = "burned";
  chart.title = "How much of the market is burned in the end";
  chart.reading = "Share of all people who muted, blocked or reported the sender.";
  chart.first_head = "Measure";
  chart.campaigns = campaign_entries(data.detail.design);
  BarRow& row = chart.rows.emplace_back();
  row.label = "Share of people";
  const PointFindings& point = data.detail.points.front();
  for (const CampaignValue& campaign : point.of(Measure::burned_share).campaigns) {
    const double share = campaign.value.mean;
    row.bars.push_back({share, human_number(100 * share) + " %", share});
  }
  return figure_of(chart);
}

}  // namespace

Section people_section(const ReportData& data) {
  Section section;
  section.id = "people";
  section.heading = "Who feels what, and what becomes of a message";
  section.before = combination_html(data);
  section.figures.push_back(funnel(data));
  const auto burned =
      std::find_if(data.courses.begin(), data.courses.end(), [](const MeasureCourse& course) {
        return course.measure == Measure::burned_share && !course.campaigns.empty();
      });
  section.figures.push_back(burned == data.courses.end() ? burned_at_end(data)
                                                         : burned_by_day(data, *burned));
  if (has_pictures(data)) {
    section.figures.push_back(spread(data, "spread-trust", "trust", &Snapshots::trust_histogram));
    section.figures.push_back(
        spread(data, "spread-annoyance", "annoyance", &Snapshots::annoyance_histogram));
  }
  return section;
}

}  // namespace rapport::report
