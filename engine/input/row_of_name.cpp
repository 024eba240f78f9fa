#include "input/row_of_name.hpp"

#include <algorithm>

#include "parameters/scenario_rows.hpp"
#include "strategies/registry.hpp"

namespace rapport {
namespace {

const ParameterRow* row_called(std::string_view name, std::span<const ParameterRow> rows) {
  const auto found = std::ranges::find(rows, name, &ParameterRow::name);
  return found == rows.end() ? nullptr : &*found;
}

const ParameterRow* row_of_campaign(const std::string& campaign, const std::string& name,
                                    const Scenario& scenario) {
  if (const ParameterRow* row = row_called(name, campaign_rows())) return row;
  const auto found = std::ranges::find(scenario.campaigns, campaign, &Campaign::name);
  if (found == scenario.campaigns.end()) return nullptr;
  const StrategyRow* strategy = find_strategy(found->strategy);
  return strategy == nullptr ? nullptr : row_called(name, strategy->parameters);
}

}  // namespace

const ParameterRow* row_of_name(std::span<const std::string> path, const Scenario& scenario) {
  if (path.size() == 3 && path[0] == "campaign") {
    return row_of_campaign(path[1], path[2], scenario);
  }
  if (path.size() != 2) return nullptr;
  const auto is_meant = [&](const ParameterRow& row) {
    return row.group == path[0] && row.name == path[1];
  };
  for (const ParameterRow& row : parameter_rows()) {
    if (is_meant(row)) return &row;
  }
  for (const ScenarioRow& row : scenario_rows()) {
    if (is_meant(row.row)) return &row.row;
  }
  return nullptr;
}

bool takes_whole_numbers(std::span<const std::string> path, const Scenario& scenario) {
  if (path.size() == 2 && path[0] == "mechanisms") return true;
  const ParameterRow* row = row_of_name(path, scenario);
  return row != nullptr && row->kind == ValueKind::integer;
}

}  // namespace rapport
