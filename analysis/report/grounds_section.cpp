// 6. What the scenario expects, what the model leaves out, how well its numbers are founded.
#include <fmt/format.h>

#include "analysis/findings/left_out.hpp"
#include "analysis/findings/wording.hpp"
#include "analysis/report/data_table.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {
namespace {

constexpr std::size_t most_points_of_a_claim = 12;

std::string expectations_html(const ReportData& data) {
  const Comparison& comparison = data.overview;
  if (comparison.expectations.empty()) {
    return html_paragraph("The scenario states no expectations.");
  }
  DataTable table;
  table.head = {"What the scenario claims", "Verdict", "What the runs say"};
  for (const ExpectationFinding& finding : comparison.expectations) {
    std::size_t shown = 0;
    for (const ExpectationAtPoint& at : finding.points) {
      if (++shown > most_points_of_a_claim) break;
      const std::string where = comparison.design.points.size() > 1
                                    ? point_words(at.point, comparison.design) + ": "
                                    : "";
      table.rows.push_back({words(shown == 1 ? finding.expectation.claim : "the same"),
                            words(std::string(word(at.verdict))),
                            words(where + expectation_words(finding, at, comparison.design))});
    }
  }
  return html_paragraph(
             "A claim is supported when the whole interval lies on its side; all claims "
             "together are judged with 95 %.") +
         html(table, "Expectations of the scenario with their verdicts");
}

std::string grades_html(const Evidence& evidence) {
  DataTable table;
  table.head = {"Grade", "Numbers of the model that rest on it", "Count"};
  for (std::size_t g = 0; g < grades; ++g) {
    const auto grade = static_cast<Grade>(g);
    if (evidence.count[g] == 0) continue;
    table.rows.push_back({words(std::string(letter(grade))), words(std::string(word(grade))),
                          number_cell(static_cast<double>(evidence.count[g]))});
  }
  return html(table, "How many of the model's numbers rest on which kind of evidence");
}

std::string parameters_html(const Evidence& evidence) {
  DataTable table;
  table.head = {"Parameter", "Value", "Unit", "Meaning", "Source", "Grade"};
  for (const ParameterEvidence& one : evidence.parameters) {
    table.rows.push_back({words(one.name), words(one.value), words(std::string(one.unit)),
                          words(std::string(one.meaning)), words(std::string(one.source)),
                          words(std::string(letter(one.grade)))});
  }
  return "<details><summary>All numbers of the model, with sources</summary>" +
         html(table, "Parameters with value, meaning, source and grade") + "</details>";
}

std::string evidence_html(const Evidence& evidence) {
  std::string text = "<h3>How well the model's numbers are founded</h3>" +
                     html_paragraph(evidence_sentence(evidence));
  if (evidence.parameters.empty()) return text;
  text += grades_html(evidence);
  if (!evidence.mechanisms_off.empty()) {
    text += html_paragraph(
        "Rules of the model that were switched off: " + join_names(evidence.mechanisms_off) + ".");
  }
  return text + parameters_html(evidence);
}

}  // namespace

Section grounds_section(const ReportData& data) {
  Section section;
  section.id = "grounds";
  section.heading = "What this rests on";
  section.before = "<h3>Expectations</h3>" + expectations_html(data) +
                   evidence_html(data.evidence) + "<h3>What the model leaves out</h3>";
  for (const std::string& paragraph : left_out()) section.before += html_paragraph(paragraph);
  return section;
}

}  // namespace rapport::report
