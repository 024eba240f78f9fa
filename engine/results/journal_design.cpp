// The design in the tables of a journal: one row a value, so that a person can read it too.
#include <fmt/format.h>
#include <map>

#include "core/failure.hpp"
#include "results/journal_tables.hpp"
#include "results/output_file.hpp"
#include "results/result_expectations.hpp"

namespace rapport {
namespace {

/// Names of all measures in table order: blobs of values mean nothing without them.
std::string measure_names() {
  std::string names;
  for (const MeasureRow& row : measure_table) names += std::string(row.name) + ' ';
  return names;
}

void save_names(const Database& database, const char* sql, const std::vector<std::string>& names) {
  Statement row(database, sql);
  for (std::size_t i = 0; i < names.size(); ++i) row.bind(1, i).bind(2, names[i]).run();
}

std::vector<std::string> load_names(const Database& database, const char* sql) {
  Statement rows(database, sql);
  std::vector<std::string> names;
  while (rows.step()) names.push_back(rows.text(0));
  return names;
}

class Meta {
 public:
  explicit Meta(const Database& database)
      : database_(database), row_(database, "SELECT value FROM meta WHERE key = ?") {}
  std::string text(std::string_view key) {
    find(key);
    return row_.text(0);
  }
  std::int64_t number(std::string_view key) {
    find(key);
    return row_.integer(0);
  }

