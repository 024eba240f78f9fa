#include "app/attribution_text.hpp"

#include <cmath>
#include <fmt/format.h>

#include "analysis/findings/wording.hpp"
#include "app/compare_layout.hpp"
#include "app/compare_tables.hpp"
#include "input/characters.hpp"

namespace rapport {
namespace {

using Json = nlohmann::ordered_json;

std::string words_of(const Sample& sample) {
  std::string text = human_number(sample.mean);
  if (sample.interval && sample.interval->half_width() > 0) {
    text += " ± " + human_half_width(sample.interval->half_width(), sample.mean);
  }
  return text;
}

std::string difference_words(const Sample& sample) {
  std::string text = human_signed(sample.mean);
  if (sample.interval && sample.interval->half_width() > 0) {
    text += " (" + human_interval(*sample.interval) + ")";
  }
  return text;
}

std::string sums_text(const AttributionTable& table) {
  CellTable cells({{"in sum"}, {"sales", "(95 % interval)"}});
  cells.add({{"sold"}, {words_of(table.sales)}});
  cells.add({{"added by the campaign"}, {difference_words(table.incremental.difference)}});
  cells.add({{"claimed by every rule"}, {words_of(table.claimed)}});
  cells.add({{"claimed minus added"}, {difference_words(table.excess.difference)}});
  return cells.text();
}

std::string channels_text(const AttributionTable& table, const CreditedStudy& study) {
  if (table.channels.empty()) return {};
  std::vector<Cell> head = {{"claimed for"}};
  for (const AttributionRule rule : attribution_rules) head.push_back({std::string(word(rule))});
  CellTable cells(std::move(head));
  for (const ChannelClaims& claims : table.channels) {
    std::vector<Cell> row = {{study.channels[claims.channel]}};
    for (const Sample& sample : claims.by_rule) row.push_back({words_of(sample)});
    cells.add(std::move(row));
  }
  return '\n' + cells.text();
}

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json sample_json(const Sample& sample) {
  Json json = {{"mean", number(sample.mean)}, {"interval", nullptr}};
  if (sample.interval) json["interval"] = {sample.interval->lower, sample.interval->upper};
  return json;
}

// Names for programs do not change with the wording.
constexpr std::array<std::string_view, attribution_rules.size()> rule_keys = {
    "first_touch", "last_touch", "linear", "shapley"};

Json table_json(const AttributionTable& table, const CreditedStudy& study) {
  Json json = {{"campaign", table.campaign},
               {"sales", sample_json(table.sales)},
               {"incremental", sample_json(table.incremental.difference)},
               {"claimed", sample_json(table.claimed)},
               {"excess", sample_json(table.excess.difference)},
               {"verdict", word(table.verdict)},
               {"channels", Json::array()},
               {"sentence", attribution_sentence(table)}};
  for (const ChannelClaims& claims : table.channels) {
    Json entry = {{"channel", study.channels[claims.channel]}};
    for (std::size_t rule = 0; rule < rule_keys.size(); ++rule) {
      entry[std::string(rule_keys[rule])] = sample_json(claims.by_rule[rule]);
    }
    json["channels"].push_back(std::move(entry));
  }
  return json;
}

}  // namespace

std::string attribution_text(const Attribution& attribution) {
  const CreditedStudy& study = attribution.study;
  const auto line = [](const std::string& text) { return paragraph(printable(text), text_width); };
  std::string text = line(fmt::format(
      "{}: sales that each campaign added, and sales that attribution claims; {}, the same luck "
      "throughout",
      study.title, count_of(study.replicates, "replicate")));
  text += line("Control of each campaign: the same sender doing nothing, beside the same rivals.");
  for (const AttributionTable& table : attribution.tables) {
    text += '\n' + line(table.campaign) + sums_text(table) + channels_text(table, study) +
            line(attribution_sentence(table));
  }
  return text + '\n' +
         line(
             "Attribution sees messages that buyers had read, and nothing else: not who would "
             "have bought anyway, and not who was told by others. Every interval holds by itself.");
}

Json attribution_json(const Attribution& attribution) {
  const CreditedStudy& study = attribution.study;
  Json json = {
      {"title", study.title}, {"replicates", study.replicates}, {"campaigns", Json::array()}};
  for (const AttributionTable& table : attribution.tables) {
    json["campaigns"].push_back(table_json(table, study));
  }
  return json;
}

}  // namespace rapport
