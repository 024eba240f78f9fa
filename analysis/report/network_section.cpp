// 3, continued. The network before and after, with a slider for the day.
#include "analysis/report/markup.hpp"
#include "analysis/report/people_over_days.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {

Section network_section(const ReportData& data) {
  Section section;
  section.id = "network";
  section.heading = "The network before and after";
  section.figures = people_figures(data);
  if (data.point != 0) {
    section.before = html_paragraph(
        "Pictures of the network, and how trust and annoyance are spread in it, are kept of the "
        "first combination alone, number 0, and this page looks at another one.");
  }
  if (section.figures.empty()) return section;
  section.before =
      "<svg width=\"0\" height=\"0\" aria-hidden=\"true\" class=\"hidden\">" +
      ties_symbol(data.network) + "</svg>" +
      html_paragraph(
          "Each mark is a person, each line an acquaintance. Round marks are people who trust the "
          "sender, square ones people whom it annoys; the larger, the more. Groups of people who "
          "know each other lie together.");
  const bool has_days = data.pictures.front().days.size() > 1;
  if (has_days) section.before += "<div class=\"slider\" id=\"day-slider\" hidden></div>";
  return section;
}

}  // namespace rapport::report
