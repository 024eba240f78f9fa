#include "analysis/report/report_data.hpp"

#include <fmt/format.h>

#include "analysis/findings/compare.hpp"
#include "analysis/findings/sweep.hpp"
#include "analysis/report/markup.hpp"
#include "results/version.hpp"

namespace rapport::report {
namespace {

/// "campaign.NAME.key" with the name isolated.
void isolate_campaign_in(std::string& parameter, std::string_view name) {
  constexpr std::string_view table = "campaign.";
  if (!parameter.starts_with(fmt::format("{}{}.", table, name))) return;
  parameter.replace(table.size(), name.size(), isolated(name));
}

ResultTable isolated_table(const ResultReader& reader) {
  ResultTable table = table_of(reader);
  for (std::string& name : table.design.parameters) {
    for (const std::string& campaign : table.design.campaigns) isolate_campaign_in(name, campaign);
  }
  for (std::string& name : table.design.campaigns) name = isolated(name);
  for (Expectation& expectation : table.design.expectations) {
    expectation.claim = isolated(expectation.claim);
  }
  return table;
}

}  // namespace

ReportData gather(const ResultReader& reader, const ReportOptions& options) {
  const ResultTable table = isolated_table(reader);
  ReportData data;
  data.point = options.point;
  data.overview = compare(table, {options.baseline, std::nullopt,
                                  std::vector<Measure>(tie_measures.begin(), tie_measures.end())});
  data.detail = data.overview.points.size() == 1
                    ? data.overview
                    : compare(table, {options.baseline, options.point});
  if (table.design.daily && table.design.days > 0) {
    for (const Measure measure : course_measures) {
      data.courses.push_back(measure_course(table, measure, options.point));
    }
  }
  // Pictures are taken at the first design point alone.
  if (options.point == 0) {
    data.network = reader.network();
    for (std::uint32_t campaign = 0; campaign < table.design.campaigns.size(); ++campaign) {
      data.pictures.push_back(reader.snapshots(campaign));
    }
  }
  data.evidence = evidence_of(table.design);
  Inference inference(table.design.seed);
  data.ties = find_ties(table, data.overview.baseline, tie_measures, inference);
  data.sampled = is_sampled(table.design) || tells_sensitivity(table.design);
  if (tells_sensitivity(table.design) && data.overview.missing.empty()) {
    data.sensitivity = sensitivity(table, data.overview.baseline, tie_measures, inference);
  }
  data.version = std::string(program_version);
  return data;
}

}  // namespace rapport::report
