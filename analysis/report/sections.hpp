// The page in its order: one function for each part, one file each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/figure.hpp"
#include "analysis/report/report_data.hpp"

namespace rapport::report {

struct Section {
  std::string id;
  std::string heading;
  std::string before;           // HTML above the figures
  std::vector<Figure> figures;  // in a grid, two beside each other where there is room
  std::string after;            // HTML below them
};

Section answer_section(const ReportData& data);
Section tool_and_result_section(const ReportData& data);
Section over_time_section(const ReportData& data);
Section network_section(const ReportData& data);
Section people_section(const ReportData& data);
Section differences_section(const ReportData& data);
Section grounds_section(const ReportData& data);
Section reproduce_section(const ReportData& data);

/// All of them, without those that have nothing to say.
std::vector<Section> sections_of(const ReportData& data);

/// "<p>...</p>" around escaped text.
std::string html_paragraph(std::string_view text);
/// "<ul><li>...</li></ul>" of escaped texts; nothing when there are none.
std::string html_list(const std::vector<std::string>& texts);

/// Which combination of a sweep a part looks at closely, as HTML; nothing without a sweep.
std::string combination_html(const ReportData& data);

/// The campaigns with their styles.
std::vector<LegendEntry> campaign_entries(const Design& design);
/// "trusted relationships (people)".
std::string measure_with_unit(Measure measure);
/// "Trusted relationships (people)".
std::string measure_head(Measure measure);

}  // namespace rapport::report
