#include <filesystem>
#include <fmt/format.h>
#include <iostream>

#include "analysis/report/figure_files.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/people_picture.hpp"
#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/named_in_result.hpp"
#include "app/whole_file.hpp"
#include "core/failure.hpp"

namespace rapport {
namespace {

CommandUsage report_usage() {
  namespace options = boost::program_options;
  CommandUsage usage{.name = "report",
                     .synopsis =
                         "RESULT.h5 -o REPORT.html [--baseline NAME] [--point K]\n"
                         "       [--figures DIR] [--csv DIR]",
                     .meaning =
                         "Writes one page that answers which campaign works better, with "
                         "charts and the tables behind them. It opens in any browser and "
                         "loads nothing from anywhere.",
                     .words = {"result"}};
  usage.options.add_options()("output,o", options::value<std::string>()->value_name("REPORT.html"),
                              "the page to write")(
      "baseline", options::value<std::string>()->value_name("NAME"),
      "campaign that the others are compared with")(
      "point", options::value<std::int64_t>()->value_name("K"),
      "point of a sweep to look at closely, counted from 0 (default: 0)")(
      "figures", options::value<std::string>()->value_name("DIR"),
      "write every chart to this folder as well, as SVG and PNG, in place of those of an earlier "
      "report")("csv", options::value<std::string>()->value_name("DIR"),
                "write the table behind every chart to this folder as well");
  add_common_options(usage.options);
  return usage;
}

/// A page in the place of the result would be the end of both.
void refuse_overwriting(const std::string& result, const std::string& page) {
  std::error_code error;
  if (!std::filesystem::equivalent(result, page, error)) return;
  throw Failure(ExitCode::usage,
                fmt::format("{} is the result itself; give -o another file, such as {}", page,
                            std::filesystem::path(page).replace_extension(".html").string()));
}

/// The names of the charts and of the tables that a report has left in a folder, which may be the
/// same for both.
constexpr const char* list_of_figures = ".rapport-figures";
constexpr const char* list_of_tables = ".rapport-tables";

/// What --figures and --csv ask for; the folders are named on stdout.
void write_extras(const boost::program_options::variables_map& values,
                  const report::ReportData& data, const std::vector<report::Section>& sections) {
  std::vector<report::Figure> figures;
  for (const report::Section& section : sections) {
    figures.insert(figures.end(), section.figures.begin(), section.figures.end());
  }
  if (values.count("figures") > 0) {
    const auto folder = values["figures"].as<std::string>();
    write_folder(folder, report::figure_files(figures, report::ties_symbol(data.network)),
                 list_of_figures);
    std::cout << "figures: " << folder << '\n';
  }
  if (values.count("csv") > 0) {
    const auto folder = values["csv"].as<std::string>();
    write_folder(folder, report::table_files(figures), list_of_tables);
    std::cout << "tables: " << folder << '\n';
  }
}

}  // namespace

int report_command(std::span<const std::string> arguments) {
  const CommandUsage usage = report_usage();
  const auto values = parse_arguments(usage, arguments);
  if (!values) return static_cast<int>(ExitCode::done);
  const CommonOptions common = common_options(*values);
  if (values->count("output") == 0) {
    throw Failure(ExitCode::usage, "the page needs a place; add -o REPORT.html");
  }
  const auto path = (*values)["output"].as<std::string>();
  const std::string result = required_word(*values, usage, "result");
  refuse_overwriting(result, path);
  const ResultReader reader = ResultReader::open(result);
  report::ReportOptions chosen;
  if (values->count("baseline") > 0) {
    chosen.baseline = campaign_named((*values)["baseline"].as<std::string>(), reader.design());
  }
  if (values->count("point") > 0) {
    chosen.point = checked_point((*values)["point"].as<std::int64_t>(), reader.design());
  }
  const report::ReportData data = report::gather(reader, chosen);
  const std::vector<report::Section> sections = report::sections_of(data);
  write_whole(path, report::page_of(data, sections));
  write_extras(*values, data, sections);
  if (!common.quiet) std::cerr << data.overview.sentence << '\n';
  if (data.overview.partial) std::cerr << "note: " << data.overview.notes.front() << '\n';
  std::cout << "report: " << path << '\n';
  return static_cast<int>(ExitCode::done);
}

}  // namespace rapport
