// 1. One sentence that answers which works better, by how much, how sure.
#include <algorithm>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "parameters/parameters.hpp"
#include "parameters/scenario_rows.hpp"

namespace rapport::report {
namespace {

std::string experiment_words(const ReportData& data) {
  const Design& design = data.overview.design;
  const bool swept = std::find(design.parameters.begin(), design.parameters.end(),
                               "network.people") != design.parameters.end();
  const std::string people =
      swept ? "networks of different sizes" : setting_number(design.people) + " people";
  const std::string days = count_of(static_cast<std::size_t>(design.days), "day");
  if (design.replicates < 2) {
    return fmt::format("Simulated were {} for {}, once for each campaign.", people, days);
  }
  // Of an interrupted result the notes say how much is there.
  const bool fewer = design.stop.is_set() || !data.overview.missing.empty();
  return fmt::format(
      "Simulated were {} for {}, {}{} times for each campaign. In each of these runs all "
      "campaigns meet the same people with the same luck, so what differs comes from the "
      "campaigns. "
      "A 95 % interval is the range in which the true difference most likely lies; only luck is "
      "counted in it, not what the model gets wrong.",
      people, days, fewer ? "up to " : "", setting_number(design.replicates));
}

/// What the tables of parameters say of a name; keys of campaigns and mechanisms name themselves.
std::string_view meaning_of(const std::string& parameter) {
  const auto is_meant = [&](const ParameterRow& row) {
    return fmt::format("{}.{}", row.group, row.name) == parameter;
  };
  for (const ParameterRow& row : parameter_rows()) {
    if (is_meant(row)) return row.meaning;
  }
  for (const ScenarioRow& scenario : scenario_rows()) {
    if (is_meant(scenario.row)) return scenario.row.meaning;
  }
  return "";
}

/// The swept parameters with their names in the scenario and what they mean.
std::string swept_words(const Design& design) {
  std::vector<std::string> meanings;
  for (std::size_t p = 0; p < design.parameters.size(); ++p) {
    const std::string_view meaning = meaning_of(design.parameters[p]);
    meanings.push_back(fmt::format("{}{}{} ({} in the scenario)", parameter_words(p, design),
                                   meaning.empty() ? "" : ": ", meaning, design.parameters[p]));
  }
  if (meanings.empty()) return "";
  return html_paragraph("What was varied:") + html_list(meanings);
}

/// The sentence of the point that the pictures below are of.
std::string detail_words(const ReportData& data) {
  const Design& design = data.overview.design;
  if (design.points.size() < 2) return "";
  return html_paragraph(fmt::format(
      "The parts below look closely at one of the {} combinations that were tried: {}. There: {}",
      setting_number(static_cast<double>(design.points.size())), point_words(data.point, design),
      data.detail.sentence));
}

}  // namespace

Section answer_section(const ReportData& data) {
  const Design& design = data.overview.design;
  Section section;
  section.id = "answer";
  section.heading = "The answer";
  section.before = fmt::format("<p class=\"answer\">{}</p>", escaped(data.overview.sentence)) +
                   html_paragraph(experiment_words(data)) + swept_words(design) +
                   detail_words(data);
  section.after = "<h3>What to know before believing it</h3>" + html_list(data.overview.notes);
  return section;
}

}  // namespace rapport::report
