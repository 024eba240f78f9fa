#include <array>
#include <fmt/format.h>
#include <iostream>

#include "app/command_line.hpp"
#include "app/commands.hpp"
#include "app/common_options.hpp"
#include "app/parameter_listing.hpp"
#include "app/text_table.hpp"
#include "core/failure.hpp"
#include "input/did_you_mean.hpp"
#include "input/network_source.hpp"
#include "input/strategy_keys.hpp"
#include "measures/measures.hpp"
#include "mechanisms/registry.hpp"
#include "parameters/scenario_rows.hpp"
#include "strategies/registry.hpp"

namespace rapport {
namespace {

using Json = nlohmann::ordered_json;
using Cells = std::vector<std::vector<std::string>>;

struct Listing {
  std::string text;
  Json json = Json::array();
};

std::string as_text(std::string_view view) {
  return std::string(view);
}

Listing list_strategies() {
  Listing listing;
  Cells heads{{"STRATEGY", "MEANING"}};
  Cells cells{parameter_head()};
  for (const auto& strategy : strategy_rows()) {
    heads.push_back({as_text(strategy.name), as_text(strategy.meaning)});
    Json parameters = Json::array();
    for (const auto& row : strategy.parameters) {
      cells.push_back(parameter_cells(row, fmt::format("{}: {}", strategy.name, row.name)));
      parameters.push_back(parameter_json(row, as_text(row.name)));
    }
    listing.json.push_back({{"name", strategy.name},
                            {"meaning", strategy.meaning},
                            {"parameters", parameters},
                            {"people_key", strategy.ids_key},
                            {"parts_key", parts_key(strategy.parts)}});
  }
  listing.text =
      text_table(heads) + "\nKeys of a [[campaign]] with that strategy:\n" + text_table(cells);
  return listing;
}

Listing list_mechanisms() {
  Listing listing;
  Cells cells{{"MECHANISM", "MEANING", "EQUATION", "SOURCE"}};
  for (const auto& row : mechanism_rows()) {
    cells.push_back(
        {as_text(row.name), as_text(row.meaning), as_text(row.equation), as_text(row.source)});
    listing.json.push_back({{"name", row.name},
                            {"meaning", row.meaning},
                            {"equation", row.equation},
                            {"source", row.source}});
  }
  listing.text = text_table(cells);
  return listing;
}

Listing list_metrics() {
  constexpr std::array better{"higher", "lower", "neither"};
  Listing listing;
  Cells cells{{"METRIC", "FAMILY", "KIND", "BETTER", "UNIT", "MEANING"}};
  for (const auto& row : measure_rows()) {
    const std::string family = row.family == Family::activity ? "activity" : "result";
    const std::string kind = row.accounting == Accounting::flow ? "flow" : "stock";
    const std::string good = better[static_cast<std::size_t>(row.better)];
    cells.push_back(
        {as_text(row.name), family, kind, good, as_text(row.unit), as_text(row.meaning)});
    listing.json.push_back({{"name", row.name},
                            {"family", family},
                            {"kind", kind},
                            {"better", good},
                            {"unit", row.unit},
                            {"meaning", row.meaning}});
  }
  listing.text = text_table(cells);
  return listing;
}

Listing list_networks() {
  Listing listing;
  Cells cells{{"NETWORK", "KEYS", "MEANING"}};
  for (const auto& row : network_rows()) {
    cells.push_back({as_text(row.name), join_words(row.keys), as_text(row.meaning)});
    listing.json.push_back({{"name", row.name},
                            {"meaning", row.meaning},
                            {"keys", std::vector<std::string>(row.keys.begin(), row.keys.end())}});
  }
  listing.text = text_table(cells);
  return listing;
}

Listing list_parameters() {
  Listing listing;
  Cells cells{parameter_head()};
  const auto add = [&](const ParameterRow& row) {
    std::string name = as_text(row.name);
    if (row.group == "campaign")
      name = "campaign.\"NAME\"." + name;
    else if (!row.group.empty())
      name = fmt::format("{}.{}", row.group, name);
    cells.push_back(parameter_cells(row, name));
    listing.json.push_back(parameter_json(row, name));
  };
  for (const auto& row : scenario_rows()) add(row.row);
  for (const auto& row : campaign_rows()) add(row);
  for (const auto& row : parameter_rows()) add(row);
  listing.text = text_table(cells);
  return listing;
}

struct ListingRow {
  std::string_view name;
  Listing (*make)();
};

constexpr auto listings = std::to_array<ListingRow>({
    {"strategies", list_strategies},
    {"mechanisms", list_mechanisms},
    {"metrics", list_metrics},
    {"networks", list_networks},
    {"parameters", list_parameters},
});

const ListingRow& find_listing(const std::string& what) {
  std::vector<std::string_view> names;
  for (const auto& row : listings) {
    if (row.name == what) return row;
    names.push_back(row.name);
  }
  const auto meant = nearest_word(what, names);
  throw Failure(ExitCode::usage,
                fmt::format("there is no list of {}{}; choose one of {}", what,
                            meant.empty() ? "" : fmt::format(" (did you mean {}?)", meant),
                            join_words(names)));
}

}  // namespace

int list_command(std::span<const std::string> arguments) {
  CommandUsage usage{.name = "list",
                     .synopsis = "strategies|mechanisms|metrics|networks|parameters [--json]",
                     .meaning =
                         "Prints the tables that the program itself works with: names, "
                         "meanings, units, defaults, ranges and sources.",
                     .words = {"what"}};
  add_common_options(usage.options);
  const auto values = parse_arguments(usage, arguments);
  if (!values) return 0;
  const auto listing = find_listing(required_word(*values, usage, "what")).make();
  if (common_options(*values).json) {
    std::cout << listing.json.dump(2) << '\n';
  } else {
    std::cout << listing.text;
  }
  return 0;
}

}  // namespace rapport
