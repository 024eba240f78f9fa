// 3. Trust and annoyance over time, and the network before and after.
#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/line_chart.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {
namespace {

struct CourseRow {
  Measure measure;
  const char* id;
  const char* title;
  const char* reading;
};

constexpr std::array course_rows = {
    CourseRow{Measure::mean_trust, "trust", "How trust in the sender develops",
              "Mean trust of all people, from 0 (none) to 1 (full)."},
    CourseRow{Measure::mean_annoyance, "annoyance", "How annoyance with the sender develops",
              "Mean annoyance of all people, from 0 (none) to 1 (shuts the sender out for sure)."},
    CourseRow{Measure::trusted_relationships, "relationships",
              "How many people trust the sender, day by day",
              "People whose trust is above the threshold."}};

/// The first turn of the ranking in this measure that can be told.
const TurningDay* turn_of(const ReportData& data, Measure measure) {
  for (const TurningDay& turn : data.detail.points.front().turns) {
    if (turn.measure == measure && turn.turn == Turning::turned) return &turn;
  }
  return nullptr;
}

LineNotice notice_of(const TurningDay& turn) {
  LineNotice notice;
  notice.x = *turn.day + 1;
  notice.words = fmt::format("turns on day {:.0f}", notice.x);
  if (turn.interval) notice.band = Interval{turn.interval->lower + 1, turn.interval->upper + 1};
  return notice;
}

LineChart course_chart(const ReportData& data, const CourseRow& row, const MeasureCourse& course) {
  const Design& design = data.detail.design;
  LineChart chart;
  chart.id = row.id;
  chart.title = row.title;
  chart.band_words = fmt::format("{:.0f} % of runs", 100 * band_share);
  chart.reading = design.replicates > 1
                      ? fmt::format("{} Line: mean of the runs; band: where {:.0f} % of them lie.",
                                    row.reading, 100 * band_share)
                      : row.reading;
  chart.x_label = "day";
  chart.y_label = measure_with_unit(course.measure);
  for (Day day = 0; day < design.days; ++day) chart.x.push_back(day + 1);
  const auto entries = campaign_entries(design);
  for (std::size_t c = 0; c < course.campaigns.size(); ++c) {
    const Course& one = course.campaigns[c];
    LineSeries& series = chart.series.emplace_back(LineSeries{entries[c], one.mean, {}, {}});
    if (design.replicates < 2) continue;
    series.low = one.low;
    series.high = one.high;
  }
  if (const TurningDay* turn = turn_of(data, course.measure)) {
    chart.notice = notice_of(*turn);
    chart.reading += fmt::format(" Dashed line: {}.", turning_sentence(*turn, design));
  }
  return chart;
}

std::string turns_text(const ReportData& data) {
  std::vector<std::string> turns;
  for (const TurningDay& turn : data.detail.points.front().turns) {
    const bool beside_baseline =
        turn.first == data.detail.baseline || turn.second == data.detail.baseline;
    if (beside_baseline) turns.push_back(turning_sentence(turn, data.detail.design) + ".");
  }
  if (turns.empty()) return "";
  return "<h3>The day the ranking turns</h3>" +
         html_paragraph(
             "From which day on the campaign that is ahead in the end is ahead for good:") +
         html_list(turns);
}

}  // namespace

Section over_time_section(const ReportData& data) {
  Section section;
  section.id = "over-time";
  section.heading = "Trust and annoyance over time";
  section.before = combination_html(data);
  if (data.courses.empty()) {
    section.before += html_paragraph(
        "The result keeps no daily series (output.daily = \"none\"), so there are no curves.");
  }
  for (const CourseRow& row : course_rows) {
    for (const MeasureCourse& course : data.courses) {
      if (course.measure == row.measure) {
        section.figures.push_back(figure_of(course_chart(data, row, course)));
      }
    }
  }
  section.after = turns_text(data);
  return section;
}

}  // namespace rapport::report
