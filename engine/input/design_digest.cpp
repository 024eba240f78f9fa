#include "input/design_digest.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "input/content_hash.hpp"
#include "input/document.hpp"
#include "input/row_value.hpp"
#include "parameters/scenario_rows.hpp"
#include "strategies/registry.hpp"

namespace rapport {
namespace {

using Lines = std::map<std::string, std::string>;

/// Keys that do not change what a run is, or that stand under another name.
bool is_left_out(const ParameterRow& row) {
  return row.group == "expect" || row.group == "stop" || row.name == "title" ||
         row.name == "replicates" || row.name == "path" || row.name == "groups" ||
         (row.group == "sweep" && row.name != "method");
}

/// What a sampled design is drawn from; its values follow from that and the seed.
std::string range_text(const Scenario& scenario, const SweepRange& range) {
  return fmt::format("{} to {}, {}{}; size {}, levels {}", range.low, range.high,
                     range.scale == SweepScale::log ? "log" : "linear",
                     range.whole ? ", whole" : "", scenario.sweep_size, scenario.sweep_levels);
}

/// Choices are kept as positions and written as words, for people who read what differs.
std::string with_choice(const ParameterRow& row, const std::string& text) {
  if (row.kind != ValueKind::choice) return text;
  return std::string(split_choices(row.choices).at(std::stoul(text)));
}

// What a campaign and a part of one have in common.
void add_strategy(const Campaign& campaign, std::string_view prefix, Lines& lines) {
  const auto key = [prefix](std::string_view name) { return fmt::format("{}.{}", prefix, name); };
  lines[key("strategy")] = campaign.strategy;
  const StrategyRow* strategy = find_strategy(campaign.strategy);
  for (std::size_t k = 0; k < campaign.settings.size(); ++k) {
    const ParameterRow& row = strategy->parameters[k];
    lines[key(row.name)] = with_choice(row, fmt::format("{}", campaign.settings[k]));
  }
  lines[key("people by number")] = fmt::format("{}", fmt::join(campaign.ids, " "));
  if (!campaign.labels.empty()) {
    std::vector<std::string> labels;
    for (const std::string& label : campaign.labels) labels.push_back(toml_text(label));
    lines[key("people by id")] = fmt::format("{}", fmt::join(labels, " "));
  }
}

void add_campaign(const Campaign& campaign, const std::string& prefix, Lines& lines) {
  lines[prefix + ".name"] = campaign.name;
  lines[prefix + ".hours_per_day"] = fmt::format("{}", campaign.hours_per_day);
  lines[prefix + ".profile_quality"] = fmt::format("{}", campaign.profile_quality);
  lines[prefix + ".message_errors"] = fmt::format("{}", campaign.message_errors);
  lines[prefix + ".bad_name"] = fmt::format("{}", campaign.bad_name);
  lines[prefix + ".pull"] = fmt::format("{}", campaign.pull);
  const auto chosen = [](std::string_view name, double value) {
    const auto rows = campaign_rows();
    const auto row = std::ranges::find(rows, name, &ParameterRow::name);
    return with_choice(*row, fmt::format("{}", value));
  };
  lines[prefix + ".expertise"] = chosen("expertise", campaign.expertise);
  lines[prefix + ".research"] = chosen("research", campaign.research);
  lines[prefix + ".voice"] = chosen("voice", campaign.voice);
  add_strategy(campaign, prefix, lines);
  for (std::size_t k = 0; k < campaign.parts.size(); ++k) {
    const Campaign& part = campaign.parts[k];
    const std::string of_part = fmt::format("{}.part.{:06}", prefix, k);
    lines[of_part + ".share"] = fmt::format("{}", part.share);
    lines[of_part + ".from_day"] = fmt::format("{}", part.first_day);
    add_strategy(part, of_part, lines);
  }
  for (std::size_t k = 0; k < campaign.rivals.size(); ++k) {
    add_campaign(campaign.rivals[k], fmt::format("{}.rival.{:06}", prefix, k), lines);
  }
}

}  // namespace

std::string canonical_design(const Scenario& scenario) {
  Lines lines;
  lines["results_version"] = std::to_string(results_version);
  Scenario copy = scenario;  // fields are reached through pointers to non-const
  for (const auto& row : scenario_rows()) {
    if (is_left_out(row.row)) continue;
    lines[fmt::format("{}.{}", row.row.group, row.row.name)] =
        with_choice(row.row, canonical_text(row.field(copy)));
  }
  lines[".baseline"] = std::to_string(scenario.baseline);
  lines["network.path"] = file_digest(scenario.network.path);
  lines["network.groups"] = file_digest(scenario.network.groups);
  const auto rows = parameter_rows();
  for (std::size_t k = 0; k < rows.size(); ++k) {
    lines[fmt::format("{}.{}", rows[k].group, rows[k].name)] =
        fmt::format("{}", parameter_value(scenario.parameters, k));
  }
  auto off = scenario.mechanisms_off;
  std::sort(off.begin(), off.end());
  off.erase(std::unique(off.begin(), off.end()), off.end());
  lines["mechanisms.off"] = fmt::format("{}", fmt::join(off, " "));
  for (std::size_t k = 0; k < scenario.campaigns.size(); ++k) {
    add_campaign(scenario.campaigns[k], fmt::format("campaign.{:06}", k), lines);
  }
  for (std::size_t k = 0; k < scenario.sweep.size(); ++k) {
    const SweepAxis& axis = scenario.sweep[k];
    lines[fmt::format("sweep.{:06}.{}", k, axis.parameter)] =
        axis.range ? range_text(scenario, *axis.range)
                   : fmt::format("{}", fmt::join(axis.values, " "));
  }
  std::string text;
  for (const auto& [key, value] : lines) text += fmt::format("{}={}\n", key, value);
  return text;
}

std::string design_digest(const Scenario& scenario) {
  ContentHash hash;
  hash.add(canonical_design(scenario));
  return hash.hex();
}

}  // namespace rapport
