#include "app/sensitivity_text.hpp"

#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "app/compare_layout.hpp"
#include "app/compare_tables.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

using Json = nlohmann::ordered_json;
using MorrisIndices = std::vector<MorrisIndex>;
using SobolIndices = std::vector<SobolIndex>;

Cell with_interval(double value, const std::optional<Interval>& interval) {
  if (!interval) return {human_number(value)};
  return {fmt::format("{} ({} to {})", human_number(value), human_number(interval->lower),
                      human_number(interval->upper))};
}

CellTable cells_of(const MorrisIndices& indices, const std::vector<std::string>& parameters) {
  CellTable cells({{"parameter"}, {"strength", "(95 % interval)"}, {"mean effect"}, {"spread"}});
  for (std::size_t k = 0; k < indices.size(); ++k) {
    cells.add({{printable(parameters[k])},
               with_interval(indices[k].strength, indices[k].interval),
               {human_signed(indices[k].mean)},
               {human_number(indices[k].spread)}});
  }
  return cells;
}

CellTable cells_of(const SobolIndices& indices, const std::vector<std::string>& parameters) {
  CellTable cells({{"parameter"}, {"alone", "(95 % interval)"}, {"in all", "(95 % interval)"}});
  for (std::size_t k = 0; k < indices.size(); ++k) {
    cells.add({{printable(parameters[k])},
               with_interval(indices[k].first, indices[k].first_interval),
               with_interval(indices[k].total, indices[k].total_interval)});
  }
  return cells;
}

std::string line(const std::string& text) {
  return paragraph(printable(text), text_width);
}

std::string title_of(const SensitivityTable& table, const Sensitivity& found) {
  const std::string& campaign = found.design.campaigns[table.campaign];
  if (table.campaign == found.baseline) {
    return fmt::format("{} of {}", measure_words(table.measure), campaign);
  }
  return fmt::format("{}: {} minus {}", measure_words(table.measure), campaign,
                     found.design.campaigns[found.baseline]);
}

Json interval_json(const std::optional<Interval>& interval) {
  if (!interval) return nullptr;
  return {interval->lower, interval->upper};
}

Json index_json(const MorrisIndex& index) {
  return {{"mean", index.mean},
          {"strength", index.strength},
          {"spread", index.spread},
          {"strength_interval", interval_json(index.interval)}};
}

Json index_json(const SobolIndex& index) {
  return {{"first", index.first},
          {"total", index.total},
          {"first_interval", interval_json(index.first_interval)},
          {"total_interval", interval_json(index.total_interval)}};
}

}  // namespace

std::string sensitivity_text(const Sensitivity& found) {
  const Design& design = found.design;
  std::string text =
      line(fmt::format("{}: {} of {}, {}{} at each point",
                       design.title.empty() ? design.scenario_name : design.title,
                       count_of(found.blocks, found.morris ? "round" : "block"),
                       found.morris ? "Morris" : "Saltelli", design.stop.is_set() ? "up to " : "",
                       count_of(design.replicates, "replicate")));
  text += '\n';
  for (const SensitivityTable& table : found.tables) {
    text += line(title_of(table, found));
    text +=
        std::visit([&](const auto& indices) { return cells_of(indices, design.parameters).text(); },
                   table.indices);
    text += line(sensitivity_sentence(table, found)) + '\n';
  }
  return text + line(found.morris
                         ? "Strength: mean absolute change when the parameter makes one move: half "
                           "its range or a little more, two thirds with the usual four levels. "
                           "Spread: how much that change depends on where, and on the other "
                           "parameters."
                         : "Alone: share of the variance that the parameter explains by itself. In "
                           "all: with what it does together with others. Shares below 0 or above 1 "
                           "come of too few points; a larger size makes them rare. The luck of "
                           "replicates is part of the variance.");
}

Json sensitivity_json(const Sensitivity& found) {
  const Design& design = found.design;
  Json json = {{"method", found.morris ? "morris" : "sobol"},
               {"blocks", found.blocks},
               {"baseline", design.campaigns[found.baseline]},
               {"parameters", design.parameters},
               {"tables", Json::array()}};
  for (const SensitivityTable& table : found.tables) {
    Json one = {{"measure", measure_rows()[static_cast<std::size_t>(table.measure)].name},
                {"campaign", design.campaigns[table.campaign]},
                {"indices", Json::object()}};
    std::visit(
        [&](const auto& indices) {
          for (std::size_t k = 0; k < indices.size(); ++k) {
            one["indices"][design.parameters[k]] = index_json(indices[k]);
          }
        },
        table.indices);
    json["tables"].push_back(one);
  }
  return json;
}

}  // namespace rapport