 private:
  void find(std::string_view key) {
    row_.reset();
    row_.bind(1, key);
    if (!row_.step()) database_.fail(SQLITE_CORRUPT);
  }
  const Database& database_;
  Statement row_;
};

constexpr std::string_view log_scale = "log", linear_scale = "linear", listed = "";

void save_parameters(const Database& database, const Design& design) {
  Statement row(database, "INSERT INTO parameter VALUES (?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < design.parameters.size(); ++i) {
    const auto range = i < design.ranges.size() ? design.ranges[i] : std::nullopt;
    const auto [low, high, scale, whole] = range.value_or(SweepRange{});
    row.bind(1, i).bind(2, std::string_view(design.parameters[i]));
    row.bind(3, !range ? listed : scale == SweepScale::log ? log_scale : linear_scale);
    row.bind(4, low).bind(5, high).bind(6, whole).run();
  }
}

void load_parameters(const Database& database, Design& design) {
  Statement row(database, "SELECT name, scale, low, high, whole FROM parameter ORDER BY position");
  while (row.step()) {
    design.parameters.push_back(row.text(0));
    const std::string scale = row.text(1);
    design.ranges.emplace_back();
    if (scale == listed) continue;
    design.ranges.back() = {row.real(2), row.real(3),
                            scale == log_scale ? SweepScale::log : SweepScale::linear,
                            row.integer(4) != 0};
  }
}

void save_stop_rule(Database& database, const StopRule& rule) {
  database.execute("DELETE FROM stop_rule");
  if (!rule.is_set()) return;
  Statement row(database, "INSERT INTO stop_rule VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.bind(1, static_cast<int>(rule.kind)).bind(2, std::string_view(rule.metric));
  row.bind(3, rule.half_width).bind(4, rule.relative_half_width).bind(5, rule.indifference);
  row.bind(6, rule.probability).bind(7, rule.min_replicates).bind(8, rule.max_replicates);
  row.bind(9, rule.batch).run();
}

StopRule load_stop_rule(const Database& database) {
  Statement row(database, "SELECT * FROM stop_rule");
  if (!row.step()) return {};
  const auto number = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  return {number(0) == 0 ? StopKind::precision : StopKind::select_best,
          row.text(1),
          row.real(2),
          row.real(3),
          row.real(4),
          row.real(5),
          number(6),
          number(7),
          number(8)};
}

std::vector<std::vector<double>> load_points(const Database& database, std::size_t points,
                                             std::size_t parameters) {
  Statement rows(database, "SELECT value FROM design_point ORDER BY point, parameter");
  std::vector<std::vector<double>> values;
  for (std::size_t point = 0; point < points; ++point) {
    std::vector<double>& row = values.emplace_back();
    for (std::size_t parameter = 0; parameter < parameters; ++parameter) {
      if (!rows.step()) database.fail(SQLITE_CORRUPT);
      row.push_back(rows.real(0));
    }
  }
  return values;
}

constexpr std::string_view checksum_key = "checksum";

/// Of everything that the tables of the design say.
std::int64_t design_checksum(const Database& database) {
  Checksum checksum;
  for (const char* rows_of :
       {"SELECT * FROM meta WHERE key <> 'checksum' ORDER BY key",
        "SELECT * FROM campaign ORDER BY position", "SELECT * FROM parameter ORDER BY position",
        "SELECT * FROM design_point ORDER BY point, parameter",
        "SELECT * FROM expectation ORDER BY position", "SELECT * FROM stop_rule"}) {
    checksum.add_text(rows_of);
    Statement rows(database, rows_of);
    while (rows.step()) rows.add_row(checksum);
  }
  return static_cast<std::int64_t>(checksum.value());
}

}  // namespace

void JournalTables::save(const Design& design) {
  database_.execute(
      "DELETE FROM meta; DELETE FROM campaign; DELETE FROM parameter; DELETE FROM design_point");
  Statement text(database_, "INSERT INTO meta VALUES (?, ?)");
  const std::string measures = measure_names();
  for (const auto& [key, value] :
       std::map<std::string_view, std::string_view>{{"title", design.title},
                                                    {"digest", design.digest},
                                                    {"design", design.canonical},
                                                    {"scenario", design.scenario},
                                                    {"scenario_name", design.scenario_name},
                                                    {"command_line", design.command_line},
                                                    {"sweep_method", design.sweep_method},
                                                    {"measures", measures}}) {
    text.bind(1, key).bind(2, value).run();
  }
  for (const auto& [key, value] : std::map<std::string_view, std::int64_t>{
           {"seed", static_cast<std::int64_t>(design.seed)},
           {"baseline", design.baseline},
           {"replicates", design.replicates},
           {"people", design.people},
           {"days", design.days},
           {"daily", design.daily},
           {"people_output", design.people_output},
           {"network_per_replicate", design.network_per_replicate},
           {"shard_index", design.shard.index},
           {"shard_count", design.shard.count},
           {"points", static_cast<std::int64_t>(design.points.size())}}) {
    text.bind(1, key).bind(2, value).run();
  }
  save_names(database_, "INSERT INTO campaign VALUES (?, ?)", design.campaigns);
  save_parameters(database_, design);
  save_stop_rule(database_, design.stop);
  save_expectations(database_, design.expectations);
  Statement row(database_, "INSERT INTO design_point VALUES (?, ?, ?)");
  for (std::size_t point = 0; point < design.points.size(); ++point) {
    for (std::size_t parameter = 0; parameter < design.parameters.size(); ++parameter) {
      row.bind(1, point).bind(2, parameter).bind(3, design.points[point].at(parameter)).run();
    }
  }
  text.bind(1, checksum_key).bind(2, design_checksum(database_)).run();
}

Design JournalTables::design() const {
  Meta meta(database_);
  if (meta.text("measures") != measure_names()) {
    throw Failure(ExitCode::bad_data,
                  database_.path() +
                      ": was written by a version of rapport with other measures; "
                      "finish it with that one, or start anew with run --force");
  }
  if (meta.number(checksum_key) != design_checksum(database_)) {
    throw damaged_file(database_.path(), "its design is not what was written");
  }
  Design design;
  design.title = meta.text("title");
  design.digest = meta.text("digest");
  design.canonical = meta.text("design");
  design.scenario = meta.text("scenario");
  design.scenario_name = meta.text("scenario_name");
  design.command_line = meta.text("command_line");
  design.seed = static_cast<std::uint64_t>(meta.number("seed"));
  design.baseline = static_cast<std::uint32_t>(meta.number("baseline"));
  design.replicates = static_cast<std::uint32_t>(meta.number("replicates"));
  design.people = static_cast<std::uint32_t>(meta.number("people"));
  design.days = static_cast<Day>(meta.number("days"));
  design.daily = meta.number("daily") != 0;
  design.people_output = meta.number("people_output") != 0;
  design.network_per_replicate = meta.number("network_per_replicate") != 0;
  design.shard = {static_cast<std::uint32_t>(meta.number("shard_index")),
                  static_cast<std::uint32_t>(meta.number("shard_count"))};
  if (design.shard.index >= design.shard.count) database_.fail(SQLITE_CORRUPT);
  design.stop = load_stop_rule(database_);
  design.campaigns = load_names(database_, "SELECT name FROM campaign ORDER BY position");
  design.sweep_method = meta.text("sweep_method");
  load_parameters(database_, design);
  design.points = load_points(database_, static_cast<std::size_t>(meta.number("points")),
                              design.parameters.size());
  design.expectations = load_expectations(database_);
  return design;
}

}  // namespace rapport
