// 7. How to reproduce the result: scenario, command, version, digest.
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "analysis/report/data_table.hpp"
#include "analysis/report/markup.hpp"
#include "analysis/report/sections.hpp"

namespace rapport::report {

Section reproduce_section(const ReportData& data) {
  const Design& design = data.overview.design;
  Section section;
  section.id = "reproduce";
  section.heading = "How to reproduce this";
  section.before = html_paragraph(
      "The same scenario with the same version gives the same numbers to the last digit, on any "
      "number of processors.");
  DataTable table;
  table.head = {"What", "Value"};
  table.rows = {{words("Command"), words(design.command_line)},
                {words("Scenario file"), words(design.scenario_name)},
                {words("Seed"), words(fmt::format("{}", design.seed))},
                {words("Runs"),
                 words(fmt::format("{} x {} x {}{}", count_of(design.points.size(), "combination"),
                                   count_of(design.campaigns.size(), "campaign"),
                                   design.stop.is_set() ? "up to " : "",
                                   count_of(design.replicates, "run")))},
                {words("Digest of the design"), words(design.digest)},
                {words("This page by"), words("rapport " + data.version)}};
  section.before += html(table, "What determines the result");
  section.before += fmt::format(
      "<h3>The scenario</h3><pre tabindex=\"0\" aria-label=\"Text of the scenario\">{}</pre>",
      escaped(design.scenario));
  return section;
}

}  // namespace rapport::report
