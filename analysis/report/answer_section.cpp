// 1. One sentence that answers which works better, by how much, how sure.
#include <algorithm>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"
#include "parameters/parameters.hpp"

namespace rapport::report {
namespace {

std::string experiment_words(const Design& design) {
  const bool swept = std::find(design.parameters.begin(), design.parameters.end(),
                               "network.people") != design.parameters.end();
  const std::string people =
      swept ? "networks of different sizes" : human_number(design.people) + " people";
  const std::string days = count_of(static_cast<std::size_t>(design.days), "day");
  if (design.replicates < 2) {
    return fmt::format("Simulated were {} for {}, once for each campaign.", people, days);
  }
  return fmt::format(
      "Simulated were {} for {}, {} times for each campaign. In each of these runs all "
      "campaigns meet the same people with the same luck, so what differs comes from the "
      "campaigns. "
      "A 95 % interval is the range in which the true difference most likely lies; only luck is "
      "counted in it, not what the model gets wrong.",
      people, days, human_number(design.replicates));
}

/// What the swept parameters mean; those of campaigns and of the network name themselves.
std::string swept_words(const Design& design) {
  std::vector<std::string> meanings;
  for (const std::string& parameter : design.parameters) {
    for (const ParameterRow& row : parameter_rows()) {
      if (fmt::format("{}.{}", row.group, row.name) != parameter) continue;
      meanings.push_back(fmt::format("{}: {}", parameter, row.meaning));
    }
  }
  if (meanings.empty()) return "";
  return html_paragraph("What was varied means:") + html_list(meanings);
}

/// The sentence of the point that the pictures below are of.
std::string detail_words(const ReportData& data) {
  const Design& design = data.overview.design;
  if (design.points.size() < 2) return "";
  return html_paragraph(fmt::format(
      "The parts below look closely at one of the {} combinations that were tried, {}. There: {}",
      human_number(static_cast<double>(design.points.size())), point_name(data.point, design),
      data.detail.sentence));
}

}  // namespace

Section answer_section(const ReportData& data) {
  const Design& design = data.overview.design;
  Section section;
  section.id = "answer";
  section.heading = "The answer";
  section.before = fmt::format("<p class=\"answer\">{}</p>", escaped(data.overview.sentence)) +
                   html_paragraph(experiment_words(design)) + swept_words(design) +
                   detail_words(data);
  section.after = "<h3>What to know before believing it</h3>" + html_list(data.overview.notes);
  return section;
}

}  // namespace rapport::report
