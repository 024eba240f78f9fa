#include "app/ablation_text.hpp"

#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "app/compare_json.hpp"
#include "app/compare_layout.hpp"
#include "app/compare_tables.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

using Json = nlohmann::ordered_json;

Cell difference_cell(const Difference& difference) {
  if (!difference.interval) return {human_difference(difference)};
  return {
      fmt::format("{} ({})", human_difference(difference), human_interval(*difference.interval))};
}

std::string table_text(const AblationTable& table, const Ablation& ablation) {
  CellTable cells(
      {{"off"}, {"difference", "(95 % interval)"}, {""}, {"change", "(95 % interval)"}, {""}});
  const Difference& all = table.everything_on;
  cells.add({{"nothing"}, difference_cell(all), {std::string(word(all.verdict))}, {""}, {""}});
  for (const AblationRow& row : table.rows) {
    cells.add({{ablation.mechanisms[row.mechanism]},
               difference_cell(row.difference),
               {std::string(word(row.difference.verdict))},
               difference_cell(row.change),
               {std::string(word(row.effect))}});
  }
  const auto line = [](const std::string& text) { return paragraph(printable(text), text_width); };
  return line(fmt::format("{}: {} minus {}", measure_words(table.measure),
                          ablation.design.campaigns[table.campaign],
                          ablation.design.campaigns[ablation.design.baseline])) +
         cells.text() + line(ablation_sentence(table, ablation)) + '\n';
}

}  // namespace

std::string ablation_text(const Ablation& ablation) {
  std::string text =
      paragraph(fmt::format("{}: each mechanism off in turn, {}, the same luck throughout",
                            printable(ablation.design.title.empty() ? ablation.design.scenario_name
                                                                    : ablation.design.title),
                            count_of(ablation.design.replicates, "replicate")),
                text_width);
  text += '\n';
  for (const AblationTable& table : ablation.tables) text += table_text(table, ablation);
  return text + paragraph(
                    "The intervals of one table hold together with 95 %, those of its differences "
                    "and those of its changes. A mechanism on which a conclusion does not rest by "
                    "itself may still carry it together with another one.",
                    text_width);
}

Json ablation_json(const Ablation& ablation) {
  const Design& design = ablation.design;
  Json json = {{"title", design.title},
               {"baseline", design.campaigns[design.baseline]},
               {"replicates", design.replicates},
               {"mechanisms", ablation.mechanisms},
               {"tables", Json::array()}};
  for (const AblationTable& table : ablation.tables) {
    Json entry = {{"measure", measure_rows()[static_cast<std::size_t>(table.measure)].name},
                  {"campaign", design.campaigns[table.campaign]},
                  {"everything_on", difference_json(table.everything_on)},
                  {"off", Json::array()},
                  {"sentence", ablation_sentence(table, ablation)}};
    for (const AblationRow& row : table.rows) {
      entry["off"].push_back({{"mechanism", ablation.mechanisms[row.mechanism]},
                              {"effect", word(row.effect)},
                              {"difference", difference_json(row.difference)},
                              {"change", difference_json(row.change)}});
    }
    json["tables"].push_back(std::move(entry));
  }
  return json;
}

}  // namespace rapport
