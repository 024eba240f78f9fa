#include "analysis/report/combinations.hpp"

#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/data_table.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {
namespace {

/// Longer lists are for `rapport compare`, which has no page to fill.
constexpr std::size_t most_listed = 500;

std::string leader_words(const Headline& headline, const Design& design) {
  switch (headline.answer) {
    case Conclusion::winner:
      return design.campaigns[*headline.winner];
    case Conclusion::depends:
      return "depends on what counts";
    case Conclusion::identical:
      return "all alike";
    case Conclusion::single:
    case Conclusion::no_data:
      return "-";
    case Conclusion::cannot_tell:
      break;
  }
  return "cannot tell";
}

}  // namespace

std::string combinations_html(const ReportData& data) {
  const Design& design = data.overview.design;
  if (design.points.size() < 2) return "";
  DataTable table;
  table.head = {"Number"};
  for (std::size_t p = 0; p < design.parameters.size(); ++p) {
    table.head.push_back(parameter_words(p, design));
  }
  table.head.emplace_back("Works better");
  for (const PointFindings& point : data.overview.points) {
    if (table.rows.size() == most_listed) break;
    auto& row = table.rows.emplace_back();
    row.push_back(words(fmt::format("{}", point.point)));
    for (const double value : design.points[point.point]) {
      row.push_back({setting_number(value), value});
    }
    row.push_back(words(leader_words(point.headline, design)));
  }
  const std::string caption = "All combinations that were tried, and who works better in each";
  const std::size_t left_out = data.overview.points.size() - table.rows.size();
  const std::string more = left_out == 0 ? ""
                                         : fmt::format(" {} more are told by: rapport compare.",
                                                       human_number(static_cast<double>(left_out)));
  return fmt::format("<details><summary>{}</summary>", caption) +
         html_paragraph(fmt::format(
             "This page looks closely at number {}; with --point NUMBER another one is written.{}",
             data.point, more)) +
         html(table, caption) + "</details>";
}

}  // namespace rapport::report
