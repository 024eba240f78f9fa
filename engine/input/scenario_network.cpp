#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>

#include "core/counted.hpp"
#include "input/did_you_mean.hpp"
#include "input/network_source.hpp"
#include "input/scenario_sections.hpp"

namespace rapport {
namespace {

// 20,000 people who all know each other have 200 million ties, 1.6 GB.
constexpr std::uint32_t largest_complete = 20'000;

class NetworkSection {
 public:
  NetworkSection(const Table& table, const SectionContext& context, Scenario& scenario)
      : table_(table),
        context_(context),
        scenario_(scenario),
        spec_(scenario.network),
        reader_(table, context.diagnostics) {}

  void read() {
    read_rows("network", reader_, scenario_);
    reader_.report_unknown_keys();
    const Entry* kind = find_entry(table_, "kind");
    if (kind != nullptr && !is_name_of_kind(kind->value)) return;
    refuse_keys_of_other_kinds(kind);
    if (spec_.kind == NetworkKind::file) {
      read_file_paths();
    } else {
      check_numbers();
    }
  }

 private:
  const NetworkRow& row() const { return network_rows()[static_cast<std::size_t>(spec_.kind)]; }

  static bool is_name_of_kind(const Value& value) {
    const auto* name = std::get_if<std::string>(&value.data);
    return name != nullptr && find_network(*name) != nullptr;
  }

  /// A key that cannot take effect is a mistake. When --set chose another kind than the file has
  /// keys for, it is no mistake of the file: the key is put aside with a warning.
  void refuse_keys_of_other_kinds(const Entry* kind) {
    const auto keys = row().keys;
    for (const auto& candidate : scenario_rows()) {
      const auto name = candidate.row.name;
      if (candidate.row.group != "network" || name == "kind") continue;
      const Entry* entry = find_entry(table_, name);
      if (entry == nullptr || std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
      const bool set_aside =
          kind != nullptr && kind->place.in == PlaceIn::option && entry->place.in == PlaceIn::file;
      store(candidate.field(scenario_), default_value(candidate.row, scenario_.parameter_set));
      const bool of_file = spec_.kind == NetworkKind::file && name == "people";
      context_.diagnostics.add(
          {.place = entry->place,
           .severity = set_aside ? Severity::warning : Severity::error,
           .message = fmt::format("{} means nothing for kind \"{}\"{}", name, row().name,
                                  of_file ? " (the file says how many people there are)" : ""),
           .notes = {fmt::format("a {} network takes: {}", row().name, join_words(keys))}});
    }
  }

  void read_file_paths() {
    spec_.path = absolute_path("path");
    spec_.groups = absolute_path("groups");
    if (find_entry(table_, "path") == nullptr && context_.complete) {
      report("kind", "a network of kind \"file\" without path", {"write path = \"ties.csv\""});
    }
  }

  std::string absolute_path(std::string_view key) {
    const Entry* entry = find_entry(table_, key);
    if (entry == nullptr) return {};
    const auto* written = std::get_if<std::string>(&entry->value.data);
    if (written == nullptr) return {};
    if (written->empty()) {
      report(key, fmt::format("{} is empty", key), {});
      return {};
    }
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path path = fs::absolute(fs::path(context_.folder) / *written).lexically_normal();
    if (context_.files == NamedFiles::known) return path.string();
    if (!fs::exists(path, failed)) {
      context_.diagnostics.add({.place = entry->value.place,
                                .message = fmt::format("there is no file {}", path.string()),
                                .notes = {"paths are relative to the folder of the scenario"},
                                .code = ExitCode::missing_input});
    } else if (fs::is_directory(path, failed)) {
      report(key, fmt::format("{} is a folder, not a file", path.string()), {});
    }
    return path.string();
  }

  void check_numbers() {
    const double degree = spec_.mean_degree;
    if (takes("mean_degree")) {
      if (degree > spec_.people - 1.0) {
        report("mean_degree",
               fmt::format("mean_degree is {} among {} (nobody can have more than {})",
                           plain_number(degree), counted(spec_.people, "person", "people"),
                           counted(spec_.people - 1, "tie", "ties")),
               {"lower mean_degree or raise people"});
      } else {
        check_kind_numbers();
      }
    }
    if (spec_.kind == NetworkKind::complete && spec_.people > largest_complete) {
      report("people",
             fmt::format("{} people who all know each other have too many ties", spec_.people),
             {fmt::format("allowed for a complete network: 1 to {} people", largest_complete)});
    }
  }

  void check_kind_numbers() {
    const double degree = spec_.mean_degree;
    const bool whole = degree == std::floor(degree);
    if (spec_.kind == NetworkKind::regular && !whole) {
      report("mean_degree", "mean_degree is not whole (everyone has equally many ties)", {});
    } else if (spec_.kind == NetworkKind::regular && std::fmod(spec_.people * degree, 2) != 0) {
      report("mean_degree",
             fmt::format("{} people cannot have {} ties each (people x mean_degree must be even)",
                         spec_.people, plain_number(degree)),
             {"change people or mean_degree by one"});
    }
    if (spec_.kind == NetworkKind::small_world && std::fmod(degree, 2) != 0) {
      report("mean_degree",
             "mean_degree is not even (a small world starts with as many ties left as right)", {});
    }
    const bool several = spec_.community_size < spec_.people;
    if (spec_.kind == NetworkKind::communities && several &&
        degree * spec_.within_share > spec_.community_size - 1) {
      report("community_size",
             fmt::format("{} ties inside a community of {} people are too many",
                         plain_number(degree * spec_.within_share),
                         plain_number(spec_.community_size)),
             {"raise community_size or lower mean_degree or within_share"});
    }
  }

  bool takes(std::string_view key) const {
    const auto keys = row().keys;
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  }

  /// At the key's value, or at another number of the table when the key is left to its default.
  void report(std::string_view key, std::string message, std::vector<std::string> notes) {
    for (const std::string_view name :
         {key, std::string_view("people"), std::string_view("kind")}) {
      if (const Entry* entry = find_entry(table_, name)) {
        context_.diagnostics.add({.place = entry->value.place,
                                  .message = std::move(message),
                                  .notes = std::move(notes)});
        return;
      }
    }
    context_.diagnostics.add(
        {.place = {}, .message = std::move(message), .notes = std::move(notes)});
  }

  const Table& table_;
  const SectionContext& context_;
  Scenario& scenario_;
  NetworkSpec& spec_;
  TableReader reader_;
};

}  // namespace

void read_network_section(const Table& table, const SectionContext& context, Scenario& scenario) {
  NetworkSection(table, context, scenario).read();
}

}  // namespace rapport
