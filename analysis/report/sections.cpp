#include "analysis/report/sections.hpp"

#include <cctype>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/theme.hpp"

namespace rapport::report {

std::vector<Section> sections_of(const ReportData& data) {
  std::vector<Section> sections;
  for (const auto section :
       {answer_section, tool_and_result_section, over_time_section, network_section, people_section,
        differences_section, grounds_section, reproduce_section}) {
    Section made = section(data);
    if (!made.before.empty() || !made.figures.empty() || !made.after.empty()) {
      sections.push_back(std::move(made));
    }
  }
  return sections;
}

std::string html_paragraph(std::string_view text) {
  return fmt::format("<p>{}</p>", escaped(text));
}

std::string html_list(const std::vector<std::string>& texts) {
  if (texts.empty()) return "";
  std::string list = "<ul>";
  for (const std::string& text : texts) list += fmt::format("<li>{}</li>", escaped(text));
  return list + "</ul>";
}

std::string combination_html(const ReportData& data) {
  const Design& design = data.overview.design;
  if (design.points.size() < 2) return "";
  return html_paragraph(fmt::format("Looked at closely: {}.", point_words(data.point, design)));
}

std::vector<LegendEntry> campaign_entries(const Design& design) {
  std::vector<LegendEntry> entries;
  for (std::size_t c = 0; c < design.campaigns.size(); ++c) {
    entries.push_back({design.campaigns[c], c % styles});
  }
  return entries;
}

std::string measure_with_unit(Measure measure) {
  const std::string_view unit = measure_rows()[static_cast<std::size_t>(measure)].unit;
  const std::string name = measure_words(measure);
  // "sales (sales)" tells nothing that "sales" does not.
  if (unit == "1" || name.find(unit) != std::string::npos) return name;
  return fmt::format("{} ({})", name, unit);
}

std::string measure_head(Measure measure) {
  std::string name = measure_with_unit(measure);
  name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
  return name;
}

}  // namespace rapport::report
